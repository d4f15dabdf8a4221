using System.IO;
using BatterySim.Host.Cli;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>What a shell would see of one call of the program.</summary>
    internal sealed record CliResult(int ExitCode, string Output, string Error)
    {
        /// <summary>Calls the program as a script does: no terminal.</summary>
        public static CliResult Of(params string[] arguments)
        {
            using StringWriter output = new();
            using StringWriter error = new();
            int exitCode = App.Run(arguments, output, error);
            return new CliResult(exitCode, output.ToString(), error.ToString());
        }
    }
}
