using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Rows of protections that act together: two fast ones, lock-out, reset, and the band in which there is nothing to look at.</summary>
    public class ProtectionPairTests
    {
        private static readonly ProtectionRule Slow =
            new("slow", Quantity.DischargeCurrent, Trips.Above, ProtectionRule.None, 100_000, ProtectionRule.None, 500, 60_000, Blocks.Discharge, 16);

        private static readonly ProtectionRule Short =
            new("short", Quantity.DischargeCurrent, Trips.Above, ProtectionRule.None, 300_000, ProtectionRule.None, 1, 60_000, Blocks.Both, 16);

        private static readonly ProtectionRule Charging =
            new("charging", Quantity.ChargeCurrent, Trips.Above, 90_000, 120_000, ProtectionRule.None, 100, 60_000, Blocks.Charge, 32);

        private static readonly ProtectionRule Hot =
            new("hot", Quantity.ChargeTemperature, Trips.Above, 450, 500, 450, 2000, 0, Blocks.Charge, 4);

        private static readonly ProtectionRule HotToo =
            new("hot too", Quantity.DischargeTemperature, Trips.Above, 550, 600, 500, 0, 0, Blocks.Both, 4);

        private static readonly ProtectionRule Cold =
            new("cold", Quantity.ChargeTemperature, Trips.Below, 20, 0, 50, 0, 0, Blocks.Charge, 8);

        private static readonly ProtectionRule ColdToo =
            new("cold too", Quantity.DischargeTemperature, Trips.Below, ProtectionRule.None, -200, -150, 0, 0, Blocks.Discharge, 8);

        private static readonly ProtectionRule High =
            new("high", Quantity.CellMax, Trips.Above, 3550, 3650, 3500, 1000, 0, Blocks.Charge, 1);

        private static readonly ProtectionRule Low =
            new("low", Quantity.CellMin, Trips.Below, 2900, 2700, 3000, 1000, 0, Blocks.Discharge, 2);

        private static readonly ProtectionRule HighBank =
            new("high bank", Quantity.Voltage, Trips.Above, 57_000, 58_000, 56_000, 1000, 0, Blocks.Charge, 1);

        private static readonly ProtectionRule LowBank =
            new("low bank", Quantity.Voltage, Trips.Below, 46_000, 44_000, 48_000, 1000, 0, Blocks.Discharge, 2);

        private static readonly ProtectionRule Fet =
            new("FET", Quantity.FetTemperature, Trips.Above, 900, 1000, 800, 0, 0, Blocks.Both, 4);

        private static ProtectionRunner Make(params ProtectionRule[] rules) => new(new ProtectionSet("test", "test", 2, rules));

        [Fact]
        public void FastRows_TheSlowOneWaits_UntilTheShortOneComesFirst()
        {
            foreach (ProtectionRule[] rules in new[] { new[] { Slow, Short }, [Short, Slow] })
            {
                ProtectionRunner runner = Make(rules);
                Assert.False(runner.WatchCurrent(-99_999, 1000));
                Assert.Equal(long.MaxValue, runner.FastDueMilliseconds);
                Assert.False(runner.WatchCurrent(-100_000, 1000));
                Assert.Equal(1500, runner.FastDueMilliseconds);
                Assert.False(runner.WatchCurrent(-100_000, 1200));
                Assert.Equal(1500, runner.FastDueMilliseconds);
                Assert.False(runner.WatchCurrent(-300_000, 1300));
                Assert.Equal(1301, runner.FastDueMilliseconds);
                Assert.True(runner.WatchCurrent(-300_000, 1301));
                Assert.Equal((Blocks.Both, 16, 1, long.MaxValue), (runner.Blocked, runner.Protections, runner.TripCount, runner.FastDueMilliseconds));
            }
        }

        [Fact]
        public void FastRow_CurrentGoneBeforeItsTime_StartsOver()
        {
            ProtectionRunner runner = Make(Slow);
            Assert.False(runner.WatchCurrent(-100_000, 1000));
            Assert.False(runner.WatchCurrent(100_000, 1499));
            Assert.Equal(long.MaxValue, runner.FastDueMilliseconds);
            Assert.False(runner.WatchCurrent(-100_000, 1500));
            Assert.True(runner.WatchCurrent(-100_000, 2000));
        }

        [Fact]
        public void FastRow_OfTheOtherDirection_IsNotMeant()
        {
            ProtectionRunner runner = Make(Slow, Charging);
            Assert.False(runner.WatchCurrent(119_999, 0));
            Assert.False(runner.WatchCurrent(120_000, 0));
            Assert.Equal(100, runner.FastDueMilliseconds);
            Assert.True(runner.WatchCurrent(120_000, 100));
            Assert.Equal((Blocks.Charge, 32, 32), (runner.Blocked, runner.Protections, runner.Alarms));
            Assert.False(runner.WatchCurrent(120_000, 101));
            Assert.Equal(long.MaxValue, runner.FastDueMilliseconds);
        }

        [Fact]
        public void OverCurrent_Twice_LocksOutUntilReset()
        {
            ProtectionRunner runner = Make(Slow);
            for (int trip = 0; trip < 2; trip++)
            {
                Assert.False(runner.IsLockedOut);
                runner.WatchCurrent(-100_000, trip * 1000);
                Assert.True(runner.WatchCurrent(-100_000, (trip * 1000) + 500));
                Step(runner, Quantity.DischargeCurrent, 0, 59);
                Assert.Equal(Blocks.Discharge, runner.Blocked);
                Step(runner, Quantity.DischargeCurrent, 0, 1);
            }

            Assert.True(runner.IsLockedOut);
            Step(runner, Quantity.DischargeCurrent, 0, 600);
            Assert.Equal((Blocks.Discharge, 16, 2), (runner.Blocked, runner.Protections, runner.TripCount));
            runner.WatchCurrent(-100_000, 5000);
            runner.Changes.Clear();
            runner.Reset();
            Assert.False(runner.IsLockedOut);
            Assert.Equal((0, 0, 0, long.MaxValue), (runner.Blocked, runner.Protections, runner.Alarms, runner.FastDueMilliseconds));
            Step(runner, Quantity.DischargeCurrent, 0, 1);
            Assert.Equal(0, runner.Blocked);
        }

        [Fact]
        public void TwoRowsOfOneFlag_EachHoldsItsOwnFet_AndTheFlagStandsForBoth()
        {
            ProtectionRunner runner = Make(Hot, HotToo, Cold);
            int[] quantities = Temperatures(600);
            runner.StepOneSecond(quantities);
            Assert.Equal((4, 4, Blocks.Both), (runner.Alarms, runner.Protections, runner.Blocked));
            runner.StepOneSecond(quantities);
            runner.StepOneSecond(quantities);
            Assert.Equal((4, 4, Blocks.Both, 2), (runner.Alarms, runner.Protections, runner.Blocked, runner.TripCount));
            quantities = Temperatures(500);
            runner.StepOneSecond(quantities);
            Assert.Equal((4, 4, Blocks.Charge), (runner.Alarms, runner.Protections, runner.Blocked));
            runner.StepOneSecond(Temperatures(450));
            Assert.Equal((4, 4, Blocks.Charge), (runner.Alarms, runner.Protections, runner.Blocked));
            runner.StepOneSecond(Temperatures(449));
            Assert.Equal((0, 0, 0), (runner.Alarms, runner.Protections, runner.Blocked));
            runner.StepOneSecond(Temperatures(0));
            Assert.Equal((8, 8, Blocks.Charge), (runner.Alarms, runner.Protections, runner.Blocked));
        }

        [Fact]
        public void Changes_OnlyWhereAnAlarmOrAProtectionChanges_AreTold()
        {
            ProtectionRunner runner = Make(Hot);
            Assert.True(runner.Changes.IsSet);
            (int Decidegrees, bool HasChanged)[] seconds =
            [
                (250, false), (449, false), (450, true), (460, false), (499, false), (500, false), (500, false), (500, true), (500, false),
                (450, false), (449, true), (250, false),
            ];
            foreach ((int decidegrees, bool hasChanged) in seconds)
            {
                runner.Changes.Clear();
                runner.StepOneSecond(Temperatures(decidegrees));
                Assert.Equal((decidegrees, hasChanged), (decidegrees, runner.Changes.IsSet));
            }
        }

        // At its level a row has something to say, one step inside it has not.
        [Theory]
        [InlineData(3549, 2901, 50_000, 0, 250, 80f, true)]
        [InlineData(3550, 2901, 50_000, 0, 250, 80f, false)]
        [InlineData(3549, 2900, 50_000, 0, 250, 80f, false)]
        [InlineData(3549, 2901, 56_999, 0, 250, 80f, true)]
        [InlineData(3549, 2901, 57_000, 0, 250, 80f, false)]
        [InlineData(3549, 2901, 46_001, 0, 250, 80f, true)]
        [InlineData(3549, 2901, 46_000, 0, 250, 80f, false)]
        [InlineData(3549, 2901, 50_000, 89_999, 250, 80f, true)]
        [InlineData(3549, 2901, 50_000, 90_000, 250, 80f, false)]
        [InlineData(3549, 2901, 50_000, -99_999, 250, 80f, true)]
        [InlineData(3549, 2901, 50_000, -100_000, 250, 80f, false)]
        [InlineData(3549, 2901, 50_000, 0, 449, 80f, true)]
        [InlineData(3549, 2901, 50_000, 0, 450, 80f, false)]
        [InlineData(3549, 2901, 50_000, 0, 21, 80f, true)]
        [InlineData(3549, 2901, 50_000, 0, 20, 80f, false)]
        [InlineData(3549, 2901, 50_000, 0, 250, 89.8f, true)]
        [InlineData(3549, 2901, 50_000, 0, 250, 90f, false)]
        public void Quiet_InsideEveryFirstLevel_AndNowhereElse(
            int cellMax, int cellMin, int millivolts, int milliamps, int decidegrees, float fetDegrees, bool isQuiet)
        {
            ProtectionRunner runner = Make(Slow, Short, Charging, Hot, HotToo, Cold, ColdToo, High, Low, HighBank, LowBank, Fet);
            Assert.Equal(isQuiet, runner.IsQuiet(cellMax, cellMin, millivolts, milliamps, decidegrees, fetDegrees));
        }

        [Fact]
        public void Quiet_WhileARowCountsOrStands_IsNot()
        {
            ProtectionRunner runner = Make(Hot);
            Assert.True(runner.IsQuiet(0, 5000, 50_000, 0, 250, 25f));
            runner.StepOneSecond(Temperatures(450));
            Assert.False(runner.IsQuiet(0, 5000, 50_000, 0, 250, 25f));
            runner.StepOneSecond(Temperatures(250));
            Assert.True(runner.IsQuiet(0, 5000, 50_000, 0, 250, 25f));
            ProtectionRunner fast = Make(Slow);
            fast.WatchCurrent(-100_000, 0);
            Assert.True(fast.WatchCurrent(-100_000, 500));
            Assert.False(fast.IsQuiet(0, 5000, 50_000, 0, 250, 25f));
            fast.Reset();
            Assert.True(fast.IsQuiet(0, 5000, 50_000, 0, 250, 25f));
        }

        // Hot is let go below 45.0 degrees; a restart forgets that it acted, and 47.0 degrees are no more than its alarm.
        [Fact]
        public void Reset_OfARowThatStands_LeavesNothingOfIt()
        {
            ProtectionRunner runner = Make(Cold, Hot, HotToo);
            Step(runner, Quantity.ChargeTemperature, 510, 3);
            Assert.Equal((4, Blocks.Charge), (runner.Protections, runner.Blocked));
            Step(runner, Quantity.ChargeTemperature, 470, 3);
            Assert.Equal((4, Blocks.Charge), (runner.Protections, runner.Blocked));
            runner.Reset();
            Step(runner, Quantity.ChargeTemperature, 470, 3);
            Assert.Equal((4, 0, 0), (runner.Alarms, runner.Protections, runner.Blocked));
        }

        [Fact]
        public void Reset_WhileAFastRowIsPending_DropsIt()
        {
            ProtectionRunner runner = Make(Slow);
            runner.WatchCurrent(-100_000, 1000);
            Assert.Equal(1500, runner.FastDueMilliseconds);
            runner.Reset();
            Assert.Equal(long.MaxValue, runner.FastDueMilliseconds);
            Assert.False(runner.WatchCurrent(-100_000, 1600));
            Assert.Equal(2100, runner.FastDueMilliseconds);
        }

        // 30 hours are no longer than any other time.
        [Fact]
        public void TimedRow_ThatHoldsForMoreThanADay_IsLetGoThen()
        {
            const int Hours = 30;
            ProtectionRunner runner = Make(new ProtectionRule(
                "long", Quantity.DischargeCurrent, Trips.Above, ProtectionRule.None, 100_000, ProtectionRule.None, 0, Hours * 3_600_000,
                Blocks.Discharge, 16));
            Step(runner, Quantity.DischargeCurrent, 100_000, 1);
            Step(runner, Quantity.DischargeCurrent, 0, (Hours * 3600) - 1);
            Assert.Equal(Blocks.Discharge, runner.Blocked);
            Step(runner, Quantity.DischargeCurrent, 0, 1);
            Assert.Equal(0, runner.Blocked);
        }

        // Where release and alarm are one level, it takes a step back inside, from above as from below.
        [Fact]
        public void Row_ReleasedWhereItWarns_TakesAStepBack()
        {
            ProtectionRunner runner = Make(
                new ProtectionRule("frost", Quantity.ChargeTemperature, Trips.Below, 20, 0, 20, 0, 0, Blocks.Charge, 8),
                new ProtectionRule("heat", Quantity.DischargeTemperature, Trips.Above, 550, 600, 550, 0, 0, Blocks.Discharge, 4));
            (int Charge, int Discharge, int Blocked)[] seconds =
            [
                (250, 250, 0), (0, 250, Blocks.Charge), (20, 250, Blocks.Charge), (21, 250, 0),
                (250, 600, Blocks.Discharge), (250, 550, Blocks.Discharge), (250, 549, 0),
            ];
            foreach ((int charge, int discharge, int blocked) in seconds)
            {
                int[] quantities = new int[(int)Quantity.Count];
                quantities[(int)Quantity.ChargeTemperature] = charge;
                quantities[(int)Quantity.DischargeTemperature] = discharge;
                runner.StepOneSecond(quantities);
                Assert.Equal((charge, discharge, blocked), (charge, discharge, runner.Blocked));
            }
        }

        // An alarm without a release ends one step below its own level, whatever its protection is.
        [Fact]
        public void AlarmOfATimedRow_EndsBelowItsLevel()
        {
            ProtectionRunner runner = Make(Charging);
            foreach ((int milliamps, int alarms) in new[] { (89_999, 0), (90_000, 32), (110_000, 32), (90_000, 32), (89_999, 0), (-90_000, 0) })
            {
                Step(runner, Quantity.ChargeCurrent, milliamps, 1);
                Assert.Equal((milliamps, alarms), (milliamps, runner.Alarms));
            }
        }

        private static int[] Temperatures(int decidegrees)
        {
            int[] quantities = new int[(int)Quantity.Count];
            quantities[(int)Quantity.ChargeTemperature] = decidegrees;
            quantities[(int)Quantity.DischargeTemperature] = decidegrees;
            return quantities;
        }

        private static void Step(ProtectionRunner runner, Quantity quantity, int value, int seconds)
        {
            int[] quantities = new int[(int)Quantity.Count];
            quantities[(int)quantity] = value;
            for (int second = 0; second < seconds; second++)
            {
                runner.StepOneSecond(quantities);
            }
        }
    }
}
