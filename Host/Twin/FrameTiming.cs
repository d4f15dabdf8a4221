namespace BatterySim.Host.Twin
{
    /// <summary>When a frame of a cloned battery leaves.</summary>
    /// <param name="StartMilliseconds">From the start of the burst, or of the first period of its own timer, ms, 0 or more.</param>
    /// <param name="PeriodMilliseconds">Period of a timer of its own, ms; 0 for a frame that leaves with each burst.</param>
    public readonly record struct FrameTiming(int StartMilliseconds, int PeriodMilliseconds);
}
