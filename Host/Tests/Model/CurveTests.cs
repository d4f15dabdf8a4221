using System;
using System.Collections.Generic;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Branches of charge and discharge, relaxation, and what temperature does: against published tables, typed in again here.</summary>
    public class CurveTests
    {
        // Gotion IFP28148115A-52Ah, Q/GX 030-2019, appendix A.4: mV at rest at -10, 0, 10, 15, 25, 35, 45 degrees Celsius.
        private static readonly int[] Degrees = [-10, 0, 10, 15, 25, 35, 45];
        private static readonly Dictionary<int, int[]> AtRest = new()
        {
            [100] = [3361, 3335, 3340, 3352, 3375, 3354, 3334],
            [95] = [3320, 3319, 3325, 3326, 3329, 3330, 3331],
            [90] = [3309, 3318, 3324, 3325, 3328, 3329, 3331],
            [75] = [3309, 3318, 3324, 3325, 3328, 3329, 3331],
            [70] = [3304, 3314, 3323, 3324, 3327, 3329, 3330],
            [65] = [3293, 3304, 3316, 3319, 3324, 3325, 3327],
            [60] = [3292, 3293, 3298, 3302, 3310, 3306, 3301],
            [55] = [3285, 3285, 3288, 3290, 3294, 3295, 3297],
            [50] = [3280, 3282, 3285, 3287, 3290, 3293, 3296],
            [40] = [3276, 3279, 3283, 3285, 3288, 3291, 3294],
            [30] = [3273, 3277, 3280, 3281, 3284, 3280, 3277],
            [25] = [3272, 3273, 3272, 3272, 3272, 3267, 3261],
            [20] = [3270, 3264, 3258, 3256, 3253, 3248, 3242],
            [15] = [3266, 3250, 3236, 3234, 3230, 3223, 3217],
            [10] = [3259, 3230, 3215, 3213, 3210, 3205, 3201],
            [5] = [3246, 3209, 3188, 3186, 3180, 3149, 3117],
            [0] = [3227, 3175, 3072, 3024, 2928, 2830, 2732],
        };

        // JYHPFL333838, the Trezor firmware's fuel gauge: mV while charging at 27.5 degrees, what the current drops taken out.
        private static readonly (double Soc, int Millivolts)[] Charging =
        [
            (20, 3290), (50, 3327), (80, 3362), (90, 3376), (95, 3402), (97, 3429), (98, 3455), (99, 3506), (99.5, 3555), (100, 3645),
        ];

        [Fact]
        public void Rest_EveryTemperatureOfTheTable_IsThePublishedVoltage()
        {
            for (int column = 0; column < Degrees.Length; column++)
            {
                var rack = new Rack(Alike());
                rack.Temperature(1, Degrees[column] * 10);
                foreach ((int soc, int[] millivolts) in AtRest)
                {
                    rack.Soc(1, soc * 10);
                    double perCell = rack.Bank.Bank.VoltageMillivolts / 16.0;
                    Assert.True(Math.Abs(perCell - millivolts[column]) < 1.1, $"{soc} % at {Degrees[column]}: {perCell}, {millivolts[column]} published");
                }
            }
        }

        [Fact]
        public void Charge_At02CurrentRate_FollowsThePublishedBranch()
        {
            Rack rack = Charged(20, 0.1);
            foreach ((double soc, int millivolts) in Charging)
            {
                double perCell = At(rack, soc);
                Assert.True(Math.Abs(perCell - millivolts) < 9, $"{soc} %: {perCell}, {millivolts} published");
            }
        }

        [Theory]
        [InlineData(55_200, 97.8)]
        [InlineData(56_000, 98.9)]
        public void Charge_KneeOfTheBank_IsMetInTheLastPercents(int millivolts, double soc)
        {
            Rack rack = Charged(20, 0.9);
            rack.WaitUntil(() => WithoutDrop(rack) * 16 >= millivolts, 3600, 1000);
            Assert.InRange(StoredPercent(rack), soc - 0.2, soc + 0.2);

            // At the terminals what the current drops comes on top, so that the inverter sees it a little sooner.
            Rack seen = Charged(20, 0.9);
            seen.WaitUntil(() => seen.VoltageOnWire >= millivolts, 3600, 1000);
            Assert.InRange(StoredPercent(seen), soc - 0.7, soc);
        }

        [Fact]
        public void Discharge_HalfAPercentFromFull_EndsTheKnee()
        {
            Rack rack = Charged(20, 0.9);
            At(rack, 99.9);
            rack.Current(-20);
            rack.Wait(95);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts, 52_900, 53_450);
        }

        [Theory]
        [InlineData(0.0)]
        [InlineData(-0.2)]
        public void Rest_AfterAFullCharge_FallsTowards54Volts(double load)
        {
            var rack = new Rack(soc: 950);
            rack.Wait(3);
            while (rack.SocOnWire < 100)
            {
                int room = rack.Bank.Report.ChargeVoltageLimitMillivolts - rack.Bank.Bank.VoltageMillivolts;
                rack.Current(Math.Min(20, Math.Max(0, (rack.Bank.Bank.CurrentMilliamps + (room * 50)) / 1000.0)));
                rack.Wait(1);
                Assert.True(rack.Now < 6 * 3_600_000L, "never full");
            }

            // 12 E-BOX of Pytes at 1.9 A together, minutes to hours after full: 54.9 V.
            rack.Current(load);
            rack.Wait(600);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts, load < 0 ? 54_700 : 55_200, load < 0 ? 55_200 : 55_700);
            rack.Wait(3000);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts, load < 0 ? 53_600 : 54_400, load < 0 ? 54_200 : 54_900);

            // With the load a part of the last percent is drawn by then.
            rack.Wait(12 * 3600);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts, load < 0 ? 53_100 : 53_900, 54_050);
        }

        // 40 mV with 2 minutes, 35 mV with 25 minutes and 15 mV with 6 hours, as published; here as shares of what charging added on the plateau.
        [Theory]
        [InlineData(120)]
        [InlineData(600)]
        [InlineData(3600)]
        [InlineData(6 * 3600)]
        public void Rest_AfterCharge_RelaxesInThePublishedTimes(int seconds)
        {
            BatteryProfile profile = TestProfiles.With(
                "sok-sk48v100", [(ProfileKey.HysteresisMicrovolts, 35_000), .. TestProfiles.Ideal, .. TestProfiles.Lossless]);
            var rack = new Rack(profile, soc: 550);
            rack.Current(20);
            At(rack, 60);
            double start = Lift(rack);
            rack.Current(0);
            rack.Wait(seconds);
            double left = ((40 * Math.Exp(-seconds / 120.0)) + (35 * Math.Exp(-seconds / 1500.0)) + (15 * Math.Exp(-seconds / 21600.0))) / 90;
            Assert.Equal(left, Lift(rack) / start, 0.02);
        }

        // Measured on a cell held at that temperature: 79 % of its capacity at 1 degree, 87 at 6, 92 at 11, 96 at 16.
        [Theory]
        [InlineData(10, 79)]
        [InlineData(60, 87)]
        [InlineData(110, 92)]
        [InlineData(160, 96)]
        public void Capacity_InTheCold_IsThePublishedShare(int decidegrees, int percent)
        {
            Assert.Equal(percent, 100.0 * SecondsToEmpty(decidegrees) / SecondsToEmpty(250), 2.0);
        }

        [Fact]
        public void Resistance_NearEmpty_Rises()
        {
            var rack = new Rack(soc: 500);
            float middle = rack.Battery(1).SeriesMilliohms;
            rack.Soc(1, 900);
            Assert.Equal(middle, rack.Battery(1).SeriesMilliohms);
            rack.Soc(1, 50);
            Assert.Equal(middle * 1.45f, rack.Battery(1).SeriesMilliohms, 0.01f);
            Assert.Equal(1000, rack.Battery(1).ResistancePermille);
        }

        // The own draw of the BMS does not show, and what lies in its dead band neither.
        [Theory]
        [InlineData(0, 0)]
        [InlineData(0.08, 0)]
        [InlineData(-0.08, 0)]
        [InlineData(0.12, 500)]
        [InlineData(-0.12, -500)]
        public void Current_WithinTheDeadBand_IsExactlyZeroOnTheWire(double ampsEach, int milliamps)
        {
            var rack = new Rack(4);
            rack.Current(4 * ampsEach);
            rack.Wait(120);
            Assert.Equal(milliamps, rack.CurrentOnWire);
        }

        private static int SecondsToEmpty(int decidegrees)
        {
            var rack = new Rack(
                TestProfiles.With("sok-sk48v100", (ProfileKey.HeatCapacityJoulesPerKelvin, 10_000_000), (ProfileKey.SleepSeconds, 100_000)), soc: 1000);
            rack.Temperature(1, decidegrees);
            rack.Current(-20);
            return (int)(rack.WaitUntil(() => !rack.Battery(1).CanDischarge, 6 * 3600, 1000) / 1000);
        }

        private static BatteryProfile Alike()
        {
            return TestProfiles.With(
                "sok-sk48v100",
                [
                    (ProfileKey.CellCapacitySpreadPpm, 0), (ProfileKey.CellSocSpreadPpm, 0), (ProfileKey.CellResistanceSpreadPpm, 0),
                    (ProfileKey.HeatCapacityJoulesPerKelvin, 100_000_000), .. TestProfiles.Lossless,
                ]);
        }

        private static Rack Charged(double amps, double from)
        {
            var rack = new Rack(Alike(), soc: (int)(from * 1000));
            rack.Current(amps);
            rack.Wait(2);
            return rack;
        }

        private static double StoredPercent(Rack rack)
        {
            return rack.Battery(1).ChargeMilliampMilliseconds / (rack.Battery(1).CapacityMilliampereHours * 36_000.0);
        }

        private static double At(Rack rack, double soc)
        {
            rack.WaitUntil(() => StoredPercent(rack) >= soc, 8 * 3600, 1000);
            return WithoutDrop(rack);
        }

        // Voltage of a cell without what the current drops in the resistance and in both polarisations, which are charged by now.
        private static double WithoutDrop(Rack rack)
        {
            BatteryModule battery = rack.Battery(1);
            return (battery.VoltageMillivolts - (battery.CurrentMilliamps / 1000.0 * battery.SeriesMilliohms * 2)) / 16;
        }

        // What charging has left above the rest voltage of 60 %, without polarisations.
        private static double Lift(Rack rack)
        {
            BatteryModule battery = rack.Battery(1);
            return ((battery.VoltageMillivolts - (battery.CurrentMilliamps / 1000.0 * battery.SeriesMilliohms)) / 16) - 3310;
        }
    }
}
