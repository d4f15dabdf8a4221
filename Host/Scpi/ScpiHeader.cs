using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Scpi
{
    /// <summary>One way to write a header: its nodes, none of them optional any more.</summary>
    /// <param name="Pattern">The header as the instrument lists it, with brackets.</param>
    /// <param name="Nodes">Its nodes, such as MODule#, CELL#, OFFSet.</param>
    /// <param name="CanSet">It can be set or acts.</param>
    /// <param name="CanAsk">It can be asked for.</param>
    public sealed record ScpiHeader(string Pattern, IReadOnlyList<string> Nodes, bool CanSet, bool CanAsk)
    {
        private const string QueryOnly = "?/qonly/";
        private const string NoQuery = "/nquery/";

        /// <summary>Reads what SYSTem:HELP:HEADers? answers.</summary>
        /// <param name="lines">Lines of the answer; the first begins with the head of the block.</param>
        public static IReadOnlyList<ScpiHeader> ReadBlock(IEnumerable<string> lines)
        {
            ArgumentNullException.ThrowIfNull(lines);
            var headers = new List<ScpiHeader>();
            foreach (string line in lines)
            {
                string text = line;
                if (text.Length > 1 && text[0] == '#' && char.IsAsciiDigit(text[1]))
                {
                    text = text[Math.Min(text.Length, 2 + text[1] - '0')..];
                }

                bool canSet = !text.EndsWith(QueryOnly, StringComparison.Ordinal);
                bool canAsk = !text.EndsWith(NoQuery, StringComparison.Ordinal);
                text = canSet ? canAsk ? text : text[..^NoQuery.Length] : text[..^QueryOnly.Length];
                text = text.TrimStart(':');
                if (text.Length > 0)
                {
                    headers.AddRange(Expand(text).Select(form => new ScpiHeader(text, form.Split(':'), canSet, canAsk)));
                }
            }

            return headers;
        }

        // With and without each node in brackets.
        private static IEnumerable<string> Expand(string pattern)
        {
            int open = pattern.IndexOf('[');
            int close = pattern.IndexOf(']');
            if (open < 0 || close < open)
            {
                return [pattern];
            }

            string before = pattern[..open];
            string after = pattern[(close + 1)..];
            return Expand(before + pattern[(open + 1)..close] + after).Concat(Expand(before + after));
        }
    }
}
