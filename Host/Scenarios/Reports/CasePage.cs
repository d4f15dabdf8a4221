using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The page of one case.</summary>
    internal static class CasePage
    {
        /// <summary>Makes the page.</summary>
        /// <param name="info">What there is to say of the run.</param>
        /// <param name="result">The case.</param>
        /// <param name="trace">Address of the trace, seen from the page; null if there is none.</param>
        public static string Make(RunInfo info, ScenarioResult result, string? trace)
        {
            string title = CaseTitle.Of(result);
            MarkupBuilder page = HtmlPage.Begin($"{VerdictWords.OfScenario(result.Verdict)}: {title}");
            page.Open("nav").Element("a", "All cases", ("href", "../index.html")).Close();
            page.Element("h1", title).Open("p");
            HtmlPage.Verdict(page, result.Verdict, VerdictWords.OfScenario(result.Verdict));
            page.Text($" at {ReportText.Clock(result.DurationMilliseconds)} of ").Element("code", CaseTitle.PathOf(result)).Close();
            AddParagraph(page, "", result.Problem ?? "");
            AddParagraph(page, "", result.Description);
            AddParagraph(page, "Source: ", result.Source);
            AddParagraph(page, "Tags: ", string.Join(", ", result.Tags));
            AddRerun(page, result.RerunCommand);
            AddExpectations(page, result.Expectations);
            page.Element("h2", "Course");
            TimelinePlot.Add(page, result);
            AddSteps(page, result);
            AddFramesAround(page, result.Expectations);
            AddMarks(page, result.Marks);
            AddFrames(page, result.Frames);
            if (trace is not null)
            {
                page.Open("p").Text("Every frame, in candump form: ").Element("a", trace[(trace.LastIndexOf('/') + 1)..], ("href", trace)).Close();
            }

            page.Element("h2", "Set-up");
            HtmlPage.OpenTable(page, "Settings of the run, of bank and inverter", "What", "Value");
            HtmlPage.Fact(page, "BatterySim", info.ProductVersion);
            foreach (KeyValuePair<string, string> fact in CaseFacts.Of(result))
            {
                HtmlPage.Fact(page, fact.Key, fact.Value);
            }

            HtmlPage.CloseTable(page);
            return page.Finish();
        }

        private static void AddParagraph(MarkupBuilder page, string name, string text)
        {
            if (text.Length > 0)
            {
                page.Element("p", name + text);
            }
        }

        private static void AddRerun(MarkupBuilder page, string command)
        {
            if (command.Length > 0)
            {
                page.Element("p", "This case alone:").Element("pre", command, ("tabindex", "0"), ("class", "command"));
            }
        }

        // The lines of the file behind what failed; where nothing did, behind all.
        private static void AddSteps(MarkupBuilder page, ScenarioResult result)
        {
            ExpectationResult[] failed = [.. result.Expectations.Where(static one => one.Verdict != Verdict.Passed)];
            ExpectationResult[] shown = failed.Length > 0 ? failed : [.. result.Expectations];
            HashSet<int> known = [];
            foreach (ExpectationResult expectation in shown.Where(one => one.Step.Count > 0 && known.Add(one.Step[0].Number)))
            {
                page.Element("p", $"Step of {CaseTitle.PathOf(result)}:").Open("pre", ("tabindex", "0"), ("class", "step"));
                foreach (SourceLine line in expectation.Step)
                {
                    bool isFailed = failed.Any(one => one.Line == line.Number);
                    page.Open("span", ("class", isFailed ? "line wrong" : "line"));
                    page.Text($"{ReportText.Number(line.Number),4}{(isFailed ? " ✗ " : "   ")}{line.Text}\n").CloseInline();
                }

                page.Close();
            }
        }

        private static void AddExpectations(MarkupBuilder page, IReadOnlyList<ExpectationResult> expectations)
        {
            page.Element("h2", "Expectations");
            if (expectations.Count == 0)
            {
                page.Element("p", "None was reached.");
                return;
            }

            HtmlPage.OpenTable(page, "What was expected and what was seen", "Verdict", "Expected", "Seen", "Watched from", "Decided at", "#Line");
            foreach (ExpectationResult expectation in expectations)
            {
                page.Open("tr", ("class", VerdictWords.Class(expectation.Verdict)), ("data-kind", "expectation")).Open("td");
                HtmlPage.Verdict(page, expectation.Verdict, VerdictWords.OfExpectation(expectation.Verdict));
                page.Close().Element("td", expectation.Expected, ("data-label", "expected")).Element("td", expectation.Seen, ("data-label", "seen"));
                page.Element("td", ReportText.Clock(expectation.ArmedMilliseconds), ("class", "time"), ("data-label", "watched from"));
                string decided = expectation.DecidedMilliseconds < 0 ? "never" : ReportText.Clock(expectation.DecidedMilliseconds);
                page.Element("td", decided, ("class", "time"), ("data-label", "decided at"));
                page.Element("td", ReportText.Number(expectation.Line), ("class", "number"), ("data-label", "line")).Close();
            }

            HtmlPage.CloseTable(page);
        }

        private static void AddFramesAround(MarkupBuilder page, IReadOnlyList<ExpectationResult> expectations)
        {
            foreach (ExpectationResult expectation in expectations)
            {
                if (expectation.FramesAround.Count > 0)
                {
                    page.Element("p", $"Frames around the verdict on line {ReportText.Number(expectation.Line)}, {expectation.Expected}:");
                    page.Element("pre", string.Join('\n', expectation.FramesAround), ("tabindex", "0"));
                }
            }
        }

        private static void AddMarks(MarkupBuilder page, IReadOnlyList<TimelineMark> marks)
        {
            if (marks.Count == 0)
            {
                return;
            }

            HtmlPage.OpenTable(page, "What was done and what happened; the numbers are those in the plot", "#No.", "Time", "Who", "What");
            for (int index = 0; index < marks.Count; index++)
            {
                TimelineMark mark = marks[index];
                page.Open("tr").Element("td", ReportText.Number(index + 1), ("class", "number"));
                page.Element("td", ReportText.Clock(mark.Milliseconds), ("class", "time"));
                page.Element("td", PlotEvents.Who(mark.Kind)).Element("td", mark.Text).Close();
            }

            HtmlPage.CloseTable(page);
        }

        private static void AddFrames(MarkupBuilder page, IReadOnlyList<FrameSummary> frames)
        {
            page.Element("h2", "Frames on the bus");
            if (frames.Count == 0)
            {
                page.Element("p", "None was seen.");
                return;
            }

            HtmlPage.OpenTable(page, "Frames by id; periods in ms", "Id", "#Count", "#Shortest", "#Mean", "#Longest", "The last one");
            foreach (FrameSummary frame in frames)
            {
                page.Open("tr").Open("th", ("scope", "row")).Element("code", ReportText.FrameId(frame.Id, frame.IsExtended)).Close();
                page.Element("td", ReportText.Number(frame.Count), ("class", "number"));
                foreach (long period in new[] { frame.PeriodMinMilliseconds, frame.PeriodMeanMilliseconds, frame.PeriodMaxMilliseconds })
                {
                    page.Element("td", frame.Count < 2 ? "-" : ReportText.Number(period), ("class", "number"));
                }

                page.Open("td").Element("code", frame.LastText).Close().Close();
            }

            HtmlPage.CloseTable(page);
        }
    }
}
