using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>The wiring diagrams say what the pin files say.</summary>
    public class WiringTests
    {
        private static readonly string[] NotDrawn = ["CanClockHertz"];

        private static readonly string[] ChipPins = ["SpiClock", "SpiMiso", "SpiMosi", "CanSelect", "CanInterrupt"];

        private static IEnumerable<string> Folders =>
            Directory.EnumerateDirectories(Path.Combine(SourceFile.Root, "Hardware", "Boards")).Select(static path => Path.GetFileName(path));

        public static TheoryData<string> Boards => [.. Folders];

        public static TheoryData<string, bool> DiagramsOfAnEsp32
        {
            get
            {
                TheoryData<string, bool> diagrams = [];
                foreach (string board in Folders.Where(static board => board.StartsWith("Esp32", StringComparison.Ordinal)))
                {
                    diagrams.Add(board, true);
                    diagrams.Add(board, false);
                }

                return diagrams;
            }
        }

        [Theory]
        [MemberData(nameof(DiagramsOfAnEsp32))]
        public void Diagram_OfAnEsp32_HasEveryPinOnce(string board, bool hasChip)
        {
            string diagram = board.ToLowerInvariant() + (hasChip ? "-mcp2515" : "-devicecan");
            IEnumerable<int> can = hasChip ? [] : NativeCanPins(board);
            List<int> expected =
                [.. Pins(board).Where(pin => hasChip || !ChipPins.Contains(pin.Name)).Select(pin => pin.Number).Concat(can).Order()];
            string drawing = Read($"docs/wiring/{diagram}.svg");
            List<int> drawn = [.. Regex.Matches(drawing, @">GPIO (\d+)<").Select(match => int.Parse(match.Groups[1].Value)).Order()];

            Assert.Equal(expected, drawn);
            Assert.Equal(expected.Distinct(), drawn);
            Assert.Contains($"wiring/{diagram}.svg", Read("docs/wiring.md"), StringComparison.Ordinal);
        }

        // The component's own defaults; a pin that a board uses for something else would be in the diagram twice.
        private static IEnumerable<int> NativeCanPins(string board)
        {
            string kconfig = Read("Hardware/Native/Esp32Twai/overlay/targets/ESP32/Kconfig.twai");
            string series = board == "Esp32" ? "ESP32" : board.ToUpperInvariant().Insert(5, "_");
            foreach (string option in new[] { "ESP32_TWAI_TX_PIN", "ESP32_TWAI_RX_PIN" })
            {
                string block = kconfig[kconfig.IndexOf($"config {option}", StringComparison.Ordinal)..];
                yield return Regex.Matches(block[..block.IndexOf("help", StringComparison.Ordinal)], @"default (\d+)( if .*)?")
                    .Where(match => !match.Groups[2].Success || match.Value.Contains($"\"{series}\"", StringComparison.Ordinal))
                    .Select(match => int.Parse(match.Groups[1].Value))
                    .First();
            }
        }

        // A pin's number is 16 times its port plus its place: the name beside it in the diagram has to be the same pin.
        [Fact]
        public void Diagram_OfTheStm32_HasEveryPinByName()
        {
            string diagram = Read("docs/wiring/stm32f769-devicecan.svg");
            foreach ((string name, int number) in Pins("Stm32F769"))
            {
                Assert.True(diagram.Contains($"P{(char)('A' + (number / 16))}{number % 16}", StringComparison.Ordinal), $"{name} = {number}");
            }
        }

        // The pins of an STM32's port are those of its device firmware.
        [Theory]
        [MemberData(nameof(Boards))]
        public void ConsoleTable_EveryBoard_SaysThePinsOfItsFile(string board)
        {
            string file = Read($"Hardware/Boards/{board}/BoardPins.cs");
            string name = Constant(file, "BoardName");
            string row = Read("docs/wiring.md").Split('\n')
                .Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal) && line.Contains("COM", StringComparison.Ordinal));

            Assert.EndsWith($"| {Constant(file, "ConsolePort")} |", row, StringComparison.Ordinal);
            if (board != "Stm32F769")
            {
                Assert.Contains($"| GPIO {Pin(board, "ConsoleTransmit")} | GPIO {Pin(board, "ConsoleReceive")} |", row, StringComparison.Ordinal);
            }
        }

        private static int Pin(string board, string name) => Pins(board).Single(pin => pin.Name == name).Number;

        private static string Constant(string file, string name) =>
            Regex.Match(file, $"const string {name} = \"([^\"]+)\"").Groups[1].Value;

        // The project file takes one of them: each has to give everything that the firmware asks for.
        [Theory]
        [MemberData(nameof(Boards))]
        public void PinFile_EveryBoard_HasTheSameConstants(string board)
        {
            Assert.Equal(ConstantsOf("Esp32"), ConstantsOf(board));
        }

        // A board that no project compiles is one whose pin file may not even compile; the list tells what can be given to the build.
        [Theory]
        [MemberData(nameof(Boards))]
        public void Board_EveryOne_IsListedAndCompiledByAProjectOfTheSolution(string board)
        {
            string list = Read("BatterySim.nfproj").Split('\n').Single(static line => line.TrimStart().StartsWith("Board  ", StringComparison.Ordinal));
            string nano = Path.Combine(SourceFile.Root, "Host", "Verification", "Nano");
            IEnumerable<string> projects = Directory.EnumerateFiles(nano, "*.csproj", SearchOption.AllDirectories)
                .Where(path => Regex.IsMatch(File.ReadAllText(path), $"<Board>{board}</Board>|Boards/{board}/BoardPins[.]cs"))
                .Select(static path => Path.GetFileName(path));

            Assert.Matches($@"\b{board}\b", list);
            Assert.Contains($"/{Assert.Single(projects)}\"", Read("Host/Host.slnx"), StringComparison.Ordinal);
        }

        private static string ConstantsOf(string board) =>
            string.Join('\n', Regex.Matches(Read($"Hardware/Boards/{board}/BoardPins.cs"), @"public const \w+ \w+ =").Select(match => match.Value));

        private static IEnumerable<(string Name, int Number)> Pins(string board) =>
            Regex.Matches(Read($"Hardware/Boards/{board}/BoardPins.cs"), @"public const int (\w+) = (\d+);")
                .Select(match => (Name: match.Groups[1].Value, Number: int.Parse(match.Groups[2].Value)))
                .Where(pin => !NotDrawn.Contains(pin.Name));

        private static string Read(string path) => File.ReadAllText(Path.Combine(SourceFile.Root, path));
    }
}
