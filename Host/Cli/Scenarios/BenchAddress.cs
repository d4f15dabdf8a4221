using BatterySim.Host.Can.Ports;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Addresses of a bench, checked before anything is opened.</summary>
    internal static class BenchAddress
    {
        /// <summary>Takes a bench for this run.</summary>
        /// <exception cref="CliException">Another run of this machine has it.</exception>
        public static BenchClaim Claim(string command, string can, string scpi, string? modbus)
        {
            try
            {
                return BenchClaim.Take(command, can, scpi, modbus);
            }
            catch (StandException problem)
            {
                throw new CliException(ExitCodes.CouldNotRun, problem.Message);
            }
        }

        /// <summary>Refuses what is not a real bus or not an instrument.</summary>
        public static void Check(string can, string scpi)
        {
            CanPortUrl url = CanPortUrlParser.Parse(can, out string problem) ?? throw CliException.Usage($"--can {problem}.");
            if (!url.IsExternal)
            {
                throw CliException.Usage($"--can '{can}' is not the bus of a bench; give one of a real bus, such as socketcan://can0.");
            }

            if (ScpiAddress.Parse(scpi, out problem) is null)
            {
                throw CliException.Usage($"--scpi {problem}.");
            }
        }
    }
}
