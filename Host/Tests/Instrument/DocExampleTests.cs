using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Bms;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>Every command that the documentation shows works on the twin that <c>batterysim run</c> starts without options.</summary>
    public partial class DocExampleTests
    {
        public static TheoryData<string> Examples => [.. ManualExamples().Concat(SentLines()).Distinct()];

        [Theory]
        [MemberData(nameof(Examples))]
        public void Example_OnADefaultTwin_LeavesNoError(string line)
        {
            var options = new TwinOptions { LoadWatts = 2000 };
            options.Bank.BatteryCount = 4;
            var session = new TwinSession(options);
            Simulator simulator = session.Simulator;
            simulator.Instrument.Host = new TwinInstrumentHost(session, new TwinRunner(session, SimulationPace.Real));
            session.AdvanceTo(1000);
            if (line.StartsWith("*RCL", StringComparison.Ordinal))
            {
                // As the manual says at its top, there has to be something to bring back.
                simulator.Execute("*SAV 1");
            }


            string answer = simulator.Execute(line);

            Assert.Equal("0", simulator.Execute("SYST:ERR:COUN?"));
            Assert.Equal(line.EndsWith('?') && line is not "SYST:ERR:ALL?", answer.Length > 0 && line is not "SYST:ERR:ALL?");
        }

        [Fact]
        public void Examples_Documentation_AreFound()
        {
            Assert.True(ManualExamples().Length > 120);
            Assert.NotEmpty(SentLines());
        }

        // The fifth column of docs/scpi.md; BOARD is there on a board only and is tested there.
        private static string[] ManualExamples() =>
            [.. File.ReadLines(Path.Combine(SourceFile.Root, "docs", "scpi.md"))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && !line.StartsWith("| `BOARD", StringComparison.Ordinal))
                .Select(line => Cell().Split(line)[5].Trim().Trim('`').Replace("\\|", "|", StringComparison.Ordinal))];

        private static string[] SentLines() =>
            [.. Directory.GetFiles(Path.Combine(SourceFile.Root, "docs"), "*.md").Append(Path.Combine(SourceFile.Root, "README.md"))
                .SelectMany(path => Sent().Matches(File.ReadAllText(path)))
                .Select(match => match.Groups[1].Value)];

        [GeneratedRegex(@"(?<!\\)\|")]
        private static partial Regex Cell();

        [GeneratedRegex("batterysim send (?:--\\S+ \\S+ )*\"([^\"<]*[:*][^\"<]*)\"")]
        private static partial Regex Sent();
    }
}
