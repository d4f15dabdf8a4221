using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Cli.Scenarios;
using Xunit;

namespace BatterySim.Host.Tests.Snapshots
{
    // Help, errors and the first page of a report as a person reads them.
    public class TextSnapshotTests
    {
        [Theory]
        [InlineData("")]
        [InlineData("run")]
        [InlineData("inverter")]
        [InlineData("inverter watch")]
        [InlineData("board")]
        [InlineData("flash")]
        [InlineData("scenario")]
        [InlineData("scenario run")]
        [InlineData("scenario merge")]
        [InlineData("scenario list")]
        [InlineData("scenario check")]
        [InlineData("scenario new")]
        [InlineData("certify")]
        [InlineData("decode")]
        [InlineData("doctor")]
        [InlineData("convert")]
        [InlineData("dbc")]
        [InlineData("profiles")]
        [InlineData("send")]
        [InlineData("console")]
        public void Help_OfACommand_IsAsItWas(string command)
        {
            string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

            string help = CliResult.Of([.. words, "--help"]).Output;

            Snapshot.Check("help" + string.Concat(words.Select(static word => "-" + word)), help);
        }

        [Fact]
        public void Errors_OfWrongCommandLines_AreAsTheyWere()
        {
            string[] lines =
            [
                "rnu", "run --sppeed 2", "run --load 3000000kW", "run --load abc", "run --followers 99", "run --soc 101", "run --duration 1x",
                "run --profile nosuch", "run --serve 5025", "run --can foo://bar", "run --record=", "run --log=", "run --scpi 99999",
                "run --token a", "console --to foo://bar", "send --to nowhere:x *IDN?", "send", "decode /no/such/file", "profiles nosuch",
                "scenario run /no/such", "scenario merge /no/such.xml", "scenario run --shard 9/2 /no/such", "convert a", "inverter --model 99K",
            ];
            IEnumerable<string> texts = lines.Select(static line =>
            {
                CliResult result = CliResult.Of(line.Split(' '));
                return $"$ batterysim {line}\n{result.Error}{(result.Output.Length > 0 ? result.Output : "")}[{result.ExitCode}]\n";
            });

            Snapshot.Check("errors", string.Join('\n', texts));
        }

        [Fact]
        public void Report_Index_IsAsItWas()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);
            folder.Write("b.yaml", ScenarioFolder.Failing);
            folder.Write("c.yaml", ScenarioFolder.Faulty);
            string report = folder.File("report");
            CliResult.Of("scenario", "run", folder.Path, "--report", report);
            XElement page = XDocument.Load(System.IO.Path.Combine(report, "index.html")).Root!;

            page.Descendants("style").Remove();
            page.Descendants("script").Remove();
            page.Descendants("section").Remove();
            string text = string.Join('\n', page.Descendants().Where(static one => !one.HasElements && one.Value.Trim().Length > 0)
                .Select(static one => $"{one.Name.LocalName,-8} {one.Value.Trim()}"));
            Snapshot.Check("report-index", text.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
        }
    }
}
