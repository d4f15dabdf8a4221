using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.View
{
    // Keys do what they say, by SCPI lines that are on the screen.
    public class ViewKeyTests
    {
        private static readonly ScreenSize Size = new(80, 24);

        [Theory]
        [InlineData('+', "LOAD 2500", "LOAD?", "2500")]
        [InlineData('-', "LOAD 1500", "LOAD?", "1500")]
        [InlineData('b', "MOD2:BRE OFF", "MOD2:BRE?", "0")]
        [InlineData('r', "MOD2:RST 0.1 S", "MOD2:RST?", "1")]
        [InlineData('R', "MOD2:RST 3 S", "MOD2:RST?", "1")]
        [InlineData(']', "MOD2:SOC 60", "MOD2:SOC?", "60.0")]
        [InlineData('[', "MOD2:SOC 50", "MOD2:SOC?", "50.0")]
        [InlineData('c', "MOD2:LINK OFF", "MOD2:LINK?", "0")]
        [InlineData('m', "MOD2:REPL SIL", "MOD2:REPL?", "SIL")]
        [InlineData('o', "OUTP OFF", "OUTP?", "0")]
        [InlineData('x', "FAUL:CLE", "FAUL:COUN?", "0")]
        [InlineData('>', "SYST:SPE 2", "SYST:SPE?", "2.000")]
        [InlineData('<', "SYST:SPE 0.5", "SYST:SPE?", "0.500")]
        [InlineData(' ', "SYST:SPE 0.001", "SYST:SPE?", "0.001")]
        public void Key_OfTheBank_SendsTheLineThatItShows(char key, string line, string query, string answer)
        {
            ViewRig rig = new(3);
            rig.Do("FAUL:VAL:CCL 5");
            rig.Press('j');

            rig.Press(key);

            Assert.EndsWith($"sent: {line}", rig.Draw(Size, true)[^1], StringComparison.Ordinal);
            Assert.Equal(answer, rig.Session.Simulator.Execute(query));
        }

        [Theory]
        [InlineData('b', "MOD1:BRE OFF", "MOD1:BRE ON")]
        [InlineData('c', "MOD1:LINK OFF", "MOD1:LINK ON")]
        [InlineData('m', "MOD1:REPL SIL", "MOD1:REPL NORM")]
        [InlineData('o', "OUTP OFF", "OUTP ON")]
        [InlineData(' ', "SYST:SPE 0.001", "SYST:SPE 1")]
        public void Key_PressedTwice_GoesBack(char key, string first, string second)
        {
            ViewRig rig = new(2);
            rig.Press(key);
            Assert.Equal($"sent: {first}", rig.View.State.Message);
            rig.Press(key);
            Assert.Equal($"sent: {second}", rig.View.State.Message);
        }

        [Fact]
        public void Help_EveryKey_IsListedWithItsCommand()
        {
            ViewRig rig = new(2);
            rig.Press('?');

            string help = string.Join('\n', rig.Draw(new ScreenSize(100, 40), true));

            Assert.All(rig.View.Keys.All, key => Assert.Contains(key.Meaning, help, StringComparison.Ordinal));
            Assert.All(rig.View.Keys.All, key => Assert.Contains(key.Command, help, StringComparison.Ordinal));
            rig.Press('?');
            Assert.Contains("NO REAL BATTERY", string.Join('\n', rig.Draw(Size, true)), StringComparison.Ordinal);
        }

        [Fact]
        public void Keys_Letters_MeanOneThingEach()
        {
            ViewRig rig = new(2);
            for (char letter = ' '; letter <= '~'; letter++)
            {
                ConsoleKeyInfo pressed = new(letter, default, false, false, false);
                Assert.True(rig.View.Keys.All.Count(key => key.IsIt(pressed)) <= 1, $"'{letter}' means two things");
            }
        }

        [Fact]
        public void Key_LastBatterysChain_SaysWhyNot()
        {
            ViewRig rig = new(2);
            rig.Press('j');
            rig.Press('c');
            Assert.Contains("no chain cable", rig.View.State.Message, StringComparison.Ordinal);
        }

        [Fact]
        public void Key_RefusedByTheInstrument_ShowsTheError()
        {
            ViewRig rig = new(2);
            rig.Do("LOAD 999800");
            rig.Press('+');
            Assert.Matches("sent: LOAD 1000300  refused: -222", rig.View.State.Message);
            Assert.Equal("0,\"No error\"", rig.Session.Simulator.Execute("SYST:ERR?"));
        }

        [Theory]
        [InlineData(' ')]
        [InlineData('>')]
        public void Speed_WithAPortThatKeepsRealTime_Stays(char key)
        {
            CanPortUrl url = CanPortUrlParser.Parse("slcan:///dev/ttyACM0", out _)!;
            ViewRig rig = new(2, ports: new PortsRequest([url], [], null));
            rig.Press(key);
            Assert.Contains("keeps real time", rig.View.State.Message, StringComparison.Ordinal);
            Assert.Equal(SimulationPace.Real, rig.Runner.Pace);
        }

        [Fact]
        public void Batteries_15At80x24_ScrollIntoSight()
        {
            ViewRig rig = new(15);
            rig.Session.AdvanceTo(5000);
            HashSet<string> seen = [];
            for (int place = 1; place <= 15; place++)
            {
                string[] lines = rig.Draw(Size, true);
                Assert.True(lines.Length <= Size.Height);
                Assert.Contains(lines, line => line.Contains($"#{place} ", StringComparison.Ordinal) && line.Contains("running", StringComparison.Ordinal));
                seen.Add(lines.Single(static line => line.Contains("of 15 batteries", StringComparison.Ordinal)).Trim());
                rig.Press('\0', ConsoleKey.DownArrow);
            }

            Assert.True(seen.Count > 5, string.Join('\n', seen));
            Assert.Equal(14, rig.View.State.Selected);
        }

        [Fact]
        public void Page_TallerThanTheScreen_ScrollsToItsEnd()
        {
            ViewRig rig = new(15);
            rig.Session.AdvanceTo(5000);
            ScreenSize small = new(60, 20);
            Assert.DoesNotContain("379", string.Join('\n', rig.Draw(small, true)), StringComparison.Ordinal);
            rig.Press('f');
            rig.Press('f');
            rig.Press('f');
            Assert.Contains("379", string.Join('\n', rig.Draw(small, true)), StringComparison.Ordinal);
            rig.Press('u');
            rig.Press('u');
            rig.Press('u');
            Assert.Contains("NO REAL BATTERY", string.Join('\n', rig.Draw(small, true)), StringComparison.Ordinal);
        }

        [Fact]
        public void Sort_BySoc_PutsTheEmptiestFirst()
        {
            ViewRig rig = new(3);
            rig.Do("MOD3:SOC 20");
            rig.Press('s');
            string screen = string.Join('\n', rig.Draw(Size, true));
            Assert.True(screen.IndexOf("#3 ", StringComparison.Ordinal) < screen.IndexOf("#1 ", StringComparison.Ordinal), screen);
        }
    }
}
