using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>The inverter.</summary>
    /// <param name="IsReal">True for a real one that is read over Modbus.</param>
    /// <param name="State">What it does: waiting, normal, fault ...</param>
    /// <param name="Stage">Charge stage.</param>
    /// <param name="Faults">Fault codes with their meaning.</param>
    /// <param name="BmsValues">What it received from the BMS, beside the bank's own values.</param>
    /// <param name="Settings">Settings and quirks.</param>
    /// <param name="Registers">Modbus registers; empty without Modbus.</param>
    public sealed record InverterPicture(
        bool IsReal,
        string State,
        string Stage,
        IReadOnlyList<string> Faults,
        IReadOnlyList<BmsValuePicture> BmsValues,
        IReadOnlyList<SettingPicture> Settings,
        IReadOnlyList<RegisterPicture> Registers);
}
