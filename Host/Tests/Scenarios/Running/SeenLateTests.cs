using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    /// <summary>What is seen through registers up to 1.4 s late is judged for the time that it surely had to hold.</summary>
    public class SeenLateTests
    {
        private const int LagMilliseconds = 1400;
        private const long F58 = 5;

        // Expected from 4.5 s to 14.1 s. A change is seen at once at best, and 1.4 s late at worst.
        [Theory]
        [InlineData(14_150, Verdict.Passed)]
        [InlineData(14_753, Verdict.Passed)]
        [InlineData(14_000, Verdict.Failed)]
        [InlineData(6_000, Verdict.Failed)]
        public void For_ItEndsAtATime_IsJudgedByThat(long changeMilliseconds, Verdict expected)
        {
            Assert.Equal(expected, Judge("expect", "is: none, for: 9.6 s", changeMilliseconds));
        }

        [Theory]
        [InlineData(14_150, Verdict.Passed)]
        [InlineData(14_000, Verdict.Failed)]
        public void Never_ItEndsAtATime_IsJudgedByThat(long changeMilliseconds, Verdict expected)
        {
            Assert.Equal(expected, Judge("never", "is: F58, for: 9.6 s", changeMilliseconds));
        }

        // 700 ms that are seen 1.4 s late: what was so at any time of the lag may have been so in them.
        [Theory]
        [InlineData(20_000, Verdict.Passed)]
        [InlineData(5_000, Verdict.Passed)]
        [InlineData(4_400, Verdict.Failed)]
        public void For_ShorterThanTheLag_IsDecidedAtOnce(long changeMilliseconds, Verdict expected)
        {
            Assert.Equal(expected, Judge("expect", "is: none, for: 0.7 s", changeMilliseconds));
        }

        private static Verdict? Judge(string section, string condition, long changeMilliseconds)
        {
            string text = $"name: X\nbank: {{batteries: 2}}\ntimeline:\n  - at: 4.5 s\n    {section}: {{that: inverter.fault, {condition}}}\n";
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", text);
            Assert.Empty(document.Diagnostics);
            ExpectationPlan plan = Assert.Single(Assert.Single(document.Cases).Plan.Expectations)
                .SeenWith(new ObservationLimits(LagMilliseconds, 0, ""), ObservationLimits.None);
            long now = plan.AtMilliseconds;
            var watch = new ExpectationWatch(plan, () => Observed.Of(now < changeMilliseconds ? 0 : F58), null, "");
            watch.Begin(null, now);
            for (; now < 20_000 && watch.Verdict == null; now += 10)
            {
                watch.Look(now);
            }

            return watch.Verdict;
        }
    }
}
