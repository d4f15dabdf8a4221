using System;
using System.Globalization;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;
using Spectre.Console;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Tells how a run goes on: a bar on a terminal, and everywhere a line for each case that did not pass.</summary>
    internal static class RunProgress
    {
        /// <summary>Watches a run.</summary>
        /// <param name="host">Where to tell.</param>
        /// <param name="count">Cases there are.</param>
        /// <param name="run">The run; it is given what it has to call with each result, or with null while there is none.</param>
        public static T Watch<T>(CliHost host, int count, Func<Action<ScenarioResult?>, T> run)
        {
            return host.Terminal is IAnsiConsole terminal ? OnTerminal(host, terminal, count, run) : run(result => Tell(host, result));
        }

        /// <summary>The line of a case that did not pass; null for one that did.</summary>
        public static string? Line(ScenarioResult result)
        {
            string reason = CaseTitle.ReasonOf(result);
            return result.Verdict == Verdict.Passed
                ? null
                : $"{VerdictWords.OfScenario(result.Verdict)}: {CaseTitle.PathOf(result)}: {CaseTitle.Of(result)}: {reason}";
        }

        private static void Tell(CliHost host, ScenarioResult? result)
        {
            if (result is not null && Line(result) is string line)
            {
                host.Output.WriteLine(line);
            }
        }

        private static T OnTerminal<T>(CliHost host, IAnsiConsole terminal, int count, Func<Action<ScenarioResult?>, T> run)
        {
            Progress bar = terminal.Progress()
                .AutoClear(true)
                .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left });
            return bar.Start(context =>
            {
                ProgressTask task = context.AddTask(Words(0, count, 0), maxValue: Math.Max(1, count));
                int done = 0;
                int bad = 0;
                return run(result =>
                {
                    host.HeedKeys();
                    if (result is null)
                    {
                        return;
                    }

                    done++;
                    if (Line(result) is string line)
                    {
                        bad += result.Verdict == Verdict.NotObservable ? 0 : 1;
                        terminal.Write(new Text(line + Environment.NewLine, result.Verdict == Verdict.NotObservable ? Palette.Wary : Palette.Bad));
                    }

                    task.Description = Words(done, count, bad);
                    task.Value = done;
                });
            });
        }

        private static string Words(int done, int count, int bad)
        {
            string failed = bad == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {bad} not passed");
            return string.Create(CultureInfo.InvariantCulture, $"{done} of {count}{failed}; q or Ctrl+C ends");
        }
    }
}
