using System;

namespace BatterySim.Host.Cli
{
    /// <summary>Ends a command with one sentence on standard error and an exit code; a user never sees a stack trace.</summary>
    internal sealed class CliException : Exception
    {
        public CliException(int exitCode, string sentence)
            : base(sentence)
        {
            ExitCode = exitCode;
        }

        /// <summary>One of <see cref="ExitCodes"/>.</summary>
        public int ExitCode { get; }

        /// <summary>The command line is wrong: exit code 2.</summary>
        public static CliException Usage(string sentence) => new(ExitCodes.Usage, sentence);

        /// <summary>The command failed: exit code 1.</summary>
        public static CliException Failure(string sentence) => new(ExitCodes.Failure, sentence);
    }
}
