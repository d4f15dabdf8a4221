using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>One case of a scenario in a line.</summary>
    public static class CaseTitle
    {
        /// <summary>Name of the scenario, and of the case where there are several.</summary>
        public static string Of(ScenarioResult result)
        {
            return ReportText.OneLine(result.Case.Length == 0 ? result.Name : $"{result.Name} [{result.Case}]");
        }

        /// <summary>The path with slashes, whatever the system writes, so that reports of two systems can be compared.</summary>
        public static string PathOf(ScenarioResult result) => ReportText.OneLine(result.Path.Replace('\\', '/'));

        /// <summary>Why the verdict is none but passed, in one sentence; empty for one that passed.</summary>
        public static string ReasonOf(ScenarioResult result)
        {
            if (result.Verdict == Verdict.Passed)
            {
                return "";
            }

            if (result.Verdict == Verdict.CouldNotRun)
            {
                return ReportText.OneLine(result.Problem ?? "it could not be run");
            }

            ExpectationResult[] concerned = [.. result.Expectations.Where(expectation => expectation.Verdict == result.Verdict)];
            if (concerned.Length == 0)
            {
                return ReportText.OneLine(result.Problem ?? VerdictWords.OfScenario(result.Verdict));
            }

            string more = concerned.Length == 1 ? "" : $" (and {ReportText.Number(concerned.Length - 1)} more)";
            return ReportText.OneLine(Sentence(concerned[0])) + more;
        }

        /// <summary>What was expected at which line and what was seen instead, on one line.</summary>
        internal static string Sentence(ExpectationResult expectation)
        {
            string seen = expectation.Seen.Length == 0 ? "" : "; seen: " + expectation.Seen.TrimEnd('.');
            return ReportText.OneLine($"line {ReportText.Number(expectation.Line)}: expected {expectation.Expected}{seen}");
        }
    }
}
