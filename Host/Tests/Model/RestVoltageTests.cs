using System;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Rest voltage against the published points (Gotion IFP28148115A at 25 degrees, typed in again here), within 5 mV a cell.</summary>
    public class RestVoltageTests
    {
        private const double ToleranceMillivolts = 5;

        private static readonly int[] Published =
        [
            2928, 3180, 3210, 3230, 3253, 3272, 3284, 3286, 3288, 3289, 3290,
            3294, 3310, 3324, 3327, 3328, 3328, 3328, 3328, 3329, 3375,
        ];

        [Theory]
        [InlineData("sok-sk48v100", 16)]
        [InlineData("pylontech-us5000", 15)]
        public void Rest_SocSetToEachPoint_IsThePublishedVoltage(string product, int cells)
        {
            var rack = new Rack(Alike(product));
            for (int point = 0; point < Published.Length; point++)
            {
                rack.Soc(1, point * 50);
                Assert.Equal(cells, rack.Battery(1).CellCount);
                Assert.InRange((double)rack.Bank.Bank.VoltageMillivolts / cells, Published[point] - 0.6, Published[point] + 0.6);
            }
        }

        [Theory]
        [InlineData("sok-sk48v100", 20)]
        [InlineData("sok-sk48v100", -20)]
        [InlineData("pylontech-us5000", 20)]
        [InlineData("pylontech-us5000", -20)]
        public void Rest_PointReachedByCurrentAndSixHoursOfRest_IsThePublishedVoltage(string product, double amps)
        {
            for (int point = 1; point < Published.Length - 1; point++)
            {
                // 5 % of 100 Ah at 20 A are a quarter of an hour; the way starts 5 % away.
                BatteryProfile profile = Alike(product, [.. TestProfiles.Lossless, (ProfileKey.SleepSeconds, 1_000_000)]);
                var rack = new Rack(profile, soc: (point * 50) - (amps > 0 ? 50 : -50));
                rack.Current(amps);
                rack.Wait(rack.Battery(1).CapacityMilliampereHours / 100_000.0 * 900);
                rack.Current(0);
                rack.Wait(6 * 3600);
                double perCell = (double)rack.Bank.Bank.VoltageMillivolts / rack.Battery(1).CellCount;
                Assert.InRange(perCell, Published[point] - ToleranceMillivolts, Published[point] + ToleranceMillivolts);
            }
        }

        [Fact]
        public void Rest_CellsThatDiffer_MeanIsWithinToleranceOffTheKnees()
        {
            var rack = new Rack();
            for (int point = 2; point < Published.Length - 1; point++)
            {
                rack.Soc(1, point * 50);
                double perCell = rack.Bank.Bank.VoltageMillivolts / 16.0;
                Assert.InRange(perCell, Published[point] - ToleranceMillivolts, Published[point] + ToleranceMillivolts);
            }
        }

        [Theory]
        [InlineData(20)]
        [InlineData(-20)]
        public void Rest_AfterChargeOrDischarge_LiesOnItsSideAndComesBack(double amps)
        {
            var rack = new Rack(Alike("sok-sk48v100", TestProfiles.Lossless), soc: 500);
            rack.Current(amps);
            rack.Wait(1800);
            rack.Current(0);
            rack.Wait(3600);
            double offset = OffCurve(rack) * Math.Sign(amps);
            Assert.InRange(offset, 2, amps > 0 ? 10 : 5);
            rack.Wait(5 * 3600);
            Assert.InRange(OffCurve(rack) * Math.Sign(amps), 0, offset / 2);
        }

        private static double OffCurve(Rack rack)
        {
            double soc = rack.Battery(1).ChargeMilliampMilliseconds / (rack.Battery(1).CapacityMilliampereHours * 3.6e6) * 20;
            int below = (int)soc;
            double onCurve = Published[below] + ((Published[below + 1] - Published[below]) * (soc - below));
            return (rack.Bank.Bank.VoltageMillivolts / 16.0) - onCurve;
        }

        private static BatteryProfile Alike(string product, params (ProfileKey Key, int Number)[] changes)
        {
            (ProfileKey Key, int Number)[] alike =
                [(ProfileKey.CellCapacitySpreadPpm, 0), (ProfileKey.CellSocSpreadPpm, 0), (ProfileKey.CellResistanceSpreadPpm, 0)];
            return TestProfiles.With(product, [.. alike, .. changes]);
        }
    }
}
