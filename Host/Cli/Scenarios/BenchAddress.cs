using System;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Addresses of a bench, checked before anything is opened.</summary>
    internal static class BenchAddress
    {
        /// <summary>Refuses what is not a real bus or not an instrument.</summary>
        public static void Check(string can, string scpi)
        {
            CanPortUrl url = CanPortUrlParser.Parse(can, out string fault) ?? throw CliException.Usage($"--can {fault}.");
            if (!url.IsExternal)
            {
                throw CliException.Usage($"--can '{can}' is not the bus of a bench; give one of a real bus, such as socketcan://can0.");
            }

            if (!IsInstrument(scpi))
            {
                throw CliException.Usage($"--scpi '{scpi}' is not an address of an instrument; give HOST:PORT or a serial port such as /dev/ttyUSB0.");
            }
        }

        private static bool IsInstrument(string text)
        {
            int colon = text.LastIndexOf(':');
            return text.StartsWith('/')
                || text.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                || (colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), out ushort port) && port > 0);
        }
    }
}
