namespace BatterySim.Host.Analysis.Cloning
{
    /// <summary>When one frame is sent.</summary>
    /// <param name="OffsetMilliseconds">From the start of its set, or of its own timer, ms.</param>
    /// <param name="PeriodMilliseconds">Period of its own timer, ms; 0 for a frame of the set.</param>
    /// <param name="JitterMilliseconds">Most that its own timer is late, ms.</param>
    public readonly record struct FrameRhythm(int OffsetMilliseconds, int PeriodMilliseconds, double JitterMilliseconds);
}
