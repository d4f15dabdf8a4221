using System.CommandLine;
using BatterySim.Host.Protocol;

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

        /// <summary>The option that says what the frames mean.</summary>
        /// <param name="auto">What happens where nobody says so, a clause without its full stop.</param>
        public static Option<string> Dialect(string auto)
        {
            var dialect = new Option<string>("--dialect")
            {
                HelpName = "NAME",
                Description = $"What the frames mean: {string.Join(", ", DecodeDialects.Names)}; {auto}.",
                DefaultValueFactory = _ => DecodeDialects.AutoName,
            };
            dialect.AcceptOnlyFromAmong([DecodeDialects.AutoName, .. DecodeDialects.Names]);
            return dialect;
        }
    }
}
