using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Tests.Tidy;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit;

namespace BatterySim.Host.Tests.Snapshots
{
    /// <summary>Text that a person sees, kept below Host/Tests/Data/snapshots; a test that finds another text shows the difference.</summary>
    /// <remarks>With BATTERYSIM_SNAPSHOTS=write in the environment the files are written anew: look at the change before you commit it.</remarks>
    internal static class Snapshot
    {
        private const int ContextLines = 2;

        private static string Folder => Path.Combine(SourceFile.Root, "Host", "Tests", "Data", "snapshots");

        /// <summary>Compares a text with the one that was kept.</summary>
        /// <param name="name">Name of the file, without its extension.</param>
        /// <param name="text">What is seen now.</param>
        public static void Check(string name, string text)
        {
            string path = Path.Combine(Folder, name + ".txt");
            string now = Normal(text);
            if (Environment.GetEnvironmentVariable("BATTERYSIM_SNAPSHOTS") == "write")
            {
                Directory.CreateDirectory(Folder);
                File.WriteAllText(path, now);
                return;
            }

            string kept = File.Exists(path) ? Normal(File.ReadAllText(path)) : "";
            if (kept != now)
            {
                Assert.Fail($"{name}.txt differs (- kept, + now); if that is meant, run the test with BATTERYSIM_SNAPSHOTS=write.\n{Difference(kept, now)}");
            }
        }

        private static string Normal(string text) =>
            string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd())) + "\n";

        private static string Difference(string kept, string now)
        {
            List<DiffPiece> lines = InlineDiffBuilder.Diff(kept, now).Lines;
            IEnumerable<int> near = Enumerable.Range(0, lines.Count).Where(index => Enumerable.Range(index - ContextLines, (2 * ContextLines) + 1)
                .Any(other => other >= 0 && other < lines.Count && lines[other].Type != ChangeType.Unchanged));
            return string.Join('\n', near.Select(index => lines[index].Type switch
            {
                ChangeType.Inserted => "+ " + lines[index].Text,
                ChangeType.Deleted => "- " + lines[index].Text,
                _ => "  " + lines[index].Text,
            }));
        }
    }
}
