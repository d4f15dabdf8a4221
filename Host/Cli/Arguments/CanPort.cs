using System;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>Names of the CAN ports that the program can open.</summary>
    internal static class CanPort
    {
        /// <summary>The bus inside the program.</summary>
        public const string Virtual = "virtual";

        /// <summary>Refuses a port that does not exist.</summary>
        public static void Check(string name)
        {
            if (!name.Trim().Equals(Virtual, StringComparison.OrdinalIgnoreCase))
            {
                throw CliException.Usage($"--can '{name}' is no port that exists; the only one is '{Virtual}', the bus inside the program.");
            }
        }
    }
}
