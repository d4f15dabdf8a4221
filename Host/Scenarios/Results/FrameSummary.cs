namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>What was seen of one frame id on the bus.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="IsExtended">True for a 29-bit one.</param>
    /// <param name="Count">Frames seen.</param>
    /// <param name="PeriodMinMilliseconds">Shortest time between two, ms; 0 for fewer than two.</param>
    /// <param name="PeriodMeanMilliseconds">Mean time between two, ms.</param>
    /// <param name="PeriodMaxMilliseconds">Longest time between two, ms.</param>
    /// <param name="LastText">The last one, decoded, in one line.</param>
    public readonly record struct FrameSummary(
        int Id,
        bool IsExtended,
        long Count,
        long PeriodMinMilliseconds,
        long PeriodMeanMilliseconds,
        long PeriodMaxMilliseconds,
        string LastText);
}
