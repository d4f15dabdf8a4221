using System.IO;
using BatterySim.Host.Cli;
using Xunit;

namespace BatterySim.Host.Tests
{
    public class AppTests
    {
        [Fact]
        public void Run_UnknownCommand_IsAUsageErrorOnStandardError()
        {
            using var output = new StringWriter();
            using var error = new StringWriter();

            int exitCode = App.Run(["no-such-command"], output, error);

            Assert.Equal(2, exitCode);
            Assert.Contains("no-such-command", error.ToString(), System.StringComparison.Ordinal);
        }
    }
}
