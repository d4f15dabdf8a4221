using System;
using System.IO;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class TableTests
    {
        public static TheoryData<string> Patterns => [.. CommandTable.Create().Select(command => command.Pattern)];

        [Theory]
        [MemberData(nameof(Patterns))]
        public void Command_ItsExample_SucceedsAndWhatWasSetCanBeAskedFor(string pattern)
        {
            ScpiCommand command = CommandTable.Create().Single(row => row.Pattern == pattern);
            string[] help = ScpiManual.HelpOf(command);
            Assert.Equal(5, help.Length);
            Assert.NotEqual("", help[4]);
            var bench = new Bench();
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, new TwinRunner(bench.Session, SimulationPace.Real));
            bench.Ask("*SAV 1");
            (string reply, string error) = bench.Try(help[3]);
            Assert.Equal("", error);
            bool isSettable = (command.Kind & ScpiCommand.Set) != 0;
            Assert.Equal(isSettable, isSettable && command.Is(ScpiCommand.Query));
            Assert.Equal(help[3].EndsWith('?'), reply.Length > 0 || help[3] is "SYST:ERR:ALL?");
            if (isSettable)
            {
                string header = help[3].Split(' ')[0];
                (reply, error) = bench.Try(header + "?");
                Assert.Equal("", error);
                Assert.NotEqual("", reply);
                if (command.Is(ScpiCommand.Saved))
                {
                    Assert.Equal("", bench.Try(header + " " + reply).Error);
                    Assert.Equal(reply, bench.Ask(header + "?"));
                }
            }
        }

        [Fact]
        public void Manual_InTheRepository_IsTheOneThatTheTablePrints()
        {
            string path = Path.Combine(FindRoot(), "docs", "scpi.md");
            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == ScpiManual.Print(),
                "docs/scpi.md differs from the command table; run: dotnet run --project Host/Bench -- scpi-doc > docs/scpi.md");
        }

        [Fact]
        public void Headers_Block_HasItsOwnLengthAndEveryCommand()
        {
            string block = new Bench().Ask("SYST:HELP:HEAD?");
            int digits = block[1] - '0';
            Assert.Equal(int.Parse(block.AsSpan(2, digits)), block.Length - 2 - digits);
            Assert.Equal(CommandTable.Create().Length, block.Count(character => character == '\n'));
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
        public void AnyText_NeverThrowsAndARefusedOneChangesNothing()
        {
            var bench = new Bench();
            bench.Advance(3000);
            Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsHarmless(bench, text ?? "")).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Lines_TenThousandSeeded_NeverThrowAndRefusedOnesChangeNothing()
        {
            var bench = new Bench();
            var lines = new ScpiLines(20261121);
            for (int count = 0; count < 10_000; count++)
            {
                string line = lines.Next();
                Assert.True(count % 20 == 0 ? IsHarmless(bench, line) : bench.Ask(line) != null, line);
                bench.Ask("*CLS");
                if (count % 50 == 0)
                {
                    bench.Advance(250);
                }
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

        private static bool IsHarmless(Bench bench, string line)
        {
            string before = ScpiSnapshot.Take(bench.Simulator);
            bench.Simulator.Instrument.Errors.Clear();
            bench.Ask(line);
            bool isRefused = bench.Simulator.Instrument.Errors.Count > 0;
            return !isRefused || ScpiSnapshot.Take(bench.Simulator) == before;
        }

        private static string FindRoot()
        {
            string? folder = AppContext.BaseDirectory;
            while (folder != null && !File.Exists(Path.Combine(folder, "global.json")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return folder!;
        }
    }
}
