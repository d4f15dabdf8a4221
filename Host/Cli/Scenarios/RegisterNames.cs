using System.Globalization;
using System.Linq;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Registers that are settings of a scenario, in words.</summary>
    internal static class RegisterNames
    {
        /// <summary>All of them, as "210 (max-a-charge)".</summary>
        public static string Settings => string.Join(
            ", ", SolArkRegisters.Rows.Where(static row => row.Key.Length > 0).Select(static row => string.Create(CultureInfo.InvariantCulture, $"{row.Address} ({row.Key})")));

        /// <summary>True if a register is one.</summary>
        public static bool IsSetting(int address) => SolArkRegisters.Find(address) is { Key.Length: > 0 };
    }
}
