using System;
using System.IO;
using System.Linq;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Twin;
using Spectre.Console;
using Xunit;

namespace BatterySim.Host.Tests.View
{
    // What was not sent or received for two periods must not look as if it were live, in no form of output.
    public class StaleViewTests
    {
        private static readonly ScreenSize Size = new(120, 45);

        [Theory]
        [InlineData("MOD1:RST 3 S")]
        [InlineData("MOD1:CAN OFF")]
        [InlineData("OUTP OFF")]
        public void Bank_NothingSentFor14Seconds_IsDimmedAndSaysSo(string command)
        {
            ViewRig rig = new(1);
            rig.Watch(5);
            Assert.DoesNotContain("last sent", string.Join('\n', rig.Draw(Size, true)), StringComparison.Ordinal);

            rig.Do(command);
            long start = rig.Session.NowMilliseconds;
            while (new WireAge(rig.Session).Of(0x351) < 14_000 && rig.Session.NowMilliseconds < start + 60_000)
            {
                rig.Session.AdvanceTo(rig.Session.NowMilliseconds + 100);
            }

            string screen = string.Join('\n', rig.Draw(Size, true));
            Assert.Matches(@"Bank +last sent 1[34] s ago", screen);
            Assert.Matches(@"0x351 .* 14 s ", screen);
            Assert.Matches(@"last received 1[34] s ago", screen);
            string[] codes = rig.DrawAnsi(Size, ColorSystemSupport.EightBit).Split('\n');
            string limits = codes.First(static line => line.Contains("CVL 56.0 V", StringComparison.Ordinal));
            Assert.Contains("\u001b[2m", limits, StringComparison.Ordinal);
            string frame = codes.Single(static line => line.Contains("0x351", StringComparison.Ordinal));
            Assert.Contains("\u001b[2m", frame, StringComparison.Ordinal);
        }

        [Fact]
        public void Bank_OneFrameLeftOut_DimsOnlyWhatItCarries()
        {
            ViewRig rig = new(1);
            rig.Watch(5);
            rig.Do("FAUL:FRAM351:OMIT ON");
            rig.Watch(4);

            string[] codes = rig.DrawAnsi(Size, ColorSystemSupport.EightBit).Split('\n');

            string[] limits = [.. codes.Where(static line => line.Contains("CVL 56.0 V", StringComparison.Ordinal))];
            string charge = codes.First(static line => line.Contains("SOH 100 %", StringComparison.Ordinal));
            Assert.All(limits, static line => Assert.Contains("\u001b[2m", line, StringComparison.Ordinal));
            Assert.DoesNotContain("\u001b[2m", charge, StringComparison.Ordinal);
        }

        [Fact]
        public void Link_InverterUnplugged_AgesItsIntervals()
        {
            ViewRig rig = new(1);
            rig.Watch(5);
            rig.Session.SetInverterConnected(false);
            rig.Watch(14);

            string screen = string.Join('\n', rig.Draw(Size, true));

            Assert.Matches(@"Link +lost .*last received 1[45] s ago", screen);
        }

        [Fact]
        public void Lines_MasterAsleep_LeaveValuesEmpty()
        {
            ViewRig rig = new(1);
            rig.Session.AdvanceTo(5000);
            string live = Line(rig);
            rig.Do("OUTP OFF");
            rig.Session.AdvanceTo(10_000);

            string[] words = Line(rig).Split(' ', StringSplitOptions.RemoveEmptyEntries);

            Assert.Contains(" 52.", live, StringComparison.Ordinal);
            Assert.Equal("00:00:10.0", words[0]);
            Assert.Equal("late", words[1]);
        }

        private static string Line(ViewRig rig)
        {
            using StringWriter output = new();
            new RunLines(output, rig.Session).Write();
            return output.ToString();
        }
    }
}
