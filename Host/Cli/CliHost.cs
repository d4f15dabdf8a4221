using System.IO;
using BatterySim.Host.Cli.Running;
using Spectre.Console;

namespace BatterySim.Host.Cli
{
    /// <summary>What surrounds the program: where text goes, whether somebody watches, and the wish to stop.</summary>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    internal sealed record CliHost(TextWriter Output, TextWriter Error)
    {
        /// <summary>The terminal that standard output shows on; null if it is a file, a pipe, or cannot place its cursor.</summary>
        public IAnsiConsole? Terminal { get; init; }

        /// <summary>Set when the user or the system asks for an end.</summary>
        public Interruption Interruption { get; init; } = new();
    }
}
