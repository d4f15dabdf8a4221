namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What came of a <see cref="HeapSoak"/>.</summary>
    /// <param name="LowestFreeBytes">Least that was free at any moment.</param>
    /// <param name="LargestNeedBytes">Most that one line needed for a moment, beyond what was in use before it and after it.</param>
    /// <param name="NeediestLine">That line.</param>
    /// <param name="FailureCount">Allocations that failed.</param>
    /// <param name="IsEqual">True if every frame and every character was as with all the memory of the desktop.</param>
    /// <param name="FrameCount">Frames on the bus.</param>
    public sealed record HeapSoakReport(
        int LowestFreeBytes, int LargestNeedBytes, string NeediestLine, int FailureCount, bool IsEqual, long FrameCount);
}
