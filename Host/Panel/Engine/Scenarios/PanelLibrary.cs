using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Library;
using BatterySim.Host.Scenarios.Reports;

namespace BatterySim.Host.Panel.Engine.Scenarios
{
    /// <summary>The scenarios that the program carries.</summary>
    public static class PanelLibrary
    {
        private static readonly ConcurrentDictionary<string, ScenarioDocument> Documents = new(System.StringComparer.Ordinal);
        private static IReadOnlyList<ScenarioEntry>? _entries;

        /// <summary>Every scenario; read once, which takes some seconds in a browser.</summary>
        public static IReadOnlyList<ScenarioEntry> Entries => _entries ??=
        [
            .. Paths().Select(static path => Documents.GetOrAdd(path, ScenarioLoader.Load)).Where(static document => document.Cases.Count > 0)
                .Select(static document => new ScenarioEntry(document.Path, document.Name, document.Description, document.Tags)),
        ];

        /// <summary>The style of a report as a source of a Content-Security-Policy: a frame has the policy of its page.</summary>
        public static string ReportStyleSource => HtmlReport.StyleSource;

        /// <summary>Reads a scenario; null if the library has none of that path.</summary>
        public static ScenarioDocument? Find(string path) => Paths().Contains(path) ? Documents.GetOrAdd(path, ScenarioLoader.Load) : null;

        private static IEnumerable<string> Paths() => ScenarioLibrary.Find(ScenarioLibrary.Prefix)
            .Where(static path => !path.EndsWith(ScenarioDocument.SetupEnding, System.StringComparison.Ordinal));
    }
}
