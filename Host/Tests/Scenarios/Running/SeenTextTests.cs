using System;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    // A failure says what was seen, and when it would have passed.
    public class SeenTextTests
    {
        private const string Head = "name: n\nbank: {batteries: 1}\ninverter: {load: 2 kW}\ntimeline:\n";

        [Fact]
        public void Within_ComesTooLate_SaysWhenAndHowLate()
        {
            ExpectationResult result = Run("  - at: 10.5 s\n    inverter: {cable: unplugged}\n    expect: {that: inverter.fault, is: F58, within: 9 s}\n");

            Assert.Equal(Verdict.Failed, result.Verdict);
            Assert.Matches("It was none from 10.5 s to 19.5 s. It became F58 at 2[0-9.]+ s, 0[0-9.]+ s late.", result.Seen);
        }

        [Fact]
        public void Within_NeverComes_SaysHowLongWasLookedFor()
        {
            ExpectationResult result = Run("  - at: 5 s\n    expect: {that: inverter.fault, is: F58, within: 1 s}\n");

            Assert.EndsWith("It was not so up to 17 s either.", result.Seen, StringComparison.Ordinal);
        }

        [Fact]
        public void Hold_NotSoFromTheStart_DoesNotClaimThatItHeld()
        {
            ExpectationResult result = Run("  - at: 10 s\n    expect: {that: inverter.ccl, is: 5 A, for: 5 s}\n");

            Assert.StartsWith("It was 100 A at 10 s, from when on it had to hold.", result.Seen, StringComparison.Ordinal);
        }

        [Fact]
        public void Hold_Broken_SaysHowLongItHeldAndWhatCame()
        {
            ExpectationResult result = Run(
                "  - at: 10 s\n    expect: {that: inverter.ccl, is: 100 A, for: 20 s}\n  - at: 15 s\n    do: FAUL:VAL:CCL 40\n");

            Assert.Matches("It held from 10 s to 1[5-6][0-9.]* s, [56][0-9.]* s of 20 s; then it became 40 A.", result.Seen);
        }

        [Fact]
        public void Marks_OfTheBank_AreTheInstrumentsOwnWords()
        {
            ScenarioResult result = Scenario(
                "  - at: 5 s\n    do: MOD1:TEMP 90\n  - at: 20 s\n    expect: {that: bank.soc, above: 1 %}\n");

            Assert.Contains(result.Marks, static mark => mark.Text == "protection tripped, battery 1: over-temperature");
            Assert.Contains(result.Marks, static mark => mark.Text.StartsWith("alarm raised, battery 1:", StringComparison.Ordinal));
            Assert.DoesNotContain(result.Marks, static mark => mark.Text.Contains("battery 4097", StringComparison.Ordinal));
        }

        [Fact]
        public void Matrix_Settings_MakeACaseForEachCombination()
        {
            ScenarioDocument document = ScenarioLoader.Read(
                "x.yaml",
                "name: n\nbank: {batteries: 1}\nmatrix:\n  bank.profile: [sok-sk48v100, pylontech-us3000c]\n  inverter.model: [8K, 12K]\n  seed: [1, 2]\n"
                + "timeline:\n  - at: 5 s\n    expect: {that: bank.soc, above: 1 %}\n");

            Assert.Empty(document.Diagnostics);
            Assert.Equal(8, document.Cases.Count);
            Assert.Contains(document.Cases, static one => one.Label == "bank.profile=pylontech-us3000c, inverter.model=8K, seed=2");
            ScenarioResult[] results = [.. document.Cases.Select(static one => ScenarioRunner.Run(one, new RunOptions(), CancellationToken.None))];
            Assert.All(results, static result => Assert.Equal(Verdict.Passed, result.Verdict));
            Assert.Equal(["12K", "8K"], results.Select(static result => result.InverterModel).Distinct().Order());
            Assert.Equal([1u, 2u], results.Select(static result => result.Seed).Distinct().Order());
        }

        [Fact]
        public void Result_CarriesStepCourseAndCommand()
        {
            ScenarioResult result = Scenario("  - at: 5 s\n    do: FAUL:VAL:CCL 40\n    expect:\n      - {that: inverter.ccl, below: 50 A, within: 3 s}\n");

            ExpectationResult expectation = Assert.Single(result.Expectations);
            Assert.Equal([5, 6, 7, 8], expectation.Step.Select(static line => line.Number));
            Assert.Equal(49_999, expectation.MostWanted);
            Assert.Null(expectation.LeastWanted);
            Assert.Contains(expectation.Course, static point => point.Text == "40 A");
            Assert.Equal("batterysim scenario run x.yaml --report out", result.RerunCommand);
        }

        private static ExpectationResult Run(string timeline) => Assert.Single(Scenario(timeline).Expectations);

        private static ScenarioResult Scenario(string timeline)
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", Head + timeline);
            Assert.Empty(document.Diagnostics);
            return ScenarioRunner.Run(Assert.Single(document.Cases), new RunOptions(), CancellationToken.None);
        }
    }
}
