using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Runs scenarios, reports on them and says with its exit code what became of them.</summary>
    internal sealed class ScenarioRun(ScenarioRequest request, CliHost host)
    {
        private static readonly Verdict[] Verdicts = [Verdict.Passed, Verdict.NotObservable, Verdict.Failed, Verdict.CouldNotRun];

        /// <summary>Runs everything.</summary>
        public int Run()
        {
            ScenarioDocument[] documents = ScenarioFiles.Load(request.Paths, withSetups: false);
            ScenarioJob[] jobs = ScenarioJob.Of(documents, request.Filters, request.IsSabotage);
            if (request.Cases.Count > 0)
            {
                jobs = [.. jobs.Where(job => request.Cases.Contains(job.Case?.Label ?? ""))];
            }

            if (jobs.Length == 0 && request.Cases.Count > 0)
            {
                throw CliException.Usage($"there is no case '{string.Join("', '", request.Cases)}'; 'batterysim scenario list' shows them.");
            }

            if (jobs.Length == 0)
            {
                throw CliException.Usage($"nothing matches --filter {string.Join(", ", request.Filters)}; 'batterysim scenario list' shows names and tags.");
            }

            jobs = request.Shard.Of(jobs);
            MakeReady(documents);
            foreach (Diagnostic problem in jobs.Where(static job => job.Case is null).SelectMany(static job => job.Document.Diagnostics))
            {
                host.Error.WriteLine(problem);
            }

            ReportFileNames names = new();
            string[] fileNames = [.. jobs.Select(job => names.Next(job.Document.Path, job.Label))];
            DateTimeOffset begin = host.Clock.GetLocalNow();
            long stamp = host.Clock.GetTimestamp();
            ScenarioBatch batch = new(
                jobs.Length,
                (index, stop) => jobs[index].Run(OptionsOf(jobs[index], fileNames[index]), stop),
                request.FailsFast);
            ScenarioResult?[] places = RunProgress.Watch(host, jobs.Length, tell => batch.Run(request.Jobs, tell, host.Interruption.Token));
            (ScenarioResult Result, string FileName)[] known =
            [
                .. places.Zip(fileNames).Where(static place => place.First is not null).Select(static place => (place.First!, place.Second)),
            ];
            ScenarioResult[] results = [.. known.Select(static one => one.Result)];
            RunInfo info = new()
            {
                ProductVersion = Product.Version,
                Date = begin,
                Elapsed = host.Clock.GetElapsedTime(stamp),
                LeftOutCount = jobs.Length - results.Length,
            };
            Summarise(info, results);
            Report(info, known, [.. fileNames.Where((_, index) => places[index] is null)]);
            return ExitCodeOf(info, results);
        }

        /// <summary>What the shell is told: 1 if a case failed, 2 if one could not be run or was left out, 0 otherwise.</summary>
        internal int ExitCodeOf(RunInfo info, IReadOnlyCollection<ScenarioResult> results)
        {
            if (results.Any(IsBad))
            {
                return ExitCodes.Failure;
            }

            return info.LeftOutCount > 0 || results.Any(static one => one.Verdict == Verdict.CouldNotRun) ? ExitCodes.CouldNotRun : ExitCodes.Success;
        }

        // A case of which nothing at all could be seen is no better than one that failed.
        private bool IsBad(ScenarioResult result)
        {
            return result.Verdict == Verdict.Failed
                || (result.Verdict == Verdict.NotObservable
                    && (request.IsStrict || result.Expectations.All(static one => one.Verdict != Verdict.Passed)));
        }

        private RunOptions OptionsOf(ScenarioJob job, string fileName)
        {
            return new RunOptions
            {
                TraceFolder = request.ReportFolder is string folder ? Path.Combine(folder, HtmlReport.CasesName) : null,
                TraceName = fileName,
                Seed = request.Seed,
                Sabotage = job.Sabotage,
                StandFactory = request.Bench,
            };
        }

        private void MakeReady(ScenarioDocument[] documents)
        {
            CheckFiles(documents);
            if (request.JUnitPath is string junit)
            {
                OrRefuse("--junit", junit, "name a file in a folder that exists and may be written to", () => WholeFile.Probe(junit));
            }

            if (request.ReportFolder is string folder)
            {
                OrRefuse("--report", folder, "name a folder that may be written to", () => HtmlReport.Prepare(folder));
            }
        }

        private void CheckFiles(ScenarioDocument[] documents)
        {
            IEnumerable<(string, string)> inputs = documents.Select(static document => ($"the scenario {document.Path}", document.Path));
            List<(string, string)> outputs = [];
            if (request.JUnitPath is string junit)
            {
                outputs.Add(("--junit", junit));
            }

            if (request.ReportFolder is string folder)
            {
                outputs.Add(("--report", Path.Combine(folder, HtmlReport.IndexName)));
            }

            if (FileClash.Find(inputs, outputs) is string clash)
            {
                throw CliException.Usage($"{clash}.");
            }
        }

        private static void OrRefuse(string option, string path, string remedy, Action action)
        {
            try
            {
                action();
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Usage($"{option} '{path}' cannot be written: {FileProblem.Reason(problem)}; {remedy}.");
            }
        }

        private void Summarise(RunInfo info, ScenarioResult[] results)
        {
            IEnumerable<string> counts = Verdicts
                .Select(verdict => (Count: results.Count(one => one.Verdict == verdict), Words: VerdictWords.OfScenario(verdict)))
                .Where(static one => one.Count > 0)
                .Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {one.Words}"));
            string what = results.Length == 1 ? "case" : "cases";
            string leftOut = info.LeftOutCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {info.LeftOutCount} not run");
            string all = results.Length == 0 ? "nothing" : string.Join(", ", counts);
            host.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{results.Length} {what} in {info.Elapsed.TotalSeconds:F1} s: {all}{leftOut}"));
            foreach (ScenarioResult result in results.Where(one => IsBad(one) && one.Verdict == Verdict.NotObservable))
            {
                host.Output.WriteLine($"counts as failed{(request.IsStrict ? " under --strict" : ", since nothing of it was observed")}: {CaseTitle.Of(result)}");
            }
        }

        private void Report(RunInfo info, (ScenarioResult Result, string FileName)[] cases, string[] leftOut)
        {
            try
            {
                if (request.JUnitPath is string junit)
                {
                    WholeFile.Write(junit, stream => JUnitReport.Write(stream, info, [.. cases.Select(static one => one.Result)]));
                    host.Output.WriteLine($"JUnit in {junit}");
                }

                if (request.ReportFolder is string folder)
                {
                    // The trace of a case that is not in the report would be a riddle.
                    foreach (string name in leftOut.SelectMany(static name => HtmlReport.CaseEndings.Select(ending => name + ending)))
                    {
                        File.Delete(Path.Combine(folder, HtmlReport.CasesName, name));
                    }

                    HtmlReport.Write(folder, info, cases);
                    host.Output.WriteLine($"report in {Path.Combine(folder, HtmlReport.IndexName)}");
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw CliException.Failure($"the report could not be written: {FileProblem.Reason(problem)}; make room or name another place.");
            }
        }
    }
}
