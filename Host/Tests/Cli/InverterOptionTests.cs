using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class InverterOptionTests
    {
        [Theory]
        [InlineData("--max-a-charge", "40", "-20000", 40.0)]
        [InlineData("--max-a-discharge", "30A", "20000", -30.0)]
        [InlineData("--inverter-model", "5K", "20000", -120.0)]
        public void Run_LimitOfTheInverter_IsKeptTo(string option, string value, string load, double amps)
        {
            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "60s", "--load", load, option, value);

            Assert.Equal(0, result.ExitCode);
            string last = result.Output.Split('\n').Last(static line => line.StartsWith("    00:01:00.0", StringComparison.Ordinal));
            string shown = last.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];

            // What the bank says: four batteries, each rounded.
            Assert.InRange(double.Parse(shown, CultureInfo.InvariantCulture), amps - 0.3, amps + 0.3);
        }

        [Fact]
        public void Run_SocAtShutdown_FeedsNothing()
        {
            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "30s", "--soc", "20", "--shutdown", "30", "--restart", "40");

            Assert.Contains("shut down by SOC", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Run_OffGridOverload_IsF40InTheSummary()
        {
            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "60s", "--grid", "off", "--max-a-discharge", "50", "--load", "8kW");

            Assert.Contains("faults F40 Batt_Over_Current 1 time", result.Output, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("--inverter-model", "30K", "choose 5k, 8k, 12k or 15k")]
        [InlineData("--max-a-charge", "-1", "outside 0 to 2000")]
        [InlineData("--shutdown", "101", "outside 0 to 100")]
        [InlineData("--restart", "5", "restart 50 permille is below shutdown 100 permille")]
        [InlineData("--grid", "maybe", "choose on or off")]
        public void Run_WrongValue_IsOneSentenceWithTheRemedy(string option, string value, string part)
        {
            CliResult result = CliResult.Of("run", "--duration", "1s", "--speed", "max", option, value);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(part, result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Docs_NameEveryOption()
        {
            string help = CliResult.Of("run", "--help").Output;
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "docs", "cli.md")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            string document = File.ReadAllText(Path.Combine(folder, "docs", "cli.md"));
            string[] options = [.. Regex.Matches(help, "--[a-z-]+").Select(static match => match.Value).Distinct()];
            Assert.Contains("--float-v", options);
            Assert.All(options.Except(["--help"]), option => Assert.Contains(option, document, StringComparison.Ordinal));
        }
    }
}
