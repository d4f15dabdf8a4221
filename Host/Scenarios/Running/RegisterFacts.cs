using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>What an inverter said of itself over Modbus, as settings of a report.</summary>
    internal static class RegisterFacts
    {
        /// <summary>Names and values; none for an inverter that was not asked.</summary>
        public static IEnumerable<KeyValuePair<string, string>> Of(InverterFacts? facts)
        {
            if (facts == null)
            {
                yield break;
            }

            yield return new("modbus.unit", facts.Unit.ToString(CultureInfo.InvariantCulture));
            yield return new("modbus.serial", facts.Serial);
            foreach ((int address, ushort value) in facts.Settings)
            {
                RegisterRow row = SolArkRegisters.Find(address)!;
                string name = string.Create(CultureInfo.InvariantCulture, $"modbus.{address} {row.Name}");
                yield return new(name, row.Format(row.Decode(_ => value)));
            }
        }
    }
}
