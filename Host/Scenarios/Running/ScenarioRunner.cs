using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Runs cases. It throws nothing but <see cref="System.OperationCanceledException"/>.</summary>
    public static class ScenarioRunner
    {
        /// <summary>Runs one case to its end and says what became of it.</summary>
        /// <param name="scenario">A case of a document without faults.</param>
        /// <param name="options">How it is run.</param>
        /// <param name="stop">Breaks the run off with an <see cref="System.OperationCanceledException"/>.</param>
        public static ScenarioResult Run(ScenarioCase scenario, RunOptions options, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            return new ScenarioResult
            {
                Path = scenario.Document.Path,
                Name = scenario.Name,
                Case = scenario.Label,
                Verdict = Verdict.CouldNotRun,
                Problem = "The runner has no stand yet.",
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
                Problem = document.Faults.Count > 0 ? document.Faults[0].ToString() : "There is no case in it.",
            };
        }
    }
}
