using System.CommandLine;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>Options of every command that reads a log.</summary>
    internal static class LogOptions
    {
        /// <summary>The option that takes one channel out of a log of several.</summary>
        public static Option<string?> Channel()
        {
            return new Option<string?>("--channel")
            {
                HelpName = "NAME",
                Description = "Only the frames of this channel, such as can0, where the log holds several. [default: all]",
            };
        }
    }
}
