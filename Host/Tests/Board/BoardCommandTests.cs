using System;
using System.IO;
using System.Linq;
using BatterySim.Host.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary><c>batterysim board</c> as the shell sees it.</summary>
    public class BoardCommandTests
    {
        [Fact]
        public void Board_KeysFromAPipe_ReachConsoleAndSwitches()
        {
            string said = Run("*idn?\n~w2\n~d5\n~b\n~w9\n~w9\nboard?\n", out int code, "board", "--press-rst", "--speed", "max", "--duration", "30s");

            Assert.Equal(ExitCodes.Success, code);
            Assert.Contains("BatterySim,", said, StringComparison.Ordinal);
            Assert.Contains("they show 5 now", said, StringComparison.Ordinal);
            Assert.Contains("breaker off", said, StringComparison.Ordinal);
            Assert.Contains("answers of the inverter", said, StringComparison.Ordinal);
        }

        // Time that runs as fast as it can must not be over before a pipe was read.
        [Fact]
        public void Board_PipeThatIsReadLate_ReachesTheConsoleAtFullSpeed()
        {
            using StringWriter text = new();
            string[] arguments = ["board", "--press-rst", "--speed", "max", "--duration", "30s"];

            int code = App.Run(arguments, new CliHost(text, text) { Input = new LateReader("*idn?\n", 200) });

            Assert.Equal(ExitCodes.Success, code);
            Assert.Contains("BatterySim,", text.ToString(), StringComparison.Ordinal);
        }

        // The cable is pulled and put back, then the wires are shorted: the console tells what the driver knows. An MCP2515 that was reset
        // after bus-off is error-active until it sends again.
        [Theory]
        [InlineData("mcp2515", "MCP2515, crystal 8 MHz", "ACT")]
        [InlineData("devicecan", "built-in CAN1, clock 80 MHz, 500 kbit/s", "OFF")]
        [InlineData("DeviceCan", "built-in CAN1, clock 80 MHz, 500 kbit/s", "OFF")]
        public void Board_EachCanController_IsAnsweredAndTellsOfABrokenCable(string name, string title, string shorted)
        {
            string said = Run(
                "~w9\n~w9\n~u\n~w9\nbus:stat?\n~u\n~w9\nbus:stat?\n~s\n~w2\nbus:stat?\n~s\n~w9\n~w9\nbus:stat?\n~w2\n~.\n",
                out int code,
                "board", "--can-controller", name, "--press-rst", "--speed", "max", "--duration", "120s");

            Assert.Equal(ExitCodes.Success, code);
            Assert.Contains(title, said, StringComparison.Ordinal);
            Assert.DoesNotContain(" 0 answers of the inverter", said, StringComparison.Ordinal);
            string[] states = [.. said.Split('\n').Where(line => line.TrimEnd() is "ACT" or "WARN" or "PASS" or "OFF")];
            Assert.Equal(["PASS", "ACT", shorted, "ACT"], states);
        }

        [Theory]
        [InlineData("--can-controller", "sja1000")]
        [InlineData("--dip", "16")]
        [InlineData("--dip", "one")]
        [InlineData("--speed", "max")]
        public void Board_BadOption_IsOneSentenceAndCodeTwo(string option, string value)
        {
            string said = Run("", out int code, "board", option, value);

            Assert.Equal(ExitCodes.Usage, code);
            Assert.StartsWith("batterysim: --", said, StringComparison.Ordinal);
        }

        private static string Run(string input, out int code, params string[] arguments)
        {
            using StringWriter text = new();
            code = App.Run(arguments, new CliHost(text, text) { Input = new StringReader(input) });
            return text.ToString();
        }

        private sealed class LateReader(string text, int milliseconds) : StringReader(text)
        {
            public override string? ReadLine()
            {
                System.Threading.Thread.Sleep(milliseconds);
                return base.ReadLine();
            }
        }
    }
}
