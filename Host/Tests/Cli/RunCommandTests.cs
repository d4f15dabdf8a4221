using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using Spectre.Console;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class RunCommandTests
    {
        [Fact]
        public void Run_Record_WritesARowForEachSecondAndSaysSo()
        {
            using TemporaryFolder folder = new();
            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "5s", "--followers", "1", "--record", folder.File("bank.csv"));
            Assert.Equal(0, result.ExitCode);
            string[] lines = File.ReadAllLines(folder.File("bank.csv"));
            Assert.StartsWith("seconds,terminalVolts,terminalAmps,", lines[0], StringComparison.Ordinal);
            Assert.Equal(1 + 6, lines.Length);
            Assert.Contains("6 rows in", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_RecordIntoNowhere_IsOneSentence()
        {
            using TemporaryFolder folder = new();
            CliResult result = CliResult.Of("run", "--record", folder.File("none/bank.csv"));
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("cannot write the record", result.Error, StringComparison.Ordinal);
            Assert.Contains("its folder does not exist", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_AMinuteAtFullSpeed_PrintsWarningStateAndSummary()
        {
            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "60s");

            Assert.Equal(0, result.ExitCode);
            Assert.Equal("", result.Error);
            Assert.StartsWith("NO REAL BATTERY", result.Output, StringComparison.Ordinal);
            Assert.Contains("1 master and 3 followers", result.Output, StringComparison.Ordinal);
            string last = result.Output.Split('\n').Last(static line => line.Contains("discharging", StringComparison.Ordinal)
                && line.Contains("alive", StringComparison.Ordinal));
            Assert.StartsWith("    00:01:00.0", last, StringComparison.Ordinal);
            string summary = result.Output[result.Output.IndexOf("Summary", StringComparison.Ordinal)..];

            // A set starts at 0 s and every second up to the 60th; the inverter has answered all but the set that has just begun.
            Assert.Contains("  0x359              61  1000/1000/1000", summary, StringComparison.Ordinal);
            Assert.Contains("  0x305              60  1000/1000/1000", summary, StringComparison.Ordinal);
            Assert.Contains("SOC         55.0 % -> 54.8 %", summary, StringComparison.Ordinal);
            Assert.Contains("faults none", summary, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_SameSeedTwice_GivesIdenticalLogs()
        {
            using TemporaryFolder folder = new();
            string[] line = ["run", "--speed", "max", "--duration", "2h", "--seed", "7", "--jitter", "100ms", "--log"];

            Assert.Equal(0, CliResult.Of([.. line, folder.File("a.log")]).ExitCode);
            Assert.Equal(0, CliResult.Of([.. line, folder.File("b.log")]).ExitCode);
            Assert.Equal(0, CliResult.Of([.. line.Select(static word => word == "7" ? "8" : word), folder.File("c.log")]).ExitCode);

            byte[] first = File.ReadAllBytes(folder.File("a.log"));
            Assert.Equal(first, File.ReadAllBytes(folder.File("b.log")));
            Assert.NotEqual(first, File.ReadAllBytes(folder.File("c.log")));
        }

        [Fact]
        public void Run_LogThatIsThere_IsReplacedAndStartsWithTheFirstFrame()
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("day.log"), new string('x', 100_000));

            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "1s", "--soc", "55", "--log", folder.File("day.log"));

            string[] lines = File.ReadAllLines(folder.File("day.log"));
            Assert.Contains($"{lines.Length} frames in", result.Output, StringComparison.Ordinal);
            Assert.Matches(@"^\(0000000000\.\d{6}\) can0 359#0000000004504E00$", lines[0]);
            Assert.Matches(@"^\(0000000000\.\d{6}\) can0 351#3002A00FA00FC001$", lines[1]);
        }

        [Theory]
        [InlineData("--data-length native --no-capacity-frame", "355#37006400")]
        [InlineData("--voltage-scale 0.1", "356#0F02")]
        [InlineData("--manufacturer ACME", "35E#41434D4520202020")]
        [InlineData("--dialect pylontech --capacity-frame", "379#")]
        [InlineData("--order 379,351 --dialect pylontech", "379#")]
        [InlineData("--current-sign discharge", "356#[0-9A-F]{6}01")]
        public void Run_DialectChange_ShowsOnTheBus(string options, string expected)
        {
            using TemporaryFolder folder = new();

            CliResult result = CliResult.Of(["run", "--speed", "max", "--duration", "10s", "--log", folder.File("x.log"), .. options.Split(' ')]);

            Assert.Equal(0, result.ExitCode);
            Assert.Contains(File.ReadAllLines(folder.File("x.log")), line => Regex.IsMatch(line, " " + expected));
        }

        [Fact]
        public void Run_NoCapacityFrame_SendsNone()
        {
            using TemporaryFolder folder = new();

            CliResult.Of("run", "--speed", "max", "--duration", "10s", "--no-capacity-frame", "--log", folder.File("x.log"));

            Assert.DoesNotContain("379#", File.ReadAllText(folder.File("x.log")), StringComparison.Ordinal);
        }

        [Fact]
        public void Run_WithoutInverter_HearsNothingAndSaysSo()
        {
            CliResult result = CliResult.Of("run", "--inverter", "none", "--speed", "max", "--duration", "10s", "--load", "-1000");

            Assert.Equal(0, result.ExitCode);
            Assert.Contains("waiting", result.Output, StringComparison.Ordinal);
            Assert.Contains("  0x305               0  -/-/-", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_StopAskedFor_EndsInOrderWithSummaryAndCompleteLog()
        {
            using TemporaryFolder folder = new();
            using StringWriter output = new();
            using StringWriter error = new();
            using Interruption interruption = new();
            interruption.Request();

            int exitCode = App.Run(
                ["run", "--speed", "max", "--log", folder.File("x.log")],
                new CliHost(output, error) { Interruption = interruption });

            Assert.Equal(0, exitCode);
            Assert.Contains("Summary", output.ToString(), StringComparison.Ordinal);
            Assert.True(File.Exists(folder.File("x.log")));
        }

        [Fact]
        public void Run_OnATerminal_UsesTheSecondScreenAndGivesItBack()
        {
            using StringWriter screen = new();
            using StringWriter output = new();
            using StringWriter error = new();
            IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Out = new AnsiConsoleOutput(screen),
            });
            terminal.Profile.Width = 100;
            terminal.Profile.Height = 40;
            using Interruption interruption = new();

            int exitCode = App.Run(["run"], new CliHost(output, error) { Terminal = terminal, Interruption = interruption, ConsumeKey = KeyOnce('q') });

            Assert.Equal(0, exitCode);
            Assert.StartsWith("\u001b[?1049h", screen.ToString(), StringComparison.Ordinal);
            Assert.EndsWith("\u001b[?1049l", screen.ToString(), StringComparison.Ordinal);
            Assert.Contains("NO REAL BATTERY", screen.ToString(), StringComparison.Ordinal);
            Assert.StartsWith("Summary", output.ToString().TrimStart(), StringComparison.Ordinal);
        }

        private static Func<char?> KeyOnce(char key)
        {
            char? next = key;
            return () =>
            {
                char? taken = next;
                next = null;
                return taken;
            };
        }
    }
}
