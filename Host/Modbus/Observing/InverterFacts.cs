using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Modbus.Observing
{
    /// <summary>What was found of an inverter before anything runs.</summary>
    /// <param name="Unit">Unit id that answered.</param>
    /// <param name="Model">Model by its rated power, as "8K"; empty where it is not known.</param>
    /// <param name="Firmware">As "M 7.2.2.2 / S 1.7.2.6 / C 1.4.3.F".</param>
    /// <param name="Serial">Serial number; all but the last four characters hidden.</param>
    /// <param name="Settings">Registers of settings and their values.</param>
    /// <param name="Remarks">What a person should know: units that did not answer, registers that stay 0.</param>
    public sealed record InverterFacts(
        int Unit, string Model, string Firmware, string Serial, IReadOnlyDictionary<int, ushort> Settings, IReadOnlyList<string> Remarks)
    {
        /// <summary>One line for people.</summary>
        public string Summary => string.Create(
            CultureInfo.InvariantCulture, $"{(Model.Length > 0 ? Model : "unknown model")}, firmware {Firmware}, unit {Unit}");
    }
}
