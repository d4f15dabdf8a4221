using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>A verdict in words and signs, since colour alone is for nobody who cannot see it.</summary>
    public static class VerdictWords
    {
        /// <summary>The verdict of a scenario.</summary>
        public static string OfScenario(Verdict verdict) => verdict == Verdict.NotObservable ? "partly observed" : OfExpectation(verdict);

        /// <summary>The verdict of one expectation.</summary>
        public static string OfExpectation(Verdict verdict)
        {
            return verdict switch
            {
                Verdict.Passed => "passed",
                Verdict.NotObservable => "not observable",
                Verdict.Failed => "failed",
                _ => "could not run",
            };
        }

        /// <summary>A sign of one character.</summary>
        internal static string Sign(Verdict verdict)
        {
            return verdict switch
            {
                Verdict.Passed => "\u2713",
                Verdict.NotObservable => "\u25D0",
                Verdict.Failed => "\u2717",
                _ => "!",
            };
        }

        /// <summary>Name of the verdict's class in the style sheet.</summary>
        internal static string Class(Verdict verdict)
        {
            return verdict switch
            {
                Verdict.Passed => "passed",
                Verdict.NotObservable => "partly",
                Verdict.Failed => "failed",
                _ => "broken",
            };
        }
    }
}
