using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Meter.Heap;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>Everything that the manual lists, on a board whose heap is as small as an ESP32's.</summary>
    public class HeapSoakTests
    {
        private const int HeapBytes = 100_000;
        private const int FreeMin = 6_000;

        [Theory]
        [InlineData(4)]
        public void Console_EveryLineOfTheManual_NeedsNoMoreThanTheBoardHas(int batteries)
        {
            List<string> lines = [.. ExamplesOfTheManual().SelectMany(line => new[] { line, "SYST:ERR?" })];
            Assert.True(lines.Count > 150);
            HeapSoakReport report = HeapSoak.Run(batteries, HeapBytes, lines);

            Assert.True(report.IsEqual, $"with less memory the board answers or sends otherwise; {report}");
            Assert.Equal(0, report.FailureCount);
            Assert.True(report.FrameCount > 200);
            Assert.True(report.LowestFreeBytes >= FreeMin, $"{report}, {lines[report.LargestMomentLine]}");
        }

        private static IEnumerable<string> ExamplesOfTheManual() =>
            Regex.Matches(
                File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "scpi.md")),
                @"^\| `[^|]+\|[^|]*\|[^|]*\|[^|]*\| `([^`]+)` \|",
                RegexOptions.Multiline)
                .Select(match => match.Groups[1].Value)
                .Where(line => !line.StartsWith("BOARD:REST", System.StringComparison.OrdinalIgnoreCase));
    }
}
