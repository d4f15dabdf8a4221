using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>The words that commands take, from the parameters and ranges of the manual.</summary>
    public static class ScpiValues
    {
        private static readonly Dictionary<string, string[]> Help = CommandTable.Create().ToDictionary(command => command.Pattern, ScpiManual.HelpOf);

        /// <summary>Words that may stand as the first parameter; none for an unknown header. Names from a catalogue are not among them.</summary>
        public static IReadOnlyList<string> Of(string pattern)
        {
            if (!Help.TryGetValue(pattern, out string[]? help))
            {
                return [];
            }

            string parameters = help[0].Split('[', ',')[0];
            var words = new List<string>();
            foreach (string word in help[0].Replace("[, <start> S[, <duration> S]]", "", StringComparison.Ordinal).Split('|'))
            {
                string first = word.Split(',')[0];
                if (first.Length > 0 && !first.AsSpan().ContainsAny("<\"["))
                {
                    words.Add(first);
                }
            }

            bool isNumber = parameters.StartsWith('<') && help[1].Contains(" to ", StringComparison.Ordinal);
            return isNumber ? [.. words, "MINimum", "MAXimum", "DEFault"] : words;
        }

        /// <summary>The query that lists the names which a header takes; null if there is none.</summary>
        public static string? CatalogueOf(string pattern) => Help.ContainsKey(pattern + ":CATalog") ? pattern + ":CATalog?" : null;

        /// <summary>A line of help for each command whose header begins with some letters, in short or long form.</summary>
        public static IReadOnlyList<string> Explain(string start)
        {
            ArgumentNullException.ThrowIfNull(start);
            string from = start.Trim().TrimStart(':').TrimEnd('?');
            return [.. Help.Where(row => IsStart(row.Key, from)).Select(row => Explain(row.Key, row.Value))];
        }

        private static bool IsStart(string pattern, string start)
        {
            string name = pattern.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            string[] nodes = name.Split(':');
            string[] typed = start.Split(':');
            return typed.Length <= nodes.Length && !typed.Where((text, index) => !ScpiNode.Continue(nodes[index], text).Any()).Any();
        }

        private static string Explain(string pattern, string[] help)
        {
            string range = help[1].Length > 0 ? $" ({help[1]})" : "";
            string header = pattern.Replace("@", "<id>", StringComparison.Ordinal);
            return $"{header}{(help[0].Length > 0 ? " " + help[0] : "")}{range}: {help[4]}";
        }
    }
}
