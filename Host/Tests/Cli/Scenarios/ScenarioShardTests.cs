using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace BatterySim.Host.Tests.Cli.Scenarios
{
    // Parts of a run are a whole again: nothing twice, nothing missing, and the verdict of one run.
    public class ScenarioShardTests
    {
        private const string Table = """
            name: The bank of <soc> keeps its charge
            bank: {batteries: 1, soc: <soc>}
            inverter: none
            table:
              - {case: one, soc: 10 %}
              - {case: two, soc: 20 %}
              - {case: three, soc: 30 %}
              - {case: four, soc: 40 %}
              - {case: five, soc: 50 %}
            timeline:
              - at: 5 s
                expect: {that: bank.soc, is: <soc>, tolerance: 1 %}

            """;

        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(4)]
        [InlineData(8)]
        public void Shards_Merged_AreTheWholeRun(int count)
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", Table);
            folder.Write("b.yaml", ScenarioFolder.Failing);
            string whole = folder.File("whole.xml");
            Assert.Equal(1, CliResult.Of("scenario", "run", folder.Path, "--junit", whole).ExitCode);
            string[] parts = [.. Enumerable.Range(1, count).Select(number => folder.File($"{number}.xml"))];
            for (int number = 1; number <= count; number++)
            {
                CliResult part = CliResult.Of("scenario", "run", folder.Path, "--shard", $"{number}/{count}", "--junit", parts[number - 1]);
                Assert.Equal("", part.Error);
            }

            string merged = folder.File("merged.xml");
            CliResult result = CliResult.Of(["scenario", "merge", .. parts, "--junit", merged]);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains($"6 cases of {count} file", result.Output, StringComparison.Ordinal);
            Assert.Contains("1 failed, 0 could not run, 0 observed in part, 5 passed", result.Output, StringComparison.Ordinal);
            Assert.Equal(Names(whole), Names(merged));
            Assert.Equal("6", (string?)XDocument.Load(merged).Root!.Attribute("tests"));
            Assert.Equal("1", (string?)XDocument.Load(merged).Root!.Attribute("failures"));
        }

        [Theory]
        [InlineData("0/2")]
        [InlineData("3/2")]
        [InlineData("1")]
        [InlineData("a/b")]
        [InlineData("1/2000")]
        public void Shard_ThatIsNone_IsRefused(string shard)
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", Table);

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--shard", shard);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains($"--shard '{shard}'", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Merge_TheSamePartTwice_IsRefused()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", Table);
            string part = folder.File("1.xml");
            CliResult.Of("scenario", "run", folder.Path, "--shard", "1/2", "--junit", part);

            CliResult result = CliResult.Of("scenario", "merge", part, part);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("in two of the files", result.Error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("<a/>", "not a JUnit file")]
        [InlineData("<a", "not valid XML")]
        public void Merge_SomethingElse_IsRefused(string text, string reason)
        {
            using ScenarioFolder folder = new();
            string path = folder.Write("x.xml", text);

            CliResult result = CliResult.Of("scenario", "merge", path);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Case_ByItsName_RunsAlone()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", Table);

            Assert.StartsWith("1 case in", CliResult.Of("scenario", "run", folder.Path, "--case", "two").Output, StringComparison.Ordinal);
            CliResult none = CliResult.Of("scenario", "run", folder.Path, "--case", "six");
            Assert.Equal(2, none.ExitCode);
            Assert.Contains("there is no case 'six'", none.Error, StringComparison.Ordinal);
        }

        private static List<string> Names(string path) =>
            [.. XDocument.Load(path).Descendants("testcase").Select(static one => (string)one.Attribute("name")!).Order(StringComparer.Ordinal)];
    }
}
