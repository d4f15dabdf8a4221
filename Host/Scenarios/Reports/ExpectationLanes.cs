using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The lanes for what a case's expectations look at: one for each observable, those that failed first.</summary>
    internal static class ExpectationLanes
    {
        private const int LanesMax = 8;

        /// <summary>The expectations of each observable that has a course, in the order of the plot.</summary>
        public static IReadOnlyList<ExpectationResult[]> Of(IReadOnlyList<ExpectationResult> expectations)
        {
            return
            [
                .. expectations.Where(static one => one.Course.Count > 0)
                    .GroupBy(static one => one.Observable)
                    .Select(static group => group.ToArray())
                    .OrderBy(static group => group.Any(static one => one.Verdict == Verdict.Failed) ? 0 : 1)
                    .Take(LanesMax),
            ];
        }
    }
}
