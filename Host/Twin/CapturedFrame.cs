using System.Collections.Generic;

namespace BatterySim.Host.Twin
{
    /// <summary>A frame that a real battery sends and that the bank's model does not know: it is sent with the bytes of the log.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="IsExtended">True for a 29-bit identifier.</param>
    /// <param name="Data">Its bytes, 0 to 8.</param>
    /// <param name="Timing">When it leaves.</param>
    public sealed record CapturedFrame(uint Id, bool IsExtended, IReadOnlyList<byte> Data, FrameTiming Timing);
}
