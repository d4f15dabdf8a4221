using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>One thing to run and to report: a case, a case with a sabotage, or a file that cannot be run.</summary>
    /// <param name="Document">The file.</param>
    /// <param name="Case">The case; null for a file with faults.</param>
    /// <param name="Sabotage">Index of the sabotage; -1 for a case that has none; null where no sabotage is asked for.</param>
    internal sealed record ScenarioJob(ScenarioDocument Document, ScenarioCase? Case, int? Sabotage)
    {
        /// <summary>Which case of its file, in words.</summary>
        public string Label => Sabotage is int index && Case is not null ? SabotageVerdict.Label(Case, index) : Case?.Label ?? "";

        /// <summary>What there is to run, in the order of the files and of the cases in them.</summary>
        public static ScenarioJob[] Of(IEnumerable<ScenarioDocument> documents, IReadOnlyList<string> filters, bool isSabotage)
        {
            return [.. documents.SelectMany(document => OfDocument(document, isSabotage)).Where(job => job.Matches(filters))];
        }

        /// <summary>True if one of the texts is part of name, case, path or a tag; or if there is no text.</summary>
        public bool Matches(IReadOnlyList<string> filters)
        {
            IEnumerable<string> words = [Case?.Name ?? Document.Name, Case?.Label ?? "", Document.Path.Replace('\\', '/'), .. Document.Tags];
            return filters.Count == 0
                || words.Any(word => filters.Any(filter => word.Contains(filter, StringComparison.OrdinalIgnoreCase)));
        }

        /// <summary>Runs it.</summary>
        public ScenarioResult Run(RunOptions options, CancellationToken stop)
        {
            if (Case is null)
            {
                return ScenarioRunner.Refuse(Document);
            }

            return Sabotage switch
            {
                null => ScenarioRunner.Run(Case, options, stop),
                < 0 => SabotageVerdict.None(Case),
                int index => SabotageVerdict.Turn(Case, index, ScenarioRunner.Run(Case, options, stop)),
            };
        }

        private static IEnumerable<ScenarioJob> OfDocument(ScenarioDocument document, bool isSabotage)
        {
            if (document.Cases.Count == 0)
            {
                return [new ScenarioJob(document, null, null)];
            }

            return isSabotage
                ? document.Cases.SelectMany(one => OfSabotages(document, one))
                : document.Cases.Select(one => new ScenarioJob(document, one, null));
        }

        private static IEnumerable<ScenarioJob> OfSabotages(ScenarioDocument document, ScenarioCase one)
        {
            return one.Sabotages.Count == 0
                ? [new ScenarioJob(document, one, -1)]
                : Enumerable.Range(0, one.Sabotages.Count).Select(index => new ScenarioJob(document, one, index));
        }
    }
}
