using System;
using System.Linq;
using BatterySim.Bms;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class HelpTests
    {
        [Fact]
        public void Root_WithoutArguments_ShowsHelpWithTheMainJobFirst()
        {
            CliResult result = CliResult.Of();

            Assert.Equal(0, result.ExitCode);
            Assert.Equal(CliResult.Of("--help").Output, result.Output);
            string[] commands = ["  run ", "  inverter ", "  decode ", "  dbc ", "  profiles "];
            int[] places = [.. commands.Select(command => result.Output.IndexOf(command, StringComparison.Ordinal))];
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        }

        [Theory]
        [InlineData("run")]
        [InlineData("inverter")]
        [InlineData("decode")]
        [InlineData("dbc")]
        [InlineData("profiles")]
        [InlineData("profiles check")]
        [InlineData("profiles schema")]
        [InlineData("scenario")]
        [InlineData("scenario run")]
        [InlineData("scenario list")]
        [InlineData("scenario check")]
        [InlineData("scenario new")]
        [InlineData("scenario export")]
        [InlineData("completion")]
        [InlineData("fleet")]
        [InlineData("board")]
        [InlineData("scenario schema")]
        public void Command_Help_EndsWithExamplesOfItself(string command)
        {
            CliResult result = CliResult.Of([.. command.Split(' '), "--help"]);

            Assert.Equal(0, result.ExitCode);
            string examples = result.Output[result.Output.IndexOf("Examples:", StringComparison.Ordinal)..];
            Assert.Contains($"batterysim {command}", examples, StringComparison.Ordinal);
            Assert.Equal("", result.Error);
        }

        [Fact]
        public void Run_Help_NamesEveryOptionWithItsValueAndDefault()
        {
            string help = CliResult.Of("run", "--help").Output;

            string[] expected =
            [
                "--profile <NAME|FILE>", "[default: sok-sk48v100]", "--followers <N>", "[default: 3]", "--soc <PERCENT>", "[default: 55]",
                "--dialect <NAME>", "[default: sol-ark]", "--cadence <broadcast|poll|both>", "--load <WATTS>", "--can <PORT>",
                "--inverter <virtual|none>", "--duration <TIME>", "--speed <real|max|FACTOR>", "--seed <N>", "--log <FILE>", "--record <FILE>",
                "--data-length <padded|native>", "--voltage-scale <0.01|0.1>", "--current-sign <charge|discharge>", "--manufacturer <TEXT>",
                "--capacity-frame", "--no-capacity-frame", "--period <TIME>", "--gap <TIME>", "--order <IDS>", "--jitter <TIME>",
                "--bms-err-stop <on|off>",
            ];
            Assert.All(expected, part => Assert.Contains(part, help, StringComparison.Ordinal));
        }

        [Fact]
        public void ScenarioRun_Help_NamesEveryOption()
        {
            string help = CliResult.Of("scenario", "run", "--help").Output;

            string[] expected =
            [
                "<PATH>...", "--junit <FILE>", "--report <FOLDER>", "--filter <TEXT>", "--jobs <N>", "--seed <N>", "--can <PORT>", "--scpi <ADDRESS>",
                "--strict", "--fail-fast", "--sabotage",
            ];
            Assert.All(expected, part => Assert.Contains(part, help, StringComparison.Ordinal));
        }

        [Fact]
        public void Version_IsTheProducts()
        {
            CliResult result = CliResult.Of("--version");

            Assert.Equal(0, result.ExitCode);
            Assert.Equal(Product.Version, result.Output.Trim());
        }
    }
}
