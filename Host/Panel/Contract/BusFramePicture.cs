namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A frame on the bus, for the live list and the log.</summary>
    /// <param name="Microseconds">Simulated time, us.</param>
    /// <param name="Id">Identifier.</param>
    /// <param name="IsExtended">True for 29 bits.</param>
    /// <param name="IsRemote">True for a remote frame.</param>
    /// <param name="Data">Bytes, two hexadecimal digits each.</param>
    /// <param name="IsFromBank">True if the bank sent it.</param>
    public sealed record BusFramePicture(
        long Microseconds,
        uint Id,
        bool IsExtended,
        bool IsRemote,
        string Data,
        bool IsFromBank);
}
