using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>One value of the parts of a profile file that the board does not know, <c>dialect</c> and <c>start</c>.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Value">The value as the file has it.</param>
    /// <param name="Provenance">How well it is known.</param>
    /// <param name="Source">From where.</param>
    public sealed record ProfileFact(string Key, string Value, Provenance Provenance, string Source);
}
