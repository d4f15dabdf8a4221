namespace BatterySim.Host.Cli
{
    /// <summary>What the program tells the shell.</summary>
    internal static class ExitCodes
    {
        /// <summary>Done.</summary>
        public const int Success = 0;

        /// <summary>The command was understood but could not be carried out, or not in full.</summary>
        public const int Failure = 1;

        /// <summary>The command line itself is wrong.</summary>
        public const int Usage = 2;

        /// <summary>A scenario could not be run, so that nothing is known of what it guards.</summary>
        public const int CouldNotRun = 2;
    }
}
