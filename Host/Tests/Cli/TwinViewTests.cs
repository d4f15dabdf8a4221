using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Twin;
using Spectre.Console;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class TwinViewTests
    {
        [Theory]
        [InlineData(100, 40, 4)]
        [InlineData(100, 40, 64)]
        [InlineData(80, 24, 1)]
        [InlineData(80, 24, 4)]
        [InlineData(80, 24, 64)]
        [InlineData(200, 60, 64)]
        [InlineData(40, 10, 64)]
        [InlineData(1, 1, 4)]
        public void Screen_AnySize_NeverExceedsWidthOrHeight(int width, int height, int batteryCount)
        {
            foreach (bool isUnicode in new[] { true, false })
            {
                string[] lines = Draw(new ScreenSize(width, height), batteryCount, isUnicode);

                Assert.True(lines.Length <= height, $"{lines.Length} lines on a screen of {height}");
                Assert.All(lines, line => Assert.True(line.Length <= width, $"{line.Length} columns on a screen of {width}: {line}"));
            }
        }

        [Theory]
        [InlineData(100, 40, 4)]
        [InlineData(100, 40, 15)]
        [InlineData(80, 24, 4)]
        [InlineData(80, 24, 15)]
        public void Screen_UsualSizes_ShowEverythingUncut(int width, int height, int batteryCount)
        {
            string[] lines = Draw(new ScreenSize(width, height), batteryCount, isUnicode: true);
            string all = string.Join('\n', lines);

            string[] expected =
            [
                "NO REAL BATTERY", "SOK-like: limits not verified", "CVL 56.0 V", "DVL 44.8 V", "protections none", "alarms none", "believes", "alive",
                "faults none", "00:00:30", "M#1 ", $"#{batteryCount} ", "351", "379", "PYLON",
            ];
            Assert.All(expected, part => Assert.Contains(part, all, StringComparison.Ordinal));
            Assert.DoesNotContain(lines, static line => line.EndsWith('>'));
        }

        [Fact]
        public void Screen_Batteries_ShowTheirSwitchesFromTheLeft()
        {
            string all = string.Join('\n', Draw(new ScreenSize(100, 40), 15, isUnicode: true));

            // 13 is ON, OFF, ON, ON: switch 1 counts 1 (Sol-Ark knowledge base, SOK).
            Assert.Contains("#13 ■□■■", all, StringComparison.Ordinal);
        }

        [Fact]
        public void Screen_MoreBatteriesThanRoom_SaysHowManyAreLeftOut()
        {
            string all = string.Join('\n', Draw(new ScreenSize(40, 16), 64, isUnicode: true));

            Assert.Matches(@"and \d+ more batteries", all);
        }

        [Fact]
        public void Screen_WithoutUnicode_IsPlainAscii()
        {
            string all = string.Join('\n', Draw(new ScreenSize(100, 40), 4, isUnicode: false));

            Assert.All(all, static letter => Assert.True(letter is >= ' ' and <= '~' or '\n', $"U+{(int)letter:X4}"));
        }

        private static string[] Draw(ScreenSize size, int batteryCount, bool isUnicode)
        {
            TwinOptions options = new()
            {
                Bank = new SimulatorSettings { Profile = Roomy(), BatteryCount = batteryCount, Capacity = BankRules.TwinCapacity, SocPermille = 550 },
                LoadWatts = 2000,
            };
            TwinSession session = new(options);
            session.AdvanceTo(30_000);
            TwinView view = new(session, new RunRequest(options, null, SimulationPace.Real, null, null, PortsRequest.None));
            using StringWriter writer = new();
            IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(writer),
            });
            console.Profile.Width = size.Width;
            console.Profile.Height = size.Height;
            console.Write(new Screen(view.Compose(size, isUnicode, TimeSpan.FromSeconds(30)), size, isPlaced: false));
            return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        }

        // The default product without its limit of fifteen, so that one view can be looked at with up to 64.
        private static BatteryProfile Roomy()
        {
            BatteryProfile sok = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            IEnumerable<ProfileValue> values = Enumerable.Range(0, (int)ProfileKey.Count)
                .Select(key => sok.ValueOf((ProfileKey)key))
                .Where(static value => value is not null)
                .Select(static value => value.Key == ProfileKey.BatteriesMax ? new ProfileValue(value.Key, 64, Provenance.Assumed, "test") : value);
            return new BatteryProfile(sok.Name, sok.Title, sok.Caveat, [.. values]);
        }
    }
}
