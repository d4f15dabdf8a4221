using System;
using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Every row of every protection set by itself: levels, delay, release. A new set is covered as soon as it has a name.</summary>
    public class ProtectionRuleTests
    {
        private const int Second = 1000;

        public static TheoryData<string, string> Rows()
        {
            var rows = new TheoryData<string, string>();
            foreach (string set in ProtectionSets.Names)
            {
                foreach (ProtectionRule rule in ProtectionSets.Create(set).Rules)
                {
                    rows.Add(set, rule.Name);
                }
            }

            return rows;
        }

        [Theory]
        [MemberData(nameof(Rows))]
        public void Row_Levels_StandInOrder(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            int sign = rule.Trips == Trips.Above ? 1 : -1;
            if (rule.Alarm != ProtectionRule.None)
            {
                Assert.True(rule.Alarm * sign < rule.Protect * sign, "alarm before protection");
            }

            if (rule.Release != ProtectionRule.None)
            {
                int first = rule.Alarm != ProtectionRule.None ? rule.Alarm : rule.Protect;
                Assert.True(rule.Release * sign <= first * sign, "release not beyond alarm");
            }

            Assert.True((rule.Release == ProtectionRule.None) == (rule.ReleaseMilliseconds > 0), "let go by a level or by time");
            Assert.True(
                rule.Quantity is not (Quantity.ChargeCurrent or Quantity.DischargeCurrent)
                    || (rule.Trips == Trips.Above && rule.Protect > 0 && rule.Alarm is ProtectionRule.None or > 0),
                "a current of the other direction is beyond no level");
            Assert.InRange(rule.DelayMilliseconds, 0, 60_000);
            Assert.InRange(rule.Blocks, Blocks.Charge, Blocks.Both);
            Assert.Equal(1, int.PopCount(rule.Flag));
        }

        [Theory]
        [MemberData(nameof(Rows))]
        public void Row_JustInsideItsFirstLevel_SaysNothing(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            int first = rule.Alarm != ProtectionRule.None ? rule.Alarm : rule.Protect;
            ProtectionRunner runner = Alone(set, rule);
            Step(runner, rule, Inside(rule, first), 120);
            Assert.Equal(0, runner.Alarms | runner.Protections | runner.Blocked);
        }

        [Theory]
        [MemberData(nameof(Rows))]
        public void Row_AtItsAlarmForLong_WarnsAndDoesNotAct(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            if (rule.Alarm == ProtectionRule.None)
            {
                Assert.Equal(ProtectionRule.None, rule.Alarm);
                return;
            }

            ProtectionRunner runner = Alone(set, rule);
            Step(runner, rule, rule.Alarm, 1);
            Assert.Equal(rule.Flag, runner.Alarms);
            Step(runner, rule, Inside(rule, rule.Protect), 120);
            Assert.Equal(rule.Flag, runner.Alarms);
            Assert.Equal(0, runner.Protections | runner.Blocked);
            Step(runner, rule, Released(rule), 1);
            Assert.Equal(0, runner.Alarms);
        }

        [Theory]
        [MemberData(nameof(Rows))]
        public void Row_AtItsProtection_ActsWhenTheDelayIsOverAndNotBefore(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            ProtectionRunner runner = Alone(set, rule);

            // The first look starts the delay; whole seconds are all that a BMS of one look a second can tell apart.
            int looks = (rule.DelayMilliseconds + Second - 1) / Second;
            Step(runner, rule, rule.Protect, looks);
            Assert.Equal(0, runner.Protections | runner.Blocked);
            Step(runner, rule, rule.Protect, 1);
            Assert.Equal(rule.Flag, runner.Protections);
            Assert.Equal(rule.Blocks, runner.Blocked);
            Assert.Equal(1, runner.TripCount);
        }

        [Theory]
        [MemberData(nameof(Rows))]
        public void Row_BackInsideBeforeTheDelayIsOver_StartsOver(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            if (rule.DelayMilliseconds == 0)
            {
                Assert.Equal(0, rule.DelayMilliseconds);
                return;
            }

            ProtectionRunner runner = Alone(set, rule);
            int looks = (rule.DelayMilliseconds + Second - 1) / Second;
            for (int round = 0; round < 3; round++)
            {
                Step(runner, rule, rule.Protect, looks);
                Step(runner, rule, Neutral(rule), 1);
            }

            Assert.Equal(0, runner.TripCount);
        }

        [Theory]
        [MemberData(nameof(Rows))]
        public void Row_Tripped_HoldsUntilItsRelease(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            ProtectionRunner runner = Alone(set, rule);
            Step(runner, rule, rule.Protect, (rule.DelayMilliseconds / Second) + 2);
            Assert.Equal(rule.Flag, runner.Protections);
            if (rule.Release == ProtectionRule.None)
            {
                // The current is gone the moment the FET opens; only time lets it close. A look was already spent while tripped.
                Step(runner, rule, 0, (rule.ReleaseMilliseconds / Second) - 3);
                Assert.Equal(rule.Blocks, runner.Blocked);
                Step(runner, rule, 0, 3);
            }
            else
            {
                Step(runner, rule, Outside(rule, rule.Release), 120);
                Assert.Equal(rule.Blocks, runner.Blocked);
                Step(runner, rule, Released(rule), 1);
            }

            Assert.Equal(0, runner.Alarms | runner.Protections | runner.Blocked);
        }

        [Theory]
        [MemberData(nameof(FastRows))]
        public void Row_FasterThanASecond_ActsToTheMillisecond(string set, string row)
        {
            ProtectionRule rule = RuleOf(set, row);
            ProtectionRunner runner = Alone(set, rule);
            int milliamps = rule.Quantity == Quantity.ChargeCurrent ? rule.Protect : -rule.Protect;
            Assert.False(runner.WatchCurrent(milliamps - Math.Sign(milliamps), 5000));
            Assert.Equal(rule.DelayMilliseconds == 0, runner.WatchCurrent(milliamps, 5000));
            if (rule.DelayMilliseconds > 0)
            {
                Assert.Equal(5000 + rule.DelayMilliseconds, runner.FastDueMilliseconds);
                Assert.False(runner.WatchCurrent(milliamps, runner.FastDueMilliseconds - 1));
                Assert.True(runner.WatchCurrent(milliamps, runner.FastDueMilliseconds));
            }

            Assert.Equal(rule.Blocks, runner.Blocked);
            Assert.Equal(rule.Flag, runner.Protections);
        }

        public static TheoryData<string, string> FastRows()
        {
            var rows = new TheoryData<string, string>();
            foreach (string set in ProtectionSets.Names)
            {
                foreach (ProtectionRule rule in ProtectionSets.Create(set).Rules.Where(IsFast))
                {
                    rows.Add(set, rule.Name);
                }
            }

            return rows;
        }

        private static bool IsFast(ProtectionRule rule) =>
            rule.DelayMilliseconds < Second && (rule.Quantity is Quantity.ChargeCurrent or Quantity.DischargeCurrent);

        private static ProtectionRule RuleOf(string set, string row) => ProtectionSets.Create(set).Rules.Single(rule => rule.Name == row);

        private static ProtectionRunner Alone(string set, ProtectionRule rule) =>
            new(new ProtectionSet(set, "one row", ProtectionSets.Create(set).LockoutTrips, [rule]));

        private static void Step(ProtectionRunner runner, ProtectionRule rule, int value, int seconds)
        {
            int[] quantities = new int[(int)Quantity.Count];
            quantities[(int)rule.Quantity] = value;
            for (int second = 0; second < seconds; second++)
            {
                runner.StepOneSecond(quantities);
            }
        }

        private static int Inside(ProtectionRule rule, int level) => rule.Trips == Trips.Above ? level - 1 : level + 1;

        private static int Outside(ProtectionRule rule, int level) => rule.Trips == Trips.Above ? level + 1 : level - 1;

        // Where release and alarm are one level, it takes a step back inside.
        private static int Released(ProtectionRule rule)
        {
            return rule.Release == ProtectionRule.None ? Neutral(rule) : rule.Release == rule.Alarm ? Inside(rule, rule.Release) : rule.Release;
        }

        private static int Neutral(ProtectionRule rule) => rule.Trips == Trips.Above ? Math.Min(0, rule.Protect - 1000) : rule.Protect + 10_000;
    }
}
