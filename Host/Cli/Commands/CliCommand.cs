using System.Collections.Generic;
using System.CommandLine;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>A command whose help ends with examples.</summary>
    internal sealed class CliCommand(string name, string description) : Command(name, description)
    {
        /// <summary>Command lines that work as they stand, each with what it does.</summary>
        public IReadOnlyList<(string Line, string Meaning)> Examples { get; set; } = [];
    }
}
