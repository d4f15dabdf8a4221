using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>Names for the files of a report, from the scenario's path and its case: safe on every system, and no two alike.</summary>
    public sealed class ReportFileNames
    {
        private const int LengthMax = 100;

        // Names of devices, which Windows does not let a file have, whatever its ending.
        private static readonly HashSet<string> Devices = new(StringComparer.Ordinal)
        {
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
        };

        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

        /// <summary>A name without ending, of small letters, digits, '-' and '_'; the same calls in the same order give the same names.</summary>
        /// <param name="path">Path of the scenario's file as it was given.</param>
        /// <param name="caseName">Which case; empty for the only one.</param>
        public string Next(string path, string caseName)
        {
            IEnumerable<string> parts = path.Replace('\\', '/').Split('/').Where(static part => part is not ("" or "." or ".."));
            string[] folders = [.. parts.TakeLast(2)];
            if (folders.Length > 0)
            {
                folders[^1] = Path.GetFileNameWithoutExtension(folders[^1]);
            }

            string stem = string.Join('-', folders.Append(caseName).Select(Safe).Where(static part => part.Length > 0));
            stem = stem.Length > LengthMax ? stem[..LengthMax].TrimEnd('-') : stem;
            stem = stem.Length == 0 ? "scenario" : Devices.Contains(stem) ? stem + "_" : stem;
            string name = stem;
            for (int number = 2; !_taken.Add(name); number++)
            {
                name = $"{stem}_{ReportText.Number(number)}";
            }

            return name;
        }

        private static string Safe(string part)
        {
            StringBuilder safe = new(part.Length);
            foreach (char letter in part)
            {
                if (char.IsAsciiLetterOrDigit(letter))
                {
                    safe.Append(char.ToLowerInvariant(letter));
                }
                else if (safe.Length > 0 && safe[^1] != '-')
                {
                    safe.Append('-');
                }
            }

            return safe.ToString().TrimEnd('-');
        }
    }
}
