using System;
using System.Collections.Generic;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>The middle of several measurements.</summary>
    internal static class Median
    {
        /// <summary>The median; of an even number the higher of the two in the middle.</summary>
        public static double Of(IEnumerable<double> values)
        {
            double[] sorted = [.. values];
            Array.Sort(sorted);
            return sorted[sorted.Length / 2];
        }
    }
}
