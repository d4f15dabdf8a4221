using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    /// <summary>What within, for, until and never mean. CCL on the wire is what is looked at: 77 A from 10 s to 20 s.</summary>
    public class TimingTests
    {
        private const string Frame = "name: n\nbank: {soc: 50 %}\ntimeline:\n"
            + "  - at: 10 s\n    wire: {ccl: 77 A}\n  - at: 20 s\n    wire: {ccl: off}\n  - at: 30 s\n    note: end\n";

        [Theory]
        [InlineData("0 s", "within: 12 s", Verdict.Passed, 10_000, 11_100)]
        [InlineData("0 s", "within: 9 s", Verdict.Failed, 9_000, 9_000)]
        [InlineData("9 s", "within: 3 s, for: 8 s", Verdict.Passed, 18_000, 19_100)]
        [InlineData("9 s", "within: 3 s, for: 15 s", Verdict.Failed, 20_000, 21_100)]
        [InlineData("12 s", "for: 5 s", Verdict.Passed, 17_000, 17_000)]
        [InlineData("12 s", "for: 12 s", Verdict.Failed, 20_000, 21_100)]
        [InlineData("12 s", "until: 19 s", Verdict.Passed, 19_000, 19_000)]
        [InlineData("12 s", "until: 25 s", Verdict.Failed, 20_000, 21_100)]
        [InlineData("12 s", "", Verdict.Passed, 12_000, 12_000)]
        [InlineData("5 s", "", Verdict.Failed, 5_000, 5_000)]
        [InlineData("5 s", "for: 10 s", Verdict.Failed, 5_000, 5_000)]
        [InlineData("12 s", "until: {that: frame.351.count, at-least: 17, within: 10 s}", Verdict.Passed, 15_000, 17_100)]
        [InlineData("12 s", "until: {that: frame.351.count, at-least: 99, within: 3 s}", Verdict.Failed, 15_000, 15_000)]
        [InlineData("12 s", "until: {that: frame.351.count, at-least: 26, within: 20 s}", Verdict.Failed, 20_000, 21_100)]
        public void Expect_EachTime_FallsWhereItIsSaid(string at, string times, Verdict verdict, long from, long to)
        {
            string comma = times.Length > 0 ? ", " : "";
            ExpectationResult result = Run("expect", at, $"{{that: frame.351.chargeCurrentLimitAmps, is: 77 A{comma}{times}}}");

            Assert.Equal(verdict, result.Verdict);
            Assert.InRange(result.DecidedMilliseconds, from, to);
        }

        [Theory]
        [InlineData("0 s", "for: 9 s", Verdict.Passed, 9_000, 9_000)]
        [InlineData("0 s", "for: 12 s", Verdict.Failed, 10_000, 11_100)]
        [InlineData("0 s", "until: 9 s", Verdict.Passed, 9_000, 9_000)]
        [InlineData("22 s", "", Verdict.Passed, 31_000, 31_000)]
        [InlineData("12 s", "", Verdict.Failed, 12_000, 12_000)]
        [InlineData("0 s", "until: {that: frame.351.count, at-least: 5, within: 10 s}", Verdict.Passed, 4_000, 5_100)]
        public void Never_EachTime_FallsWhereItIsSaid(string at, string times, Verdict verdict, long from, long to)
        {
            string comma = times.Length > 0 ? ", " : "";
            ExpectationResult result = Run("never", at, $"{{that: frame.351.chargeCurrentLimitAmps, is: 77 A{comma}{times}}}");

            Assert.Equal(verdict, result.Verdict);
            Assert.InRange(result.DecidedMilliseconds, from, to);
        }

        [Fact]
        public void Failure_ItsText_SaysWhatWasExpectedSeenAndSentAround()
        {
            ExpectationResult result = Run("expect", "12 s", "{that: frame.351.chargeCurrentLimitAmps, above: 80 A, within: 3 s}");

            Assert.Equal("frame.351.chargeCurrentLimitAmps above 80 A within 3 s", result.Expected);
            Assert.StartsWith("It was 77 A from 12 s to 15 s. It became 400 A at 2", result.Seen, StringComparison.Ordinal);
            Assert.Contains(result.FramesAround, line => line.Contains("chargeCurrentLimitAmps=77.0", StringComparison.Ordinal));
            Assert.All(result.FramesAround, line => Assert.InRange(decimal.Parse(line.AsSpan(0, 9), CultureInfo.InvariantCulture), 13.5m, 15.5m));
        }

        [Theory]
        [InlineData("{that: inverter.ccl, is: unknown}", Verdict.Passed)]
        [InlineData("{that: inverter.ccl, is-not: 5 A}", Verdict.Failed)]
        [InlineData("{that: inverter.ccl, is-not: unknown, within: 2 s}", Verdict.Passed)]
        [InlineData("{that: inverter.state, is: [waiting, fault]}", Verdict.Passed)]
        [InlineData("{that: inverter.faults, is: none}", Verdict.Passed)]
        [InlineData("{that: inverter.requests, contains: [charge-enable, discharge-enable], within: 2 s}", Verdict.Passed)]
        [InlineData("{that: inverter.requests, contains: full-charge, within: 2 s}", Verdict.Failed)]
        [InlineData("{that: frame.35E.manufacturerName, contains: YLO, within: 2 s}", Verdict.Passed)]
        [InlineData("{that: frame.35C.chargeEnable, is: on, within: 2 s}", Verdict.Passed)]
        [InlineData("{that: scpi, query: \"MOD1:STAT?\", is: RUNN}", Verdict.Passed)]
        [InlineData("{that: scpi, query: \"MOD1:SOC?\", between: [49, 51]}", Verdict.Passed)]
        [InlineData("{that: bank.soc, is: 50 %, tolerance: 0.5 %, within: 1 s}", Verdict.Passed)]
        public void Expect_EachComparison_HoldsAtTheStart(string expectation, Verdict verdict)
        {
            Assert.Equal(verdict, Run("expect", "0 s", expectation).Verdict);
        }

        private static ExpectationResult Run(string key, string at, string expectation)
        {
            string step = $"  - at: {at}\n    {key}: {expectation}\n";
            List<string> steps = [.. Frame.Split("  - at: ")];
            string head = steps[0];
            steps.RemoveAt(0);
            IEnumerable<string> ordered = steps.Select(text => "  - at: " + text).Append(step)
                .OrderBy(text => int.Parse(text.AsSpan(8, text.IndexOf(" s", 8, StringComparison.Ordinal) - 8), CultureInfo.InvariantCulture));
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", head + string.Concat(ordered));
            Assert.Empty(document.Diagnostics);
            ScenarioResult result = ScenarioRunner.Run(document.Cases[0], new RunOptions(), CancellationToken.None);
            Assert.Null(result.Problem);
            return Assert.Single(result.Expectations);
        }
    }
}
