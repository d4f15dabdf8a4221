using System.CommandLine;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>--to</c>: the instrument that is spoken to.</summary>
    internal static class AddressOption
    {
        /// <summary>Makes the option.</summary>
        public static Option<string> Create() => new("--to")
        {
            HelpName = "ADDRESS",
            Description = $"Where the instrument is: {ScpiAddress.Forms}.",
            DefaultValueFactory = _ => $"127.0.0.1:{ScpiServer.DefaultPort}",
        };

        /// <summary>Reads it.</summary>
        /// <exception cref="CliException">It is not an address.</exception>
        public static ScpiAddress Read(string text) =>
            ScpiAddress.Parse(text, out string problem) ?? throw CliException.Usage($"--to {problem}.");
    }
}
