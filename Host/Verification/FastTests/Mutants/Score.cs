using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>Prints what became of the mutants as rows for <c>score.txt</c>: one for each folder, then one for each survivor.</summary>
    internal static class Score
    {
        private const string Survived = "Survived";
        private const string NoCoverage = "NoCoverage";
        private const string NotTried = "NotTried";
        private const int TextMax = 110;

        /// <summary>Prints it.</summary>
        /// <param name="output">What the runs left: number, outcome, file, kind and text, with tabs between.</param>
        /// <param name="root">Folder with this program's sources, where <c>equivalent.txt</c> is.</param>
        public static int Print(string output, string root)
        {
            Dictionary<string, string> equivalent = File.ReadLines(Path.Combine(root, "equivalent.txt"))
                .Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'))
                .ToDictionary(static parts => string.Join('\t', parts[..3]), static parts => parts[3]);
            List<(string File, string Outcome, string Text, bool IsEquivalent)> results = [];
            Dictionary<string, int> seen = [];
            foreach (string[] parts in File.ReadLines(output).Select(static line => line.Split('\t'))
                .OrderBy(static parts => int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)))
            {
                string top = parts[2].Contains("/Bms/", StringComparison.Ordinal) ? "/Bms/" : "/Hardware/";
                string file = parts[2][(parts[2].LastIndexOf(top, StringComparison.Ordinal) + 1)..];
                int ordinal = seen[file + parts[4]] = seen.GetValueOrDefault(file + parts[4]) + 1;
                bool isListed = equivalent.Remove($"{file}\t{ordinal}\t{parts[4]}");
                bool isKilled = parts[1] is not (Survived or NoCoverage or NotTried);
                if (isListed && isKilled)
                {
                    Console.Error.WriteLine($"equivalent.txt names a mutant that is noticed: {file} {parts[4]}, {parts[1]}");
                }

                results.Add((file, isKilled ? "killed" : parts[1], parts[4], isListed && !isKilled));
            }

            foreach (string left in equivalent.Keys.Where(key => results.Exists(result => result.File == key.Split('\t')[0])))
            {
                Console.Error.WriteLine($"equivalent.txt names a mutant that is not there: {left}");
            }

            Console.WriteLine("| Folder | Mutants | Tried | Killed | Survived | No test reaches it | Equivalent | Score |");
            foreach (var folder in results.GroupBy(static result => string.Join('/', result.File.Split('/')[..^1])))
            {
                int killed = folder.Count(static result => result.Outcome == "killed");
                int equal = folder.Count(static result => result.IsEquivalent);
                int tried = folder.Count(static result => result.Outcome != NotTried);
                Console.WriteLine($"| `{folder.Key}` | {folder.Count()} | {tried} | {killed} "
                    + $"| {folder.Count(static result => result.Outcome == Survived && !result.IsEquivalent)} "
                    + $"| {folder.Count(static result => result.Outcome == NoCoverage && !result.IsEquivalent)} | {equal} "
                    + $"| {100.0 * killed / Math.Max(1, tried - equal):0} % |");
            }

            foreach (var result in results.Where(static result => result.Outcome is Survived or NoCoverage && !result.IsEquivalent)
                .OrderBy(static result => result.File, StringComparer.Ordinal).ThenBy(static result => result.Text, StringComparer.Ordinal))
            {
                string text = result.Text.Length > TextMax ? result.Text[..(TextMax - 3)] + "..." : result.Text;
                string outcome = result.Outcome == Survived ? "survived" : "no test reaches it";
                Console.WriteLine($"| `{result.File}` | {outcome} | `{text.Replace("|", "\\|", StringComparison.Ordinal)}` |");
            }

            return 0;
        }
    }
}
