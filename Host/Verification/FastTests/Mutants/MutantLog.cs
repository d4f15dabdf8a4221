using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>Reads from the debug log of dotnet-stryker which mutants it made.</summary>
    internal static partial class MutantLog
    {
        private const int TextMax = 200;

        /// <summary>Every mutant, in the order of the log.</summary>
        public static IEnumerable<MutantEntry> Read(string path)
        {
            string file = "";
            MutantEntry? open = null;
            foreach (string line in File.ReadLines(path))
            {
                Match begin = Begin().Match(line);
                if (!begin.Success)
                {
                    open = open is null ? null : open with { Text = $"{open.Text} {line.Trim()}" };
                    continue;
                }

                if (open is not null)
                {
                    yield return Closed(open);
                    open = null;
                }

                string text = begin.Groups["text"].Value;
                if (text.StartsWith("Mutating ", System.StringComparison.Ordinal))
                {
                    file = Path.GetFullPath(text["Mutating ".Length..]).Replace('\\', '/');
                }
                else if (Made().Match(text) is { Success: true } made)
                {
                    open = new MutantEntry(int.Parse(made.Groups["number"].Value, CultureInfo.InvariantCulture), file, "", made.Groups["change"].Value);
                }
            }
        }

        private static MutantEntry Closed(MutantEntry entry)
        {
            Match end = End().Match(entry.Text);
            string change = Blanks().Replace(end.Success ? end.Groups["change"].Value : entry.Text, " ");
            return entry with { Kind = end.Groups["kind"].Value, Text = change.Length > TextMax ? change[..TextMax] : change };
        }

        [GeneratedRegex(@"^\[\d\d:\d\d:\d\d \w{3}\] (?<text>.*)$")]
        private static partial Regex Begin();

        [GeneratedRegex(@"^Mutant (?<number>\d+) created (?<change>.*)$")]
        private static partial Regex Made();

        [GeneratedRegex(@"^(?<change>.*) using Stryker\.Core\.Mutators\.(?<kind>\w+?)(Mutator)?\s*$", RegexOptions.Singleline)]
        private static partial Regex End();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Blanks();
    }
}
