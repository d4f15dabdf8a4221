namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>How a profile's key is shown to people.</summary>
    /// <param name="Label">What it is.</param>
    /// <param name="Unit">Unit shown behind the number; empty for a count or a text.</param>
    /// <param name="PerUnit">Raw counts in one shown unit: 1000 where the raw number is in milli.</param>
    /// <param name="IsYesNo">True for a number that means yes (1) or no (0).</param>
    public sealed record ProfileKeyName(string Label, string Unit, int PerUnit, bool IsYesNo);
}
