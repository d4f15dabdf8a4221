using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A setting or quirk of the inverter.</summary>
    /// <param name="Name">Name as the command line has it.</param>
    /// <param name="Value">Present value.</param>
    /// <param name="Choices">Words that it takes; empty for a number.</param>
    /// <param name="Unit">Unit of a number.</param>
    /// <param name="Meaning">What it does, with its evidence.</param>
    /// <param name="IsQuirk">True for a quirk.</param>
    /// <param name="CanSet">False where it can only be read.</param>
    public sealed record SettingPicture(
        string Name,
        string Value,
        IReadOnlyList<string> Choices,
        string Unit,
        string Meaning,
        bool IsQuirk,
        bool CanSet);
}
