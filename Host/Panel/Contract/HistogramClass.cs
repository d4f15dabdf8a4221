namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A class of the histogram.</summary>
    /// <param name="UpToMilliseconds">Upper end, ms; int.MaxValue for the last.</param>
    /// <param name="Count">Times in it.</param>
    public sealed record HistogramClass(
        int UpToMilliseconds,
        long Count);
}
