using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace BatterySim.Host.Panel.Engine.Recording
{
    /// <summary>A line of SCPI as a recording has it: the commands that concern the bank, each from the root.</summary>
    internal static class RecordedLine
    {
        /// <summary>The commands of a line that was carried out.</summary>
        /// <param name="line">Units with semicolons between them; a header without a colon goes on where the one before stood.</param>
        public static IEnumerable<string> Commands(string line)
        {
            string path = "";
            foreach (string unit in Units(line).Select(static one => one.Trim()).Where(static one => one.Length > 0))
            {
                string full = unit[0] is ':' or '*' ? unit.TrimStart(':') : path + unit;
                string header = full.Split(' ')[0];
                if (unit[0] != '*')
                {
                    path = header[..(header.LastIndexOf(':') + 1)];
                }

                if (IsOfTheBank(header))
                {
                    yield return full;
                }
            }
        }

        // A query changes nothing, the speed of a run is of the clock on the wall, and saved settings are of the place where they are saved.
        private static bool IsOfTheBank(string header) => !header.EndsWith('?')
            && !header.StartsWith("SYST", StringComparison.OrdinalIgnoreCase) && header.ToUpperInvariant() is not ("*SAV" or "*CLS");

        // A semicolon within quotes ends nothing.
        private static IEnumerable<string> Units(string line)
        {
            StringBuilder unit = new();
            bool isQuoted = false;
            foreach (char letter in line)
            {
                isQuoted ^= letter == '"';
                if (letter == ';' && !isQuoted)
                {
                    yield return unit.ToString();
                    unit.Clear();
                }
                else
                {
                    unit.Append(letter);
                }
            }

            yield return unit.ToString();
        }
    }
}
