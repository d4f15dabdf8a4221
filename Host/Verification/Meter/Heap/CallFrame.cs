namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>One call of a chain.</summary>
    /// <param name="Method">Type and name.</param>
    /// <param name="Bytes">What its frame takes of the heap; of a method that calls itself, the frames of all levels.</param>
    public sealed record CallFrame(string Method, int Bytes);
}
