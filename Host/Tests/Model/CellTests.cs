using System;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Differences between cells, balancing, ageing and heat.</summary>
    public class CellTests
    {
        [Fact]
        public void Spread_SameSeed_IsTheSameAndSmallestOnThePlateau()
        {
            var rack = new Rack();
            BatteryModule battery = rack.Battery(1);
            rack.Soc(1, 20);
            int bottom = battery.CellMaxMillivolts - battery.CellMinMillivolts;
            rack.Soc(1, 600);
            int plateau = battery.CellMaxMillivolts - battery.CellMinMillivolts;
            rack.Soc(1, 1000);
            int top = battery.CellMaxMillivolts - battery.CellMinMillivolts;
            Assert.InRange(plateau, 0, 10);
            Assert.InRange(bottom, 2 * plateau, 400);
            Assert.InRange(top, 2 * plateau, 200);
            Assert.Equal(new Rack().Battery(1).CellMaxMillivolts, new Rack().Battery(1).CellMaxMillivolts);
        }

        [Fact]
        public void Extremes_AreThoseOfTheCells()
        {
            var rack = new Rack(soc: 950);
            rack.Battery(1).Cells.SetSocOffset(4, 30);
            rack.Battery(1).Cells.SetSocOffset(9, -30);
            rack.Soc(1, 990);
            Assert.Equal(4, rack.Battery(1).Cells.MaxIndex);
            Assert.Equal(9, rack.Battery(1).Cells.MinIndex);
            double highest = double.MinValue;
            double lowest = double.MaxValue;
            for (int cell = 0; cell < 16; cell++)
            {
                highest = Math.Max(highest, rack.Battery(1).Cells.MillivoltsOf(cell));
                lowest = Math.Min(lowest, rack.Battery(1).Cells.MillivoltsOf(cell));
            }

            Assert.Equal((int)Math.Round(highest), rack.Battery(1).CellMaxMillivolts);
            Assert.Equal((int)Math.Round(lowest), rack.Battery(1).CellMinMillivolts);
        }

        [Fact]
        public void Balancing_HighCellNearTheTop_ComesDownAndOnlyThere()
        {
            var rack = new Rack(TestProfiles.With("sok-sk48v100", TestProfiles.Ideal));
            rack.Battery(1).Cells.SetSocOffset(7, 10);
            rack.Soc(1, 600);
            rack.Wait(3600);
            Assert.Equal(10, rack.Battery(1).Cells.SocOffsetOf(7));
            rack.Soc(1, 1000);
            rack.Current(0.06);
            rack.Wait(3);
            int before = rack.Battery(1).CellMaxMillivolts;
            rack.Wait(5 * 3600);

            // 100 mA for five hours are 0.5 Ah of 100 Ah: 5 permille.
            Assert.InRange(rack.Battery(1).Cells.SocOffsetOf(7), 4, 6);
            Assert.True(rack.Battery(1).CellMaxMillivolts < before - 50);
        }

        [Theory]
        [InlineData(800)]
        [InlineData(500)]
        public void Ageing_Soh_ShortensTheCycleInProportion(int soh)
        {
            Assert.Equal(SecondsToEmpty(1000) * soh / 1000.0, SecondsToEmpty(soh), SecondsToEmpty(1000) * 0.02);
        }

        [Fact]
        public void Ageing_Soh_IsSaidOnTheWire()
        {
            var rack = new Rack(soc: 505);
            rack.Battery(1).SetSohPermille(870);
            rack.Bank.Refresh();
            rack.Wait(3);
            Assert.Equal(87, Rack.S16(rack.LastOf(0x355), 2));
            Assert.Equal(50, rack.SocOnWire);
            Assert.Equal(87_000, rack.Battery(1).CapacityMilliampereHours);
        }

        [Fact]
        public void Heat_UnderLoad_RisesTowardsLossOverHeatFlow()
        {
            var rack = new Rack(soc: 950);
            rack.Current(-90);
            rack.Wait(1800);
            int first = rack.Battery(1).TemperatureDecidegrees;
            rack.Wait(1200);
            int second = rack.Battery(1).TemperatureDecidegrees;

            // 90 A through 10 mOhm are 81 W into 40 kJ/K: about 0.12 K a minute, less what 5 W/K carry away.
            Assert.InRange(first, 265, 290);
            Assert.InRange(second, first + 5, first + 30);
        }

        [Fact]
        public void Heat_AtRest_FallsToTheRoomWithItsTimeConstant()
        {
            var rack = new Rack(TestProfiles.With("sok-sk48v100", (ProfileKey.SleepSeconds, 1_000_000)));
            rack.Battery(1).AmbientDecidegrees = 100;
            rack.Battery(1).SetTemperature(400);
            rack.Bank.Refresh();

            // 40 kJ/K over 5 W/K: 8000 s.
            rack.Wait(8000);
            Assert.InRange(rack.Battery(1).TemperatureDecidegrees, 100 + 105, 100 + 116);
            rack.Wait(60_000);
            Assert.InRange(rack.Battery(1).TemperatureDecidegrees, 99, 102);
            Assert.InRange(rack.TemperatureOnWire, 99, 102);
        }

        private static int SecondsToEmpty(int soh)
        {
            var rack = new Rack(soc: 1000);
            rack.Battery(1).SetSohPermille(soh);
            rack.Bank.Refresh();
            rack.Current(-50);
            return (int)(rack.WaitUntil(() => !rack.Battery(1).CanDischarge, 3 * 3600, 1000) / 1000);
        }
    }
}
