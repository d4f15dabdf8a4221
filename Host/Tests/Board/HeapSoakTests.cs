using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Bms;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Meter.Heap;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>Everything that the manual lists, on a board whose heap is as small as an ESP32's.</summary>
    public class HeapSoakTests
    {
        private const int HeapBytes = 100_000;
        private const int FreeMin = BankMemory.ReserveBytes;
        private const int NeedMax = BankMemory.CommandBytes;
        private const int LinesMin = 2000;
        private const int Rounds = 7;

        [Fact]
        public void Console_ThousandsOfLinesWithSixteen_LeaveTheReserveFreeAndChangeNothing()
        {
            List<string> lines = [.. LinesOfTheManual()];
            HeapSoakReport report = HeapSoak.Run(16, HeapBytes, lines, Rounds);

            Assert.True(lines.Count * Rounds >= LinesMin, $"only {lines.Count} lines");
            Assert.True(report.IsEqual, $"with less memory the board answers or sends otherwise; {report}");
            Assert.Equal(0, report.FailureCount);
            Assert.True(report.FrameCount > 2000, report.ToString());
            Assert.True(report.LowestFreeBytes >= FreeMin, report.ToString());
            Assert.True(report.LargestNeedBytes <= NeedMax, report.ToString());
        }

        // The model is not blind: what does not fit fails, and is noticed.
        [Fact]
        public void Console_HeapThatDoesNotSuffice_IsNoticed()
        {
            HeapSoakReport report = HeapSoak.Run(16, HeapBytes - 17_000, ["BOARD:PROF pylontech-us5000", "*SAV 1", "SYST:ERR?"], 1);

            Assert.False(report.IsEqual);
            Assert.True(report.LowestFreeBytes < FreeMin, report.ToString());
        }

        // Each example, the query of each setting, and each limit of a number: an answer as long as a row can make it.
        private static IEnumerable<string> LinesOfTheManual()
        {
            foreach (string line in ExamplesOfTheManual())
            {
                yield return line;
                yield return "SYST:ERR?";
                int space = line.IndexOf(' ', System.StringComparison.Ordinal);
                string header = space < 0 ? line : line[..space];
                if (header[^1] != '?')
                {
                    yield return header + "?";
                    yield return header + "? MIN;" + header + "? MAX;" + header + "? DEF";
                }
            }

            foreach (string line in new[] { "BOARD?", "HELP", "SYST:HELP:HEAD?", "EVEN:ALL?", "*SAV 3", "*RCL 3", "BANK:BATT 16", "*RST", "SYST:ERR:ALL?" })
            {
                yield return line;
            }
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
