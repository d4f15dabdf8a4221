using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Tests.Protocol;

namespace BatterySim.Host.Tests.Analysis
{
    /// <summary>What the doctor has to find in each capture: the table beside the captures.</summary>
    internal static class ExpectedFindings
    {
        private const string None = "none";

        private static readonly Lazy<Dictionary<string, string[]>> Table = new(Read);

        /// <summary>Captures that the table names, in their order.</summary>
        public static string[] Files => [.. Table.Value.Keys.Order(StringComparer.Ordinal)];

        /// <summary>Names of the findings, the worst first.</summary>
        public static string[] Of(string file) => Table.Value[file];

        private static Dictionary<string, string[]> Read()
        {
            return File.ReadLines(Path.Combine(Captures.Folder, "expected-findings.md"))
                .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
                .ToDictionary(static cells => cells[1].Trim('`'), static cells => cells[2] == None ? [] : cells[2].Split(", "));
        }
    }
}
