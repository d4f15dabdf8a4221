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

        [Theory]
        [InlineData("Esp32", "esp32-mcp2515", true)]
        [InlineData("Esp32", "esp32-devicecan", false)]
        [InlineData("Esp32S3", "esp32s3-mcp2515", true)]
        [InlineData("Esp32S3", "esp32s3-devicecan", false)]
        [InlineData("Esp32C3", "esp32c3-mcp2515", true)]
        [InlineData("Esp32C3", "esp32c3-devicecan", false)]
        public void Diagram_OfAnEsp32_HasEveryPinOnce(string board, string diagram, bool hasChip)
        {
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
        [InlineData("Esp32")]
        [InlineData("Esp32S3")]
        [InlineData("Esp32C3")]
        [InlineData("Stm32F769")]
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
        [Fact]
        public void PinFiles_EveryBoard_HasTheSameConstants()
        {
            string[] boards = [.. Directory.EnumerateDirectories(Path.Combine(SourceFile.Root, "Hardware", "Boards")).Select(path => Path.GetFileName(path))];
            string expected = ConstantsOf("Esp32");

            Assert.Equal(4, boards.Length);
            Assert.All(boards, board => Assert.Equal(expected, ConstantsOf(board)));
            Assert.All(boards, board => Assert.Contains(board, Read("BatterySim.nfproj"), StringComparison.Ordinal));
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
