namespace BatterySim.Host.Tests.Model
{
    /// <summary>One frame as it went over the bus.</summary>
    internal sealed record BusFrame(long Milliseconds, uint Id, byte[] Data, bool IsFromBank);
}
