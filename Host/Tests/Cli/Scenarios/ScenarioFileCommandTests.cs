using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Cli.Scenarios
{
    public class ScenarioFileCommandTests
    {
        [Fact]
        public void Check_OfAFaultyFolder_NamesEachFaultByPlaceAndEndsWithTwo()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);
            string path = folder.Write("c.yaml", ScenarioFolder.Faulty);

            CliResult result = CliResult.Of("scenario", "check", folder.Path);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains($"{path}:3:1: ", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("a.yaml", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Check_OfASoundFile_EndsWithZero()
        {
            using ScenarioFolder folder = new();

            CliResult result = CliResult.Of("scenario", "check", folder.Write("a.yaml", ScenarioFolder.Passing));

            Assert.Equal(0, result.ExitCode);
            Assert.Equal("1 file, 1 case: no problem\n", result.Output.ReplaceLineEndings("\n"));
        }

        [Fact]
        public void Check_OfAFaultySetup_FindsIt()
        {
            using ScenarioFolder folder = new();
            string path = folder.Write("s.setup.yaml", ScenarioFolder.Faulty);

            CliResult result = CliResult.Of("scenario", "check", folder.Path);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains($"{path}:3:1: ", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_OfASetup_IsRefused()
        {
            using ScenarioFolder folder = new();

            CliResult result = CliResult.Of("scenario", "run", folder.Write("s.setup.yaml", "bank: {batteries: 2}\n"));

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("is a set-up that scenarios include", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void List_AsText_HasALineForEachFile()
        {
            using ScenarioFolder folder = new();
            folder.Write("b.yaml", ScenarioFolder.Failing);
            folder.Write("a.yaml", ScenarioFolder.Passing);

            CliResult result = CliResult.Of("scenario", "list", folder.Path);

            Assert.Equal(0, result.ExitCode);
            string[] lines = result.Output.ReplaceLineEndings("\n").Split('\n');
            Assert.Contains("a.yaml", lines[0], StringComparison.Ordinal);
            Assert.EndsWith("The bank keeps its charge  [calm, soc]", lines[0], StringComparison.Ordinal);
            Assert.EndsWith("The bank is nearly full  [soc]", lines[1], StringComparison.Ordinal);
            Assert.Equal("2 files, 2 cases", lines[2]);
        }

        [Fact]
        public void List_AsJson_CarriesCasesAndSabotages()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);

            JsonArray list = JsonNode.Parse(CliResult.Of("scenario", "list", folder.Path, "--json").Output)!.AsArray();

            Assert.Equal("The bank keeps its charge", (string?)list[0]!["name"]);
            Assert.Equal(["calm", "soc"], list[0]!["tags"]!.AsArray().Select(static tag => (string?)tag));
            Assert.Equal("A bank that loses charge", (string?)list[0]!["cases"]![0]!["sabotages"]![0]);
        }

        [Fact]
        public void List_WithAFaultyFile_ListsTheRestAndEndsWithOne()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);
            folder.Write("c.yaml", ScenarioFolder.Faulty);

            CliResult result = CliResult.Of("scenario", "list", folder.Path);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("The bank keeps its charge", result.Output, StringComparison.Ordinal);
            Assert.Contains("scenario check", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void New_AsItStands_PassesCheckRunAndSabotage()
        {
            using ScenarioFolder folder = new();
            string path = folder.File("my-first_one.yaml");

            Assert.Equal(0, CliResult.Of("scenario", "new", path).ExitCode);

            Assert.Contains("name: \"my first one\"", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.Equal("1 file, 1 case: no problem\n", CliResult.Of("scenario", "check", path).Output.ReplaceLineEndings("\n"));
            Assert.Matches(": 1 passed\\s*$", CliResult.Of("scenario", "run", path).Output);
            Assert.Matches(": 1 passed\\s*$", CliResult.Of("scenario", "run", path, "--sabotage").Output);
        }

        [Fact]
        public void New_WhereAFileIs_LeavesItUnlessForced()
        {
            using ScenarioFolder folder = new();
            string path = folder.Write("a.yaml", "mine");

            CliResult refused = CliResult.Of("scenario", "new", path);

            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
            Assert.Equal("mine", File.ReadAllText(path));
            Assert.Equal(0, CliResult.Of("scenario", "new", path, "--force").ExitCode);
            Assert.NotEqual("mine", File.ReadAllText(path));
        }

        [Fact]
        public void New_InAFolderThatIsNotThere_FailsWithTheReason()
        {
            using ScenarioFolder folder = new();

            CliResult result = CliResult.Of("scenario", "new", folder.File("none/a.yaml"));

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("its folder does not exist", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void New_BelowASchema_NamesItInItsFirstLine()
        {
            using ScenarioFolder folder = new();
            folder.Write("scenario.schema.json", "{}");
            Directory.CreateDirectory(folder.File("sub"));

            CliResult.Of("scenario", "new", folder.File("sub/a.yaml"));

            Assert.Equal("# yaml-language-server: $schema=../scenario.schema.json", File.ReadLines(folder.File("sub/a.yaml")).First());
        }

        [Fact]
        public void Schema_OfTheLibrary_IsTheOneThatIsPrinted()
        {
            string printed = CliResult.Of("scenario", "schema").Output;

            Assert.Equal("http://json-schema.org/draft-07/schema#", (string?)JsonNode.Parse(printed)!["$schema"]);
            Assert.Equal(printed, File.ReadAllText(Path.Combine(SourceFile.Root, "Scenarios", "scenario.schema.json")));
        }
    }
}
