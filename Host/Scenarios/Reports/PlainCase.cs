using System.Linq;
using System.Text;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>A case as plain text, for logs of a CI.</summary>
    internal static class PlainCase
    {
        /// <summary>What is behind a verdict that is not passed: each expectation concerned, with the frames around.</summary>
        public static string Details(ScenarioResult result)
        {
            StringBuilder text = new();
            text.Append(CaseTitle.PathOf(result)).Append('\n');
            if (result.Problem is not null)
            {
                text.Append(result.Problem).Append('\n');
            }

            foreach (ExpectationResult expectation in result.Expectations.Where(static one => one.Verdict != Verdict.Passed))
            {
                Add(text, expectation);
            }

            return text.ToString();
        }

        /// <summary>All there is to say but settings and samples.</summary>
        public static string Full(ScenarioResult result)
        {
            StringBuilder text = new();
            text.Append(CaseTitle.Of(result)).Append(": ").Append(VerdictWords.OfScenario(result.Verdict)).Append('\n');
            AddLine(text, "File", CaseTitle.PathOf(result));
            AddLine(text, "About", ReportText.OneLine(result.Description));
            AddLine(text, "Source", ReportText.OneLine(result.Source));
            AddLine(text, "Tags", string.Join(", ", result.Tags));
            AddLine(text, "Ended at", ReportText.Clock(result.DurationMilliseconds));
            AddLine(text, "Trace", result.TracePath ?? "");
            AddLine(text, "Problem", result.Problem ?? "");
            foreach (ExpectationResult expectation in result.Expectations)
            {
                Add(text, expectation);
            }

            return text.ToString();
        }

        private static void Add(StringBuilder text, ExpectationResult expectation)
        {
            text.Append('[').Append(VerdictWords.OfExpectation(expectation.Verdict)).Append("] ").Append(CaseTitle.Sentence(expectation));
            if (expectation.DecidedMilliseconds >= 0)
            {
                text.Append("; at ").Append(ReportText.Clock(expectation.DecidedMilliseconds));
            }

            text.Append('\n');
            foreach (string frame in expectation.FramesAround)
            {
                text.Append("    ").Append(ReportText.OneLine(frame)).Append('\n');
            }
        }

        private static void AddLine(StringBuilder text, string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(name).Append(": ").Append(value).Append('\n');
            }
        }
    }
}
