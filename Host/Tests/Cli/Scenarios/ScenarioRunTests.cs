using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using Spectre.Console;
using Xunit;

namespace BatterySim.Host.Tests.Cli.Scenarios
{
    public class ScenarioRunTests
    {
        [Fact]
        public void Run_OfWhatPasses_EndsWithZeroAndOneLine()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);

            CliResult result = CliResult.Of("scenario", "run", folder.Path);

            Assert.Equal("", result.Error);
            Assert.Matches("^1 case in [0-9.]+ s: 1 passed\n$", result.Output);
            Assert.Equal(0, result.ExitCode);
        }

        [Fact]
        public void Run_OfWhatFails_EndsWithOneAndSaysWhereWhatWasExpectedAndSeen()
        {
            using ScenarioFolder folder = new();
            string path = folder.Write("b.yaml", ScenarioFolder.Failing);

            CliResult result = CliResult.Of("scenario", "run", path);

            Assert.Equal(1, result.ExitCode);
            string line = result.Output.Split('\n')[0];
            Assert.StartsWith($"failed: {path}: The bank is nearly full: line 8: expected ", line, StringComparison.Ordinal);
            Assert.Matches("bank.soc .*90.* within 2.*; seen: .*5[45]", line);
        }

        [Fact]
        public void Run_OfAFaultyFile_EndsWithTwoAndNamesLineAndColumn()
        {
            using ScenarioFolder folder = new();
            string path = folder.Write("c.yaml", ScenarioFolder.Faulty);

            CliResult result = CliResult.Of("scenario", "run", path);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains($"{path}:3:1: ", result.Error, StringComparison.Ordinal);
            Assert.Contains("bank", result.Error, StringComparison.Ordinal);
            Assert.StartsWith($"could not run: {path}: ", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_OfEverything_TellsInTheOrderOfTheFilesAndEndsWithOne()
        {
            using ScenarioFolder folder = Mixed();

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--jobs", "4");

            string[] names = [.. result.Output.Split('\n').SkipLast(2).Select(static line => Regex.Match(line, @"(\w+)\.yaml: ").Groups[1].Value)];
            Assert.Equal(["b", "c", "f"], names);
            Assert.Equal(1, result.ExitCode);
            Assert.EndsWith(": 4 passed, 2 failed, 1 could not run\n", result.Output, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("1")]
        [InlineData("4")]
        public void Run_WithFailFast_KnowsNothingAfterTheFirstFailure(string jobs)
        {
            using ScenarioFolder folder = Mixed();

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--fail-fast", "--jobs", jobs, "--report", folder.File("out"));

            Assert.Equal(1, result.ExitCode);
            Assert.Contains(": 1 passed, 1 failed; 5 not run", result.Output, StringComparison.Ordinal);
            Assert.Equal(2, Directory.GetFiles(folder.File("out/cases"), "*.log").Length);
        }

        [Theory]
        [InlineData("calm", 4)]
        [InlineData("NEARLY", 2)]
        [InlineData("c.yaml", 1)]
        public void Filter_ByTagNameOrPath_RunsWhatMatches(string filter, int count)
        {
            using ScenarioFolder folder = Mixed();

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--filter", filter);

            Assert.Matches($"(^|\n){count} cases? in ", result.Output);
        }

        [Fact]
        public void Filter_Several_RunsWhatMatchesAnyOfThem()
        {
            using ScenarioFolder folder = Mixed();

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--filter", "d.yaml", "--filter", "nearly");

            Assert.Contains("3 cases in ", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Filter_ThatNothingMatches_IsAnErrorBeforeAnythingRuns()
        {
            using ScenarioFolder folder = Mixed();

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--filter", "martian", "--report", folder.File("out"));

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("martian", result.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(folder.File("out")));
        }

        [Fact]
        public void Reports_OfARun_AreThereWithATraceBesideEachVerdict()
        {
            using ScenarioFolder folder = Mixed();

            CliResult.Of("scenario", "run", folder.Path, "--report", folder.File("out"), "--junit", folder.File("junit.xml"));

            XElement suites = XDocument.Load(folder.File("junit.xml")).Root!;
            Assert.Equal((7, 2, 1), ((int)suites.Attribute("tests")!, (int)suites.Attribute("failures")!, (int)suites.Attribute("errors")!));
            Assert.True(File.Exists(folder.File("out/index.html")));
            Assert.Equal(7, Directory.GetFiles(folder.File("out/cases"), "*.html").Length);
            string[] traces = Directory.GetFiles(folder.File("out/cases"), "*.log");
            Assert.Equal(6, traces.Length);
            Assert.All(traces, static trace =>
            {
                CandumpReader reader = new(File.OpenRead(trace));
                LoggedFrame record = new();
                Assert.Equal(LogReadResult.Frame, reader.Read(record));
                Assert.Contains(
                    $"href=\"{Path.GetFileName(trace)}\"",
                    File.ReadAllText(Path.ChangeExtension(trace, ".html")),
                    StringComparison.Ordinal);
            });
        }

        [Fact]
        public void Reports_OfTheSameFiles_AreTheSameBytesHoweverManyJobs()
        {
            using ScenarioFolder folder = Mixed();
            CliResult.Of("scenario", "run", folder.Path, "--jobs", "1", "--report", folder.File("one"));
            CliResult.Of("scenario", "run", folder.Path, "--jobs", "4", "--report", folder.File("two"));

            string[] names = [.. Directory.GetFiles(folder.File("one/cases")).Select(static path => Path.GetFileName(path)).Order()];
            Assert.Equal(names, Directory.GetFiles(folder.File("two/cases")).Select(static path => Path.GetFileName(path)).Order());
            Assert.All(names, name =>
                Assert.Equal(
                    File.ReadAllText(folder.File("one/cases/" + name)).Replace("/one/", "/two/", StringComparison.Ordinal),
                    File.ReadAllText(folder.File("two/cases/" + name))));
        }

        [Theory]
        [InlineData("--junit", "a.yaml/junit.xml")]
        [InlineData("--junit", "none/junit.xml")]
        [InlineData("--junit", ".")]
        [InlineData("--report", "a.yaml")]
        public void Report_ThatCannotBeWritten_IsAnErrorBeforeAnythingRuns(string option, string name)
        {
            using ScenarioFolder folder = Mixed();

            CliResult result = CliResult.Of("scenario", "run", folder.Path, option, folder.File(name));

            Assert.Equal(2, result.ExitCode);
            Assert.Contains($"{option} '{folder.File(name)}' cannot be written: ", result.Error, StringComparison.Ordinal);
            Assert.Equal("", result.Output);
        }

        [Fact]
        public void Seed_OfTheCommandLine_IsTheOneInTheReport()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);

            CliResult.Of("scenario", "run", folder.Path, "--seed", "4242", "--junit", folder.File("junit.xml"));

            Assert.Contains(XDocument.Load(folder.File("junit.xml")).Descendants("property"), static property =>
                property.Attribute("name")!.Value == "seed" && property.Attribute("value")!.Value == "4242");
        }

        [Fact]
        public void Sabotage_ThatTheScenarioNotices_PassesAndAScenarioWithoutOneFails()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);
            Assert.Equal(0, CliResult.Of("scenario", "run", folder.Path, "--sabotage").ExitCode);

            folder.Write("b.yaml", ScenarioFolder.Failing);
            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--sabotage");

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("b.yaml: The bank is nearly full [without sabotage]: ", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Sabotage_ThatTheScenarioDoesNotNotice_Fails()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing.Replace("MOD1:SOC 20;:MOD2:SOC 20", "MOD1:SOC 55", StringComparison.Ordinal));

            CliResult result = CliResult.Of("scenario", "run", folder.Path, "--sabotage");

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("A bank that loses charge; seen: it was passed", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Interruption_OfARun_LeavesReportsOfWhatIsKnownAndEndsWithTwo()
        {
            using ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);
            using StringWriter output = new();
            using Interruption interruption = new();
            interruption.Request();

            int exitCode = App.Run(
                ["scenario", "run", folder.Path, "--junit", folder.File("junit.xml"), "--report", folder.File("out")],
                new CliHost(output, TextWriter.Null) { Interruption = interruption });

            Assert.Equal(2, exitCode);
            Assert.Contains("0 cases in ", output.ToString(), StringComparison.Ordinal);
            Assert.Equal("0", XDocument.Load(folder.File("junit.xml")).Root!.Attribute("tests")!.Value);
            Assert.Contains("1 cases: the run was ended", File.ReadAllText(folder.File("out/index.html")), StringComparison.Ordinal);
        }

        [Fact]
        public void Terminal_ThatSomebodyWatches_ShowsFailuresAndSummary()
        {
            using ScenarioFolder folder = Mixed();
            using StringWriter screen = new();
            IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Out = new AnsiConsoleOutput(screen),
            });
            terminal.Profile.Width = 400;

            int exitCode = App.Run(["scenario", "run", folder.Path], new CliHost(screen, TextWriter.Null) { Terminal = terminal });

            Assert.Equal(1, exitCode);
            Assert.Contains("The bank is nearly full: line 8", screen.ToString(), StringComparison.Ordinal);
            Assert.Contains("4 passed, 2 failed, 1 could not run", screen.ToString(), StringComparison.Ordinal);
        }

        private static ScenarioFolder Mixed()
        {
            ScenarioFolder folder = new();
            folder.Write("a.yaml", ScenarioFolder.Passing);
            folder.Write("b.yaml", ScenarioFolder.Failing);
            folder.Write("c.yaml", ScenarioFolder.Faulty);
            folder.Write("d.yaml", ScenarioFolder.Passing);
            folder.Write("e.yaml", ScenarioFolder.Passing);
            folder.Write("f.yaml", ScenarioFolder.Failing);
            folder.Write("sub/a.yaml", ScenarioFolder.Passing);
            return folder;
        }
    }
}
