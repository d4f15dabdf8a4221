using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>When a BMS measures its current: in its own step each second, and at once where the current jumps or somebody drops out.</summary>
    public class MeasuredCurrentTests
    {
        // In a bank of two one battery takes its step 160 ms after the full second, the other after 576 ms.
        private const int First = 160;
        private const int Second = 576;
        private const int Before = 10_000;

        [Theory]
        [InlineData(4_000, false)]
        [InlineData(4_001, true)]
        [InlineData(-4_000, false)]
        [InlineData(-4_001, true)]
        public void Jump_OfMoreThanTwoAmpsForEachBattery_IsMeasuredAtOnce(int milliamps, bool isSeen)
        {
            BatteryBank bank = Make(2);
            Run(bank, Before);
            bank.SetCurrent(milliamps, Before);
            AssertMeasured(bank, isSeen, isSeen);
            Run(bank, Before + First);
            AssertMeasured(bank, true, isSeen);
            Run(bank, Before + Second);
            AssertMeasured(bank, true, true);
        }

        // Small steps add up, and a battery that was looked at is looked at from there.
        [Fact]
        public void Jump_InSmallSteps_IsMeasuredWhenTheyHaveAddedUp()
        {
            BatteryBank bank = Make(2);
            (int Milliamps, bool IsSeen)[] steps =
            [
                (10_000, true), (13_000, false), (14_000, false), (14_001, true), (13_000, false), (18_001, false), (10_000, true), (6_000, false),
                (5_000, true), (-2_000, true), (-6_000, false), (-6_001, true),
            ];
            foreach ((int milliamps, bool isSeen) in steps)
            {
                bank.SetCurrent(milliamps, Before);
                Assert.Equal((milliamps, isSeen), (milliamps, Milliamps(bank, 0) == bank.CurrentOf(0)));
            }
        }

        // A short opens both FETs at once, so nothing flows any more where it was measured.
        [Fact]
        public void Short_OfOneBattery_LeavesNothingToMeasure()
        {
            BatteryBank bank = Make(1);
            bank.SetCurrent(-400_000, Before);
            Assert.Equal((0, 0), (bank.CurrentMilliamps, Milliamps(bank, 0)));
            Assert.Equal(1, bank.ModuleAt(0).Protections.TripCount);
        }

        // 720 A through three: the one with the best connection gets more than a short, and what it leaves is a short for the next one, and so on.
        [Fact]
        public void Short_ThatGoesRound_TakesOneAfterTheOtherAtOnce()
        {
            BatteryBank bank = Make(3);
            bank.SetConnection(0, 0);
            bank.SetConnection(1, 3_000);
            bank.SetConnection(2, 6_000);
            bank.Refresh(0);
            bank.SetCurrent(-720_000, Before);
            Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(index => Milliamps(bank, index)));
            Assert.Equal([1, 1, 1], Enumerable.Range(0, 3).Select(index => bank.ModuleAt(index).Protections.TripCount));
        }

        // What one battery drops the others carry and measure, at once: 410 A, of which three quarters go through the best connection.
        [Fact]
        public void Short_OfOneOfThree_IsMeasuredByTheOthers()
        {
            BatteryBank bank = Make(3);
            bank.SetConnection(0, 0);
            bank.SetConnection(1, 25_000);
            bank.SetConnection(2, 25_000);
            bank.Refresh(Before);
            bank.SetCurrent(-410_000, Before);
            Assert.Equal([0, -205_000, -205_000], Enumerable.Range(0, 3).Select(index => Milliamps(bank, index)));
            Assert.Equal([1, 0, 0], Enumerable.Range(0, 3).Select(index => bank.ModuleAt(index).Protections.TripCount));
        }

        [Fact]
        public void Change_OfTheBank_IsToldOnce()
        {
            BatteryBank bank = Make(2);
            Assert.True(bank.ConsumePowerChange());
            Assert.False(bank.ConsumePowerChange());
            int version = bank.Version;
            Run(bank, 60_000);
            Assert.False(bank.ConsumePowerChange());
            Assert.Equal(version, bank.Version);
            bank.ModuleAt(1).Power.Sleep();
            bank.Refresh(60_000);
            Assert.True(bank.ConsumePowerChange());
            Assert.True(bank.Version > version);
        }

        private static int Milliamps(BatteryBank bank, int index) => bank.ModuleAt(index).CurrentMilliamps;

        private static void AssertMeasured(BatteryBank bank, bool first, bool second)
        {
            Assert.Equal(first ? bank.CurrentMilliamps / 2.0 : 0, Milliamps(bank, 0), 2.0);
            Assert.Equal(second ? bank.CurrentMilliamps / 2.0 : 0, Milliamps(bank, 1), 2.0);
        }

        private static BatteryBank Make(int batteries)
        {
            BatteryProfile profile = TestProfiles.With(
                "generic-16s-100",
                ProtectionSets.Pace16,
                [.. TestProfiles.Ideal, .. TestProfiles.Lossless, (ProfileKey.ConnectionResistanceSpreadPpm, 0)]);
            var bank = new BatteryBank(profile, batteries, new Prng(1));
            bank.SkipToRunning(0);
            return bank;
        }

        private static void Run(BatteryBank bank, long milliseconds)
        {
            while (bank.NextEventMilliseconds <= milliseconds)
            {
                bank.Run(bank.NextEventMilliseconds);
            }
        }
    }
}
