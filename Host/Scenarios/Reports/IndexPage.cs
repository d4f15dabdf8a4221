using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The first page of a report: how many of which verdict, for which inverter, and every case in a row.</summary>
    internal static class IndexPage
    {
        private static readonly Verdict[] Verdicts = [Verdict.Failed, Verdict.CouldNotRun, Verdict.NotObservable, Verdict.Passed];

        /// <summary>Makes the page.</summary>
        /// <param name="info">What there is to say of the run.</param>
        /// <param name="cases">The cases, each with the address of its page.</param>
        public static string Make(RunInfo info, IReadOnlyList<(ScenarioResult Result, string Address)> cases)
        {
            ScenarioResult[] results = [.. cases.Select(static one => one.Result)];
            MarkupBuilder page = HtmlPage.Begin("Scenarios: " + Headline(results));
            page.Element("h1", "BatterySim scenarios: " + Headline(results));
            AddBar(page, results);
            AddRun(page, info, results);
            AddMatrix(page, results);
            AddCases(page, cases);
            AddTimes(page, info, cases);
            return page.Finish();
        }

        private static string Headline(ScenarioResult[] results)
        {
            IEnumerable<string> counts = Verdicts
                .Select(verdict => (Count: results.Count(one => one.Verdict == verdict), Words: VerdictWords.OfScenario(verdict)))
                .Where(static one => one.Count > 0)
                .Select(static one => $"{ReportText.Number(one.Count)} {one.Words}");
            return results.Length == 0 ? "nothing was run" : string.Join(", ", counts);
        }

        private static void AddRun(MarkupBuilder page, RunInfo info, ScenarioResult[] results)
        {
            HtmlPage.OpenTable(page, "The run", "What", "Value");
            HtmlPage.Fact(page, "BatterySim", info.ProductVersion);
            HtmlPage.Fact(page, "Stand", Distinct(results.Select(static one => one.Stand)));
            HtmlPage.Fact(page, "Seed", Distinct(results.Select(static one => ReportText.Number(one.Seed))));
            HtmlPage.Fact(page, "Cases", ReportText.Number(results.Length));
            if (info.LeftOutCount > 0)
            {
                HtmlPage.Fact(page, "Not begun", $"{ReportText.Number(info.LeftOutCount)} cases: the run was ended before their turn");
            }

            KeyValuePair<string, string>[] common = CommonSettings(results);
            foreach (KeyValuePair<string, string> setting in common)
            {
                HtmlPage.Fact(page, setting.Key, setting.Value);
            }

            HtmlPage.CloseTable(page);
            if (common.Length > 0)
            {
                page.Element("p", "Settings above hold in every case; what a case has of its own is on its page.", ("class", "soft"));
            }
        }

        // A row for each inverter and firmware: reports of two firmwares laid side by side are the matrix.
        private static void AddMatrix(MarkupBuilder page, ScenarioResult[] results)
        {
            page.Element("h2", "Inverters");
            HtmlPage.OpenTable(
                page,
                "Verdicts by inverter model and firmware",
                ["Model", "Firmware", "Stand", .. Verdicts.Select(static verdict => "#" + VerdictWords.OfScenario(verdict))]);
            var groups = results
                .GroupBy(static one => (one.InverterModel, one.InverterFirmware, one.Stand))
                .OrderBy(static one => one.Key);
            foreach (var group in groups)
            {
                page.Open("tr").Element("th", CaseFacts.OrNotGiven(group.Key.InverterModel), ("scope", "row"));
                page.Element("td", CaseFacts.OrNotGiven(group.Key.InverterFirmware)).Element("td", group.Key.Stand);
                foreach (Verdict verdict in Verdicts)
                {
                    page.Element("td", ReportText.Number(group.Count(one => one.Verdict == verdict)), ("class", "number"));
                }

                page.Close();
            }

            HtmlPage.CloseTable(page);
        }

        private static void AddCases(MarkupBuilder page, IReadOnlyList<(ScenarioResult Result, string Address)> cases)
        {
            page.Element("h2", "Cases").Open("div");
            AddPick(page, "all");
            foreach (Verdict verdict in Verdicts)
            {
                AddPick(page, VerdictWords.Class(verdict));
            }

            page.Open("div", ("class", "filter")).Element("label", $"all {ReportText.Number(cases.Count)}", ("for", "pick-all"));
            foreach (Verdict verdict in Verdicts)
            {
                string count = ReportText.Number(cases.Count(one => one.Result.Verdict == verdict));
                page.Element("label", $"{VerdictWords.OfScenario(verdict)} {count}", ("for", "pick-" + VerdictWords.Class(verdict)));
            }

            page.Close();
            AddSearch(page, results: [.. cases.Select(static one => one.Result)]);
            HtmlPage.OpenTable(page, "Every case", "Verdict", "Scenario", "File", "Tags", "Ended at", "Why");
            foreach ((ScenarioResult result, string address) in cases)
            {
                page.Open("tr", ("class", VerdictWords.Class(result.Verdict)), ("data-kind", "case"), ("data-folder", FolderOf(result)), ("data-tags", $" {string.Join(' ', result.Tags)} "));
                page.Open("td");
                HtmlPage.Verdict(page, result.Verdict, VerdictWords.OfScenario(result.Verdict));
                page.Close().Open("td").Element("a", CaseTitle.Of(result), ("href", address)).Close();
                page.Open("td", ("class", "path"));
                HtmlPage.FilePath(page, CaseTitle.PathOf(result));
                page.Close();
                page.Element("td", string.Join(", ", result.Tags)).Element("td", ReportText.Clock(result.DurationMilliseconds), ("class", "time"));
                page.Element("td", CaseTitle.ReasonOf(result)).Close();
            }

            HtmlPage.CloseTable(page);
            page.Close().Raw("script", ReportScript.Search);
        }

        // The share of each verdict; the numbers are in the heading above it.
        private static void AddBar(MarkupBuilder page, ScenarioResult[] results)
        {
            if (results.Length == 0)
            {
                return;
            }

            page.Open("svg", ("class", "bar"), ("viewBox", $"0 0 {results.Length} 1"),
                ("preserveAspectRatio", "none"), ("role", "img"), ("aria-label", Headline(results)));
            int x = 0;
            foreach (Verdict verdict in Verdicts)
            {
                int count = results.Count(one => one.Verdict == verdict);
                page.Empty("rect", ("x", ReportText.Number(x)), ("y", "0"), ("width", ReportText.Number(count)), ("height", "1"), ("class", VerdictWords.Class(verdict)));
                x += count;
            }

            page.Close();
        }

        // Of use with a script only, which is why it is hidden until the script shows it.
        private static void AddSearch(MarkupBuilder page, ScenarioResult[] results)
        {
            page.Open("div", ("class", "search"), ("hidden", "hidden"), ("id", "search"));
            page.Open("label").Text("Search ").Empty("input", ("type", "search"), ("id", "search-text")).Close();
            AddChoice(page, "Folder", "search-folder", results.Select(FolderOf));
            AddChoice(page, "Tag", "search-tag", results.SelectMany(static one => one.Tags));
            page.Element("span", "", ("id", "search-count"), ("role", "status"), ("class", "soft")).Close();
        }

        private static void AddChoice(MarkupBuilder page, string name, string id, IEnumerable<string> values)
        {
            page.Open("label").Text(name + " ").Open("select", ("id", id)).Element("option", "all", ("value", ""));
            foreach (string value in values.Distinct().Order(System.StringComparer.Ordinal))
            {
                page.Element("option", value.Length == 0 ? "." : value, ("value", value.Length == 0 ? "." : value));
            }

            page.Close().Close();
        }

        private static string FolderOf(ScenarioResult result)
        {
            string path = CaseTitle.PathOf(result);
            int slash = path.LastIndexOf('/');
            return slash < 0 ? "." : path[..slash];
        }

        private static void AddPick(MarkupBuilder page, string name)
        {
            (string, string)[] attributes =
                [("class", "pick"), ("type", "radio"), ("name", "pick"), ("id", "pick-" + name), ("aria-label", "show " + name)];
            page.Empty("input", name == "all" ? [.. attributes, ("checked", "checked")] : attributes);
        }

        // All that differs between two runs of the same files stands here and nowhere else.
        private static void AddTimes(MarkupBuilder page, RunInfo info, IReadOnlyList<(ScenarioResult Result, string Address)> cases)
        {
            string date = info.Date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
            page.Open("section", ("id", "times")).Element("h2", "Date and times");
            page.Element("p", $"Run on {date} in {ReportText.Seconds(info.Elapsed)} s.");
            page.Open("details").Element("summary", "Time that each case took");
            HtmlPage.OpenTable(page, "Time on the wall", "Scenario", "#s");
            foreach ((ScenarioResult result, string _) in cases)
            {
                page.Open("tr").Element("td", CaseTitle.Of(result)).Element("td", ReportText.Seconds(result.Elapsed), ("class", "number")).Close();
            }

            HtmlPage.CloseTable(page);
            page.Close().Close();
        }

        private static KeyValuePair<string, string>[] CommonSettings(ScenarioResult[] results)
        {
            ScenarioResult[] ran = [.. results.Where(static one => one.Verdict != Verdict.CouldNotRun)];
            return ran.Length == 0
                ? []
                : [.. ran[0].Settings.Where(setting => ran.All(one => one.Settings.Contains(setting)))];
        }

        private static string Distinct(IEnumerable<string> values)
        {
            string[] distinct = [.. values.Distinct()];
            return distinct.Length == 0 ? "none" : string.Join(", ", distinct);
        }
    }
}
