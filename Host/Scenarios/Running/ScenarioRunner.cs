using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Runs cases. It throws nothing but <see cref="OperationCanceledException"/>.</summary>
    public static class ScenarioRunner
    {
        /// <summary>Runs one case to its end and says what became of it.</summary>
        /// <param name="scenario">A case of a document without faults.</param>
        /// <param name="options">How it is run.</param>
        /// <param name="stop">Breaks the run off with an <see cref="OperationCanceledException"/>.</param>
        public static ScenarioResult Run(ScenarioCase scenario, RunOptions options, CancellationToken stop)
        {
            long start = Stopwatch.GetTimestamp();
            uint seed = options.Seed ?? scenario.Seed;
            SabotagePlan? sabotage = options.Sabotage is int index ? scenario.Plan.Sabotages[index] : null;
            SetupPlan setup = sabotage?.Setup ?? scenario.Plan.Setup;
            string? tracePath = null;
            string name = "virtual";
            InverterFacts? inverter = null;
            InverterConditions conditions = InverterConditions.None;
            ScenarioRun? run = null;
            string? problem = null;
            try
            {
                tracePath = options.TraceFolder == null ? null : Path.Combine(options.TraceFolder, TraceNameOf(scenario, options) + ".log");
                using IStand stand = Open(options);
                name = stand.Name;
                inverter = stand.Inverter;
                using TraceFile? trace = tracePath == null ? null : new TraceFile(tracePath);
                if (trace != null)
                {
                    stand.FrameSeen += frame =>
                    {
                        if (run is not { IsOver: true })
                        {
                            trace.Write(frame);
                        }
                    };
                }

                stand.SetUp(setup, seed, stop);
                conditions = stand.Conditions;
                if (tracePath != null)
                {
                    stand.LogRegisters(Path.ChangeExtension(tracePath, ".registers.csv"));
                }

                run = new ScenarioRun(stand, scenario.Plan, sabotage);
                run.Run(stop);
            }
            catch (StandException exception)
            {
                problem = exception.Message;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                problem = exception.Message.ReplaceLineEndings(" ");
            }

            var outcome = new RunOutcome(problem, name, inverter, conditions, seed, options.Sabotage, Stopwatch.GetElapsedTime(start), tracePath);
            return Compose(scenario, run, outcome);
        }

        /// <summary>What there is to say of a run.</summary>
        internal static ScenarioResult Compose(ScenarioCase scenario, ScenarioRun? run, RunOutcome outcome)
        {
            SetupPlan setup = outcome.Sabotage is int index ? scenario.Plan.Sabotages[index].Setup ?? scenario.Plan.Setup : scenario.Plan.Setup;
            InverterFacts? inverter = outcome.Inverter;
            return new ScenarioResult
            {
                Path = scenario.Document.Path,
                Name = scenario.Name,
                Case = scenario.Label,
                Description = scenario.Description,
                Source = scenario.Source,
                Tags = scenario.Document.Tags,
                Verdict = outcome.Problem != null || run == null ? Verdict.CouldNotRun : VerdictOf(run),
                Problem = outcome.Problem,
                Expectations = [.. (run?.Expectations ?? []).Select(one => one with { Step = ScenarioStep.Of(scenario.Document.Lines, one.Line) })],
                RerunCommand = RerunCommand.Of(scenario, outcome.Seed, outcome.Sabotage != null),
                Stand = outcome.Stand,
                InverterModel = inverter is { Model.Length: > 0 } ? inverter.Model : setup.Model,
                InverterFirmware = inverter?.Firmware ?? setup.Firmware,
                Settings = [.. setup.Settings, .. outcome.Conditions.Settings, .. RegisterFacts.Of(inverter)],
                Seed = outcome.Seed,
                DurationMilliseconds = scenario.EndMilliseconds,
                Elapsed = outcome.Elapsed,
                Marks = run?.Marks ?? [],
                Samples = run?.Samples ?? [],
                Frames = run?.Frames ?? [],
                TracePath = outcome.TracePath,
            };
        }

        /// <summary>The result of a file that cannot be run, with its first fault as the problem.</summary>
        public static ScenarioResult Refuse(ScenarioDocument document)
        {
            return new ScenarioResult
            {
                Path = document.Path,
                Name = document.Name,
                Description = document.Description,
                Source = document.Source,
                Tags = document.Tags,
                Verdict = Verdict.CouldNotRun,
                Problem = document.Diagnostics.Count > 0 ? document.Diagnostics[0].ToString() : "There is no case in it.",
            };
        }

        private static IStand Open(RunOptions options)
        {
            return options.StandFactory?.Invoke() switch
            {
                null => new VirtualStand(),
                BenchStand bench => bench.Open(),
                IStand stand => stand,
                IScenarioStand other => throw new StandException($"{other.Name} is not a stand that a scenario can be run on."),
            };
        }

        private static Verdict VerdictOf(ScenarioRun run)
        {
            Verdict worst = Verdict.Passed;
            foreach (ExpectationResult expectation in run.Expectations)
            {
                worst = expectation.Verdict > worst ? expectation.Verdict : worst;
            }

            return worst;
        }

        private static string TraceNameOf(ScenarioCase scenario, RunOptions options)
        {
            if (options.TraceName != null)
            {
                return options.TraceName;
            }

            string text = Path.GetFileNameWithoutExtension(scenario.Document.Path);
            text += scenario.Label.Length > 0 ? "-" + scenario.Label : "";
            text += options.Sabotage is int index ? string.Create(CultureInfo.InvariantCulture, $"-sabotage-{index + 1}") : "";
            static char Safe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '=' ? character : '_';
            return new string(Array.ConvertAll(text.ToCharArray(), Safe));
        }
    }
}
