using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Tests.Instrument.Transcripts
{
    /// <summary>Everything that a row of the command table invites somebody to type, and the usual mistakes with it.</summary>
    internal static class RowDialogue
    {
        private const int FrameId = 0x351;

        private static readonly Dictionary<string, string[]> Suffixed = new()
        {
            ["V"] = ["1.5 V", "1500 MV", "0.002KV", "2000000 uv", "1 A"],
            ["A"] = ["1.5 A", "1500 MA", "0.002 KA", "2500000 UA", "1 V"],
            ["AH"] = ["1.5 AH", "1500 MAH", "0.002 KAH", "1 A"],
            ["W"] = ["1500 W", "1.5 KW", "0.001 MAW", "2000 MW", "1 V"],
            ["OHM"] = ["0.002 OHM", "2 MAOHM", "3000 UOHM", "0.000001 MOHM", "0.0000001 KOHM", "1 V"],
            ["S"] = ["0.1 S", "200 MS", "300000 US", "0.005 MIN", "0.00005 H", "0.0001 HR", "1 V"],
            ["PCT"] = ["40 PCT", "41 %", "42%", "1 MPCT", "1 V"],
            ["CEL"] = ["21 CEL", "22 C", "23CEL", "1 KCEL", "1 V"],
            [""] = ["1", "#H1", "#q1", "#B1", "1 V", "#H", "#X1", "#B2"],
        };

        /// <summary>The lines, in the order in which they are said.</summary>
        public static IEnumerable<string> LinesOf(SettingRow row)
        {
            string header = HeaderOf(row);
            string other = HeaderOf(row, true);
            bool isQuery = row.Is(SettingRow.Query);
            yield return header + "?";
            if (isQuery)
            {
                yield return other + "?";
                yield return header + "? 1";
            }

            foreach (string value in (row.Kind & (SettingRow.Set | SettingRow.Acts)) == 0 ? [""] : ValuesOf(row))
            {
                yield return value.Length == 0 ? header : $"{header} {value}";
                if (isQuery && value.Length > 0)
                {
                    yield return header + "?";
                }
            }

            yield return row.Example;
            if (isQuery)
            {
                yield return row.Example.Split(' ')[0].TrimEnd('?') + "?";
            }
        }

        private static IEnumerable<string> ValuesOf(SettingRow row)
        {
            if (row.ParameterCount == 0)
            {
                return ["1", ""];
            }

            string[] rest = row.ParameterCount > 1 && !row.ParameterAt(1).IsOptional ? [.. ValuesOf(row.ParameterAt(1))] : [];
            string with = row.ParameterCount > 1 && rest.Length > 0 ? "," + rest[0] : "";
            IEnumerable<string> values = ValuesOf(row.ParameterAt(0)).Select(value => value + with);
            string first = ExampleOf(row).Split(',')[0];
            values = values.Concat(rest.Select(value => first + "," + value)).Append(with.Length > 0 ? first : "").Append("1,2,3,4,5");
            if (row.ParameterAt(0).Others is string others)
            {
                values = values.Concat(others.Split('|'));
            }

            return row.Is(SettingRow.Timed) ? values.Concat(TimesOf(first + (with.Length > 0 ? "," + ExampleOf(row).Split(',')[1] : ""))) : values;
        }

        private static IEnumerable<string> TimesOf(string value) =>
        [
            value + ",1 S", value + ",0,2 S", value + ",1 S,2 S", value + ",500 MS,1 MIN", value + ",1,2,3", value + ",-1", value + ",1 V",
            value + ",",
            value + ",1 D", value + ",1,86401", value + ",MIN,MAX", value + ",DEF,DEF", value, "OFF", "off", "OFF,1",
        ];

        private static IEnumerable<string> ValuesOf(SettingParameter parameter) => parameter.Form switch
        {
            SettingForm.Number =>
            [
                "MIN", "MAX", "DEF", "minimum", "MAXimum", "default", .. Suffixed[parameter.Unit.Name], .. BeyondOf(parameter), "ABC", "'1'", "1..2",
            ],
            SettingForm.Switch => ["ON", "OFF", "on", "off", "1", "0", "DEF", "0.4", "0.6", "-1", "MAYBE", "'ON'", "1 V"],
            SettingForm.Choice =>
            [
                .. Enumerable.Range(0, parameter.WordCount).SelectMany(place => WordsOf(parameter, place)).Take(24),
                "DEF", "default", "NOTHING", "''", "1",
            ],
            _ => ["\"AB\"", "'A\"B'", "\"\"", "AB", $"\"{new string('A', Math.Min(parameter.Maximum + 1, 200))}\"", "DEF"],
        };

        private static IEnumerable<string> WordsOf(SettingParameter parameter, int place)
        {
            string word = parameter.Names?[place] ?? parameter.Words.Split('|')[place];
            string small = new([.. word.Where(static character => !char.IsAsciiLetterLower(character))]);
            return small.Length > 0 && small != word && char.IsAsciiLetterUpper(word[0])
                ? [word, small, small.ToLowerInvariant(), $"'{word}'"] : [word, word.ToUpperInvariant(), $"\"{word}\""];
        }

        private static IEnumerable<string> BeyondOf(SettingParameter parameter)
        {
            decimal step = 1m / (decimal)Math.Pow(10, parameter.Unit.Decimals);
            return new[] { parameter.Minimum - 1m, parameter.Maximum + 1m }.Select(value => (value * step).ToString(CultureInfo.InvariantCulture));
        }

        private static string ExampleOf(SettingRow row)
        {
            int space = row.Example.IndexOf(' ', StringComparison.Ordinal);
            return space < 0 ? "1" : row.Example[(space + 1)..];
        }

        private static string HeaderOf(SettingRow row, bool isOther = false)
        {
            var header = new TextBuffer(LineBuffer.Capacity, false);
            int first = row.HasFrame ? (isOther ? 0x355 : FrameId) : isOther ? 9 : 1;
            if (isOther)
            {
                row.WriteShortHeader(header, first, 99);
            }
            else
            {
                row.WriteHeader(header, first, 1);
            }

            return header.Take();
        }
    }
}
