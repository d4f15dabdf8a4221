namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What the objects of one kind weigh on a board.</summary>
    /// <param name="Kind">Type, or what stands for it.</param>
    /// <param name="Count">Objects.</param>
    /// <param name="Bytes">Their weight with nanoFramework's layout.</param>
    public sealed record HeapShare(string Kind, int Count, int Bytes);
}
