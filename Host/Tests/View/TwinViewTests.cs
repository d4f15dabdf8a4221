using System;
using BatterySim.Host.Cli.View;
using Xunit;

namespace BatterySim.Host.Tests.View
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
        [InlineData(80, 24, 4)]
        [InlineData(120, 55, 15)]
        [InlineData(160, 45, 15)]
        public void Screen_UsualSizes_ShowEverythingUncut(int width, int height, int batteryCount)
        {
            string[] lines = Draw(new ScreenSize(width, height), batteryCount, isUnicode: true);
            string all = string.Join('\n', lines);

            string[] expected =
            [
                "NO REAL BATTERY", "SOK-like: limits not verified", "CVL 56.0 V", "DVL 44.8 V", "protections none", "alarms none", "received", "alive",
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
        public void Screen_WithoutUnicode_IsPlainAscii()
        {
            string all = string.Join('\n', Draw(new ScreenSize(100, 40), 4, isUnicode: false));

            Assert.All(all, static letter => Assert.True(letter is >= ' ' and <= '~' or '\n', $"U+{(int)letter:X4}"));
        }

        private static string[] Draw(ScreenSize size, int batteryCount, bool isUnicode)
        {
            ViewRig rig = new(batteryCount);
            rig.Session.AdvanceTo(30_000);
            return rig.Draw(size, isUnicode);
        }
    }
}
