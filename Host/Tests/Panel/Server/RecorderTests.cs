using System;
using System.IO;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine;
using BatterySim.Host.Panel.Engine.Local;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>A recording of what is done by hand is a scenario that the command line takes and passes.</summary>
    public class RecorderTests
    {
        public static TheoryData<string[]> Hands() =>
        [
            ["MOD2:BRE OFF"],
            ["OUTP OFF", "OUTP ON"],
            ["FAUL:VAL:SOC 3,0,20", "LOAD -3000", "inverter grid-charge=20 A"],
            ["MOD1:RST 7", "MOD3:DIP 9"],
            ["BANK:DIAL pylontech", "MOD4:SOC 12.5", "FAUL:FRAM351:OMIT ON"],
            ["inverter cable=unplugged"],
            ["BANK:DIAL:NAME \"A;B?\"", "MOD2:BRE?;BRE OFF;:SYST:SPE 2"],
            ["inverter strict-eight-bytes=on"],
        ];

        [Theory]
        [MemberData(nameof(Hands))]
        public void Recording_IsCheckedAndPassesOnTheCommandLine(string[] hand)
        {
            TwinSession session = new(DefaultBank.Create());
            TwinRunner runner = new(session, SimulationPace.Real);
            session.Simulator.Instrument.Host = new TwinInstrumentHost(session, runner);
            using BenchEngine engine = new(session, runner, "test");
            session.AdvanceTo(7_300);
            Do(engine, PanelVerb.StartRecording);
            session.AdvanceTo(9_000);
            foreach (string line in hand)
            {
                BenchReply reply = line.StartsWith("inverter ", StringComparison.Ordinal)
                    ? Do(engine, PanelVerb.SetInverter, line[9..].Split('=')[0], line.Split('=')[1])
                    : Do(engine, PanelVerb.Line, line);
                Assert.Null(reply.Error);
                session.AdvanceTo(session.NowMilliseconds + 12_345);
            }

            // What changes nothing of the bank is no step.
            foreach (string line in (string[])["BANK:SOC?", "SYST:SPE 2", "*CLS", "FRAM351:BYT?;SENT?"])
            {
                Assert.Null(Do(engine, PanelVerb.Line, line).Error);
            }

            BenchReply recorded = Do(engine, PanelVerb.StopRecording, "What a hand did: 'quoted'");

            Assert.Null(recorded.Error);
            string path = Path.Combine(Path.GetTempPath(), $"recorded-{Guid.NewGuid():N}.yaml");
            File.WriteAllText(path, recorded.Answer);
            StringWriter output = new();
            StringWriter error = new();
            Assert.Equal(0, Host.Cli.App.Run(["scenario", "check", path], output, error));
            Assert.True(Host.Cli.App.Run(["scenario", "run", path], output, error) == 0, $"{recorded.Answer}\n{output}{error}");
            Assert.Equal(hand.Length, recorded.Answer.Split('\n').Count(line => line.StartsWith("    do: '", StringComparison.Ordinal)
                || line.StartsWith("    inverter:", StringComparison.Ordinal)));
            Assert.Contains("expect:", recorded.Answer, StringComparison.Ordinal);
            File.Delete(path);
        }

        private static BenchReply Do(BenchEngine engine, PanelVerb verb, string first = "", string second = "") =>
            engine.Execute(new PanelRequest(verb, first, second))();
    }
}
