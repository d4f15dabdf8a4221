using System;
using System.IO;
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

        [Theory]
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
    }
}
