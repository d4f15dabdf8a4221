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

        /// <summary>What to do where a difference is meant.</summary>
        public const string Remedy = "if that is meant, run the test with BATTERYSIM_SNAPSHOTS=write";

        /// <summary>True if what is kept is to be written anew.</summary>
        public static bool IsWriting => Environment.GetEnvironmentVariable("BATTERYSIM_SNAPSHOTS") == "write";

        private static string Folder => Path.Combine(SourceFile.Root, "Host", "Tests", "Data", "snapshots");

        /// <summary>Compares a text with the one that was kept.</summary>
        /// <param name="name">Name of the file, without its extension, with a slash behind a folder.</param>
        /// <param name="text">What is seen now.</param>
        public static void Check(string name, string text)
        {
            string path = Path.Combine(Folder, name + ".txt");
            string now = Normal(text);
            if (IsWriting)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, now);
                return;
            }

            string kept = File.Exists(path) ? Normal(File.ReadAllText(path)) : "";
            if (kept != now)
            {
                Assert.Fail($"{name}.txt differs (- kept, + now); {Remedy}.\n{Difference(kept, now)}");
            }
        }

        /// <summary>The text that was kept.</summary>
        public static string Read(string name) => Normal(File.ReadAllText(Path.Combine(Folder, name + ".txt")));

        /// <summary>Names of the texts in a folder.</summary>
        public static IEnumerable<string> NamesIn(string folder) => Directory.GetFiles(Path.Combine(Folder, folder), "*.txt")
            .Select(path => $"{folder}/{Path.GetFileNameWithoutExtension(path)}").Order(StringComparer.Ordinal);

        /// <summary>The lines that differ, with their neighbours: - for what was kept, + for what is there now.</summary>
        public static string Difference(string kept, string now)
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

        private static string Normal(string text) =>
            string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd())) + "\n";
    }
}
