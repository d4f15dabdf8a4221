using System;
using System.Linq;
using BatterySim.Host.Cli.View;
using Xunit;

namespace BatterySim.Host.Tests.View
{
    // Whatever an operator did to the bank is on the screen.
    public class InjectedViewTests
    {
        private static readonly ScreenSize Size = new(120, 45);

        [Theory]
        [InlineData("FAUL:VAL:CCL 5,0,30", "CCL = 5 A on the wire, 27 s left")]
        [InlineData("FAUL:VAL:SOC UNKN", "SOC = unknown on the wire, until FAUL:CLE")]
        [InlineData("FAUL:VAL:CVL 58.4,60", "CVL = 58.4 V on the wire, in 57 s, until FAUL:CLE")]
        [InlineData("FAUL:VAL:PROT 2,0,1 MIN", "PROT = 2 on the wire, 57 s left")]
        [InlineData("FAUL:FRAM359:OMIT ON,0,13 S", "FAUL:FRAM359:OMIT ON, 10 s left")]
        [InlineData("FAUL:FRAM355:DEL 300 MS", "FAUL:FRAM355:DEL 0.300, until FAUL:CLE")]
        [InlineData("FAUL:EXTR2 \"123#11\",100 MS,1 MIN,10 S", "FAUL:EXTR2 123#11, 0.100, in 57 s, 10 s left")]
        [InlineData("FAUL:CABL:BURS 5,20", "FAUL:CABL:BURS 5.0, 20, until FAUL:CLE")]
        public void Faults_Any_AreShownWithWhatIsLeft(string command, string expected)
        {
            ViewRig rig = new(2);
            rig.Watch(2);
            rig.Do(command);
            rig.Watch(3);

            Assert.Contains(expected, Screen(rig), StringComparison.Ordinal);
            rig.Do("FAUL:CLE");
            Assert.DoesNotContain("Faults", Screen(rig), StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("MOD2:BRE OFF", "#2 .* breaker off")]
        [InlineData("MOD2:RST 3 S", "#2 .* asleep")]
        [InlineData("MOD1:LINK OFF", "#2 .* running, chain cut")]
        [InlineData("MOD2:REPL SIL", "#2 .* running, silent")]
        [InlineData("MOD2:REPL ZERO", "#2 .* running, answers zeros")]
        [InlineData("MOD1:CANP OTH", "#1 .* running, other CAN protocol")]
        [InlineData("MOD2:FET:CHAR OFF", "#2 .* running, charge FET open")]
        [InlineData("MOD2:TEMP 90", "#2 .* running, protection: over-temperature")]
        [InlineData("OUTP OFF", " OUTPUT OFF ")]
        public void Battery_AnythingDoneToIt_IsItsState(string command, string expected)
        {
            ViewRig rig = new(2);
            rig.Watch(2);
            Assert.Matches("#2 .* running", Screen(rig));
            rig.Do(command);
            rig.Watch(8);

            Assert.Matches(expected, Screen(rig));
        }

        [Fact]
        public void Events_OfBankAndPorts_FillTheFreeLines()
        {
            ViewRig rig = new(2);
            rig.Watch(2);
            rig.Do("MOD2:BRE OFF");
            rig.View.Report("slcan:///dev/ttyACM0: nobody is there");
            rig.Watch(1);

            string screen = Screen(rig);
            Assert.Matches("Events .*", screen);
            Assert.Contains("breaker opened, battery 2", screen, StringComparison.Ordinal);
            Assert.Contains("slcan:///dev/ttyACM0: nobody is there", screen, StringComparison.Ordinal);
        }

        [Fact]
        public void Places_ScpiAndModbus_AreShown()
        {
            ViewRig rig = new(2);
            rig.View.Places = rig.View.Places with { Scpi = "127.0.0.1:5025", Modbus = ["unit 1 on 127.0.0.1:5020"] };

            string screen = Screen(rig);

            Assert.Contains("SCPI      listens on 127.0.0.1:5025", screen, StringComparison.Ordinal);
            Assert.Contains("Modbus    unit 1 on 127.0.0.1:5020", screen, StringComparison.Ordinal);
        }

        [Fact]
        public void Signals_ChangedValue_IsMarkedUntilTheNextFrame()
        {
            ViewRig rig = new(2);
            rig.Watch(3);
            rig.Do("FAUL:VAL:CCL 5");
            rig.Session.AdvanceTo(rig.Session.NowMilliseconds + 1050);

            string changed = Frame(rig);
            rig.Session.AdvanceTo(rig.Session.NowMilliseconds + 1000);
            string settled = Frame(rig);

            Assert.Contains("\u001b[1;4mCCL 5.0 A", changed, StringComparison.Ordinal);
            Assert.Contains("\u001b[1;4m32", changed, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b[1;4m", settled, StringComparison.Ordinal);
        }

        [Fact]
        public void Course_Values_AreSparklines()
        {
            ViewRig rig = new(2);
            rig.Watch(20);

            string[] lines = rig.Draw(Size, true);

            foreach (string name in new[] { "V", "A", "SOC %", "cell min V", "cell max V" })
            {
                Assert.Contains(
                    lines,
                    line => line.Contains($" {name} ", StringComparison.Ordinal) && line.Any(static letter => letter is >= '▁' and <= '█'));
            }
        }

        private static string Frame(ViewRig rig) => rig.DrawAnsi(Size, Spectre.Console.ColorSystemSupport.NoColors).Split('\n')
            .Single(static line => line.Contains("0x351", StringComparison.Ordinal));

        private static string Screen(ViewRig rig) => string.Join('\n', rig.Draw(Size, true));
    }
}
