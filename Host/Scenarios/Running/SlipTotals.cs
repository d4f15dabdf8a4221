using System.Globalization;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>What an instrument answers to <c>SYST:SLIP?</c>: how often its machine did not let it run, and for how long.</summary>
    internal readonly record struct SlipTotals(long Count, long TotalMilliseconds, long WorstMilliseconds)
    {
        /// <summary>Reads an answer; all zero for one that is not of this form, as of an instrument that does not know the query.</summary>
        public static SlipTotals Parse(string answer)
        {
            string[] parts = answer.Split(',');
            return parts.Length == 3
                && long.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out long count)
                && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double total)
                && double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double worst)
                ? new SlipTotals(count, (long)(total * 1000), (long)(worst * 1000))
                : default;
        }
    }
}
