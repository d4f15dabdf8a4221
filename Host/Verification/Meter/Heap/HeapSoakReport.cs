namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What came of a <see cref="HeapSoak"/>.</summary>
    /// <param name="LowestFreeBytes">Least that was free whenever it was measured or needed.</param>
    /// <param name="LargestMomentBytes">Most that one line allocated, garbage included.</param>
    /// <param name="LargestMomentLine">Index of that line.</param>
    /// <param name="FailureCount">Allocations that failed.</param>
    /// <param name="IsEqual">True if every frame and every character was as with all the memory of the desktop.</param>
    /// <param name="FrameCount">Frames on the bus.</param>
    public sealed record HeapSoakReport(
        int LowestFreeBytes, int LargestMomentBytes, int LargestMomentLine, int FailureCount, bool IsEqual, long FrameCount);
}
