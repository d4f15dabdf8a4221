using System.Globalization;
using System.Linq;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>The verdict on a scenario whose bank was broken on purpose.</summary>
    /// <remarks>It passes where the scenario fails, since a scenario that cannot fail proves nothing.</remarks>
    internal static class SabotageVerdict
    {
        /// <summary>Which case with which sabotage, in words.</summary>
        public static string Label(ScenarioCase scenario, int index)
        {
            string own = index < 0 ? "without sabotage" : string.Create(CultureInfo.InvariantCulture, $"sabotage {index + 1}");
            return scenario.Label.Length == 0 ? own : $"{scenario.Label}, {own}";
        }

        /// <summary>Turns what a sabotaged run yielded into a verdict on the scenario.</summary>
        public static ScenarioResult Turn(ScenarioCase scenario, int index, ScenarioResult run)
        {
            if (run.Verdict == Verdict.CouldNotRun)
            {
                return With(scenario, index, run, Verdict.CouldNotRun, run.Problem, []);
            }

            bool isCaught = run.Verdict == Verdict.Failed;
            ExpectationResult? failed = run.Expectations.FirstOrDefault(static one => one.Verdict == Verdict.Failed);
            ExpectationResult expectation = new()
            {
                Expected = $"the scenario fails under its sabotage: {scenario.Sabotages[index]}",
                Line = failed?.Line ?? 1,
                ArmedMilliseconds = 0,
                DecidedMilliseconds = failed?.DecidedMilliseconds ?? -1,
                Verdict = isCaught ? Verdict.Passed : Verdict.Failed,
                Seen = isCaught ? CaseTitle.ReasonOf(run) : $"it was {VerdictWords.OfScenario(run.Verdict)}",
                FramesAround = failed?.FramesAround ?? [],
            };
            return With(scenario, index, run, expectation.Verdict, null, [expectation]);
        }

        /// <summary>The verdict on a case that no sabotage is written for.</summary>
        public static ScenarioResult None(ScenarioCase scenario)
        {
            ExpectationResult expectation = new()
            {
                Expected = "at least one sabotage under which the scenario fails",
                Line = 1,
                ArmedMilliseconds = 0,
                Verdict = Verdict.Failed,
                Seen = "the file has none, so nobody knows whether the scenario can fail; add one under 'sabotage:'",
            };
            ScenarioResult nothing = new() { Path = scenario.Document.Path, Name = scenario.Name, Verdict = Verdict.Failed, Seed = scenario.Seed };
            return With(scenario, -1, nothing, Verdict.Failed, null, [expectation]);
        }

        private static ScenarioResult With(
            ScenarioCase scenario,
            int index,
            ScenarioResult run,
            Verdict verdict,
            string? problem,
            ExpectationResult[] expectations)
        {
            return new ScenarioResult
            {
                Path = run.Path,
                Name = run.Name,
                Case = Label(scenario, index),
                Description = run.Description,
                Source = run.Source,
                Tags = scenario.Document.Tags,
                Verdict = verdict,
                Problem = problem,
                Expectations = expectations,
                Stand = run.Stand,
                InverterModel = run.InverterModel,
                InverterFirmware = run.InverterFirmware,
                Settings = run.Settings,
                Seed = run.Seed,
                DurationMilliseconds = run.DurationMilliseconds,
                Elapsed = run.Elapsed,
                Marks = run.Marks,
                Samples = run.Samples,
                Frames = run.Frames,
                TracePath = run.TracePath,
            };
        }
    }
}
