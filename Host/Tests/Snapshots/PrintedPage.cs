using System;
using System.IO;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Snapshots
{
    /// <summary>A page of docs/ whose end is printed: what stands behind a line is what the code says now.</summary>
    /// <remarks>It is written anew where snapshots are (<see cref="Snapshot"/>).</remarks>
    internal static class PrintedPage
    {
        /// <summary>Compares the end of a page with what is printed.</summary>
        /// <param name="page">Name of the file in docs/.</param>
        /// <param name="heading">The line behind which all is printed.</param>
        /// <param name="printed">What is printed now.</param>
        public static void Check(string page, string heading, string printed)
        {
            string path = Path.Combine(SourceFile.Root, "docs", page);
            string text = File.ReadAllText(path);
            int place = text.IndexOf(heading, StringComparison.Ordinal);
            Assert.True(place >= 0, $"docs/{page} has lost the line '{heading}', behind which it is printed");
            int start = place + heading.Length + 1;
            if (Snapshot.IsWriting)
            {
                File.WriteAllText(path, text[..start] + printed);
                return;
            }

            if (text[start..] != printed)
            {
                Assert.Fail($"docs/{page} differs from what is printed now (- page, + now); {Snapshot.Remedy}.\n{Snapshot.Difference(text[start..], printed)}");
            }
        }
    }
}
