using System;
using System.IO;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Twin;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class TableTests
    {
        public static TheoryData<string> Patterns => [.. CommandRows.OfTwin.Select(command => command.Pattern)];

        [Theory]
        [MemberData(nameof(Patterns))]
        public void Command_ItsExample_SucceedsAndWhatWasSetCanBeAskedFor(string pattern)
        {
            SettingRow command = CommandRows.Find(pattern);
            Assert.NotEqual("", command.Meaning);
            var bench = new Bench();
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, new TwinRunner(bench.Session, SimulationPace.Real));
            bench.Ask("*SAV 1");
            (string reply, string error) = bench.Try(command.Example);
            Assert.Equal("", error);
            bool isSettable = (command.Kind & SettingRow.Set) != 0;
            Assert.Equal(isSettable, isSettable && command.Is(SettingRow.Query));
            Assert.Equal(command.Example.EndsWith('?'), reply.Length > 0 || command.Example is "SYST:ERR:ALL?");
            if (isSettable && reply.Length == 0)
            {
                string header = command.Example.Split(' ')[0];
                (reply, error) = bench.Try(header + "?");
                Assert.Equal("", error);
                Assert.NotEqual("", reply);
                if (command.Is(SettingRow.Saved))
                {
                    Assert.Equal("", bench.Try(header + " " + reply).Error);
                    Assert.Equal(reply, bench.Ask(header + "?"));
                }
            }
        }

        [Fact]
        public void Headers_TheirShortForms_AreUniqueAmongThoseOfAKind()
        {
            string[] headers = [.. CommandRows.All.Select(ShortHeaderOf)];

            Assert.Equal(headers.Length, headers.Distinct().Count());
        }

        [Fact]
        public void Manual_InTheRepository_IsTheOneThatTheTablePrints()
        {
            string path = Path.Combine(SourceFile.Root, "docs", "scpi.md");
            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == ScpiManual.Print(),
                "docs/scpi.md differs from the command table; run: dotnet run --project Host/Verification/Bench -- scpi-doc > docs/scpi.md");
        }

        [Fact]
        public void Headers_Block_HasItsOwnLengthAndEveryCommand()
        {
            string block = new Bench().Ask("SYST:HELP:HEAD?");
            int digits = block[1] - '0';
            Assert.Equal(int.Parse(block.AsSpan(2, digits)), block.Length - 2 - digits);
            Assert.Equal(CommandRows.OfTwin.Count, block.Count(character => character == '\n'));
        }

        [Fact]
        public void SavAndRcl_ChangedSettings_ComeBack()
        {
            var bench = new Bench();
            string set = "BANK:BATT 5;:BANK:DIAL pylontech;DIAL:PER 700 MS;:BANK:CAD BOTH;:MOD5:SOC 12.5;SOH 80;DIP 9;LINK?";
            bench.Ask(set.Replace(";LINK?", "", StringComparison.Ordinal) + ";:MOD2:LINK OFF;BRE OFF;REPL ZERO;:POL:LIM weakest;:OUTP OFF");
            Assert.Equal("0", bench.Ask("SYST:ERR:COUN?"));
            string[] queries =
            [
                "BANK:PROF?", "BANK:DIAL?", "BANK:DIAL:PER?", "BANK:DIAL:ORD?", "BANK:CAD?", "MOD5:SOC?", "MOD5:SOH?", "MOD5:DIP?", "MOD2:LINK?", "MOD2:BRE?",
                "MOD2:REPL?", "POL:LIM?", "OUTP?",
            ];
            string[] saved = [.. queries.Select(bench.Ask)];
            Assert.Equal(("", ""), bench.Try("*SAV 4"));
            Assert.Equal(("", ""), bench.Try("*RST"));
            Assert.Equal("50.0", bench.Ask("MOD4:SOC?"));
            Assert.Equal("sol-ark", bench.Ask("BANK:DIAL?"));
            Assert.Equal(("", ""), bench.Try("*RCL 4"));
            Assert.Equal(saved, queries.Select(bench.Ask));
        }

        [Fact]
        public void SavRstRcl_EverySetting_IsAsItWas()
        {
            var bench = new Bench();
            string[] lines =
            [
                "BANK:PROF sok-sk48v100,3;:OUTP OFF;:BANK:DIAL deye;DIAL:DLEN NAT;VSC DEC;CSIG DISC;NAME \"A B\";CAP OFF;FSOC ON;PER 0.8;GAP 0.01;JITT 0.03",
                "BANK:DIAL:ORD #H351,#H355,#H356,#H359,#H35C;:BANK:CAD BOTH;:POL:LIM master;SOC highest;FLAG all;TEMP lowest;GAPS stop",
                "MOD2:DIP 9;BRE OFF;LINK OFF;CAN ON;SOH 81.5;CAP 120.25;SOC 12.3;TEMP -7.5;AMB 41;RES 150;REPL ZERO;CANP OTH;CELL4:OFFS -1.5",
                "MOD1:OFFS 0,1,2,3,4,5,6,7,-1,-2,-3,-4,-5,-6,-7,-8;:CURR -12.5",
                "FAUL:VAL:CVL 51.5,0,10;CCL -3;DCL UNKN;TEMP -150,5,7;SOC 120;MOD 0;PROT 3;FULL 1",
                "FAUL:FRAM351:OMIT ON,1,2;DEL 0.3;LENG 4;EXT ON;STAL ON;SWAP ON;DUPL 3;CORR 2,#H80;REM ON;BYT \"0102\"",
                "FAUL:EXTR2 \"00000370#0102\",0.25,1,10;:FAUL:CABL:BURS 5,20,1,2;BOFF 0.5,3",
            ];
            Assert.All(lines, line => Assert.Equal(("", ""), bench.Try(line)));
            string[] saved = Settings(bench);
            Assert.Equal(("", ""), bench.Try("*SAV 2"));
            Assert.Equal(("", ""), bench.Try("*RST"));
            Assert.True(saved.Except(Settings(bench)).Count() > 60);
            Assert.Equal(("", ""), bench.Try("*RCL 2"));
            Assert.Equal(saved, Settings(bench));
        }

        [Fact]
        public void SavAndRcl_Load_ComesBackInPlaceOfACurrent()
        {
            var bench = new Bench();
            bench.Ask("LOAD 1200;*SAV 0");
            bench.Ask("CURR 5;:FAUL:FRAM351:OMIT ON");
            Assert.Equal("0;1", bench.Ask("LOAD?;:FAUL:COUN?"));
            bench.Ask("*RCL 0");
            Assert.Equal("1200;0;0", bench.Ask("LOAD?;:FAUL:COUN?;:SYST:ERR:COUN?"));
        }

        [Fact]
        public void AnyText_NeverThrowsAndARefusedOneChangesNothing()
        {
            var bench = new Bench();
            bench.Advance(3000);
            Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsHarmless(bench, text ?? "")).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Lines_ThreeThousandSeeded_NeverThrowAndRefusedOnesChangeNothing()
        {
            var bench = new Bench();
            var lines = new ScpiLines(20261121);
            string before = ScpiSnapshot.Take(bench.Simulator);
            for (int count = 0; count < 3000; count++)
            {
                string line = lines.Next();
                bench.Ask("*CLS");
                Assert.NotNull(bench.Ask(line));
                bool isRefused = bench.Simulator.Instrument.Errors.Count > 0;
                string after = ScpiSnapshot.Take(bench.Simulator);
                Assert.True(!isRefused || after == before, line);
                if (count % 50 == 0)
                {
                    bench.Advance(250);
                    after = ScpiSnapshot.Take(bench.Simulator);
                }

                before = after;
            }
        }

        [Fact]
        public void SetCommand_OnceWarm_AllocatesNothing()
        {
            var bench = new Bench();
            string[] lines = ["MOD3:SOC 55.5 PCT", "mod2:temperature -5;AMB 20", "POL:LIM weakest", "OUTP ON", "FAUL:FRAM351:CORR 2,#H80,1 S,10 S", "BANK:DIAL:PER 900 MS"];
            foreach (string line in lines)
            {
                bench.Ask(line);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (string line in lines)
            {
                bench.Ask(line);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal("0", bench.Ask("SYST:ERR:COUN?"));
        }

        // What is not a setting of the bank: registers of the status system, the speed of a run, a button.
        private static string[] Settings(Bench bench)
        {
            string[] others = ["*ESE", "*SRE", "STATus:OPERation:ENABle", "STATus:QUEStionable:ENABle", "SYSTem:SPEed", "MODule#:RST"];
            return [.. ScpiSnapshot.Lines(bench.Simulator, command => command.Is(SettingRow.Set) && !others.Contains(command.Pattern))];
        }

        private static bool IsHarmless(Bench bench, string line)
        {
            string before = ScpiSnapshot.Take(bench.Simulator);
            bench.Simulator.Instrument.Errors.Clear();
            bench.Ask(line);
            bool isRefused = bench.Simulator.Instrument.Errors.Count > 0;
            return !isRefused || ScpiSnapshot.Take(bench.Simulator) == before;
        }

        private static string ShortHeaderOf(SettingRow command)
        {
            var header = new TextBuffer(LineBuffer.Capacity, false);
            command.WriteShortHeader(header, 1, 1);
            return header.Take();
        }
    }
}
