using BatterySim.Hardware;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    [TestClass]
    public class ElapsedClockTests
    {
        // 24.8 days is the change of sign, 49.7 days the wrap to zero.
        [DataRow(2147483640, 10)]
        [DataRow(2147483647, 1)]
        [DataRow(-2147483648, 10)]
        [DataRow(-6, 10)]
        [DataRow(-1, 1)]
        [DataRow(0, 0)]
        [DataRow(-2147483648, 2147483647)]
        public void TakeElapsed_AcrossAnyTick_IsTheTimeThatPassed(int start, int step)
        {
            FakeCounter counter = new FakeCounter();
            counter.TickMilliseconds = start;
            ElapsedClock clock = new ElapsedClock(counter);
            counter.TickMilliseconds = unchecked(start + step);

            Assert.AreEqual(step, clock.ConsumeElapsed());
            Assert.AreEqual(0, clock.ConsumeElapsed());
            Assert.AreEqual((long)step, clock.NowMilliseconds);
        }

        [TestMethod]
        public void NowMilliseconds_OverAHundredDays_NeverGoesBackAndMissesNothing()
        {
            FakeCounter counter = new FakeCounter();
            ElapsedClock clock = new ElapsedClock(counter);
            const int Step = 3600000;
            long expected = 0;
            for (int hour = 0; hour < 2400; hour++)
            {
                counter.TickMilliseconds = unchecked(counter.TickMilliseconds + Step);
                expected += Step;
                Assert.AreEqual(expected, clock.NowMilliseconds);
                Assert.AreEqual(Step, clock.ConsumeElapsed());
            }
        }

        [TestMethod]
        public void TakeElapsed_NotAskedForFiftyDays_GivesThemInParts()
        {
            FakeCounter counter = new FakeCounter();
            ElapsedClock clock = new ElapsedClock(counter);
            for (int day = 0; day < 50; day++)
            {
                counter.TickMilliseconds = unchecked(counter.TickMilliseconds + 86400000);
                Assert.AreEqual(86400000L * (day + 1), clock.NowMilliseconds);
            }

            Assert.AreEqual(int.MaxValue, clock.ConsumeElapsed());
            Assert.AreEqual(int.MaxValue, clock.ConsumeElapsed());
            Assert.AreEqual((50 * 86400000L) - (2L * int.MaxValue), (long)clock.ConsumeElapsed());
            Assert.AreEqual(0, clock.ConsumeElapsed());
        }

        [TestMethod]
        public void TakeElapsed_CounterGoesBack_IsZeroAndTimeGoesOnFromThere()
        {
            FakeCounter counter = new FakeCounter();
            counter.TickMilliseconds = 1000;
            ElapsedClock clock = new ElapsedClock(counter);
            counter.TickMilliseconds = 400;
            Assert.AreEqual(0, clock.ConsumeElapsed());

            counter.TickMilliseconds = 450;
            Assert.AreEqual(50, clock.ConsumeElapsed());
        }
    }
}
