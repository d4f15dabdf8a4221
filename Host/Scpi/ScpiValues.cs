using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>The words that commands take, from the rows of the command table.</summary>
    public static class ScpiValues
    {
        private static readonly Dictionary<string, SettingRow> Rows = CommandRows.All.ToDictionary(row => row.Pattern);

        /// <summary>Words that may stand as the first parameter; none for an unknown header. Names from a catalogue are not among them.</summary>
        public static IReadOnlyList<string> Of(string pattern)
        {
            if (!Rows.TryGetValue(pattern, out SettingRow? row) || row.ParameterCount == 0)
            {
                return [];
            }

            SettingParameter parameter = row.ParameterAt(0);
            string[] others = row.Is(SettingRow.Timed) && parameter.Form == SettingForm.Switch ? ["OFF"] : parameter.Others?.Split('|') ?? [];
            string[] words = parameter.Form switch
            {
                SettingForm.Number => ["MINimum", "MAXimum", "DEFault"],
                SettingForm.Switch => ["ON", "OFF"],
                SettingForm.Choice when CatalogueOf(pattern) == null => ParameterText.WordsOf(parameter),
                _ => [],
            };
            return [.. words.Concat(others).Distinct()];
        }

        /// <summary>The query that lists the names which a header takes; null if there is none.</summary>
        public static string? CatalogueOf(string pattern) => Rows.ContainsKey(pattern + ":CATalog") ? pattern + ":CATalog?" : null;

        /// <summary>A line of help for each command whose header begins with some letters, in short or long form.</summary>
        public static IReadOnlyList<string> Explain(string start)
        {
            ArgumentNullException.ThrowIfNull(start);
            string from = start.Trim().TrimStart(':').TrimEnd('?');
            return [.. Rows.Values.Where(row => IsStart(row.Pattern, from)).Select(Explain)];
        }

        private static bool IsStart(string pattern, string start)
        {
            string name = pattern.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            string[] nodes = name.Split(':');
            string[] typed = start.Split(':');
            return typed.Length <= nodes.Length && !typed.Where((text, index) => !ScpiNode.Continue(nodes[index], text).Any()).Any();
        }

        private static string Explain(SettingRow row)
        {
            string form = ParameterText.Form(row);
            string range = ParameterText.Range(row);
            string header = row.Pattern.Replace("@", "<id>", StringComparison.Ordinal);
            string question = row.Is(SettingRow.Query) && !row.Is(SettingRow.Set) ? "?" : "";
            return $"{header}{question}{(form.Length > 0 ? " " + form : "")}{(range.Length > 0 ? $" ({range})" : "")}: {row.Meaning}";
        }
    }
}
