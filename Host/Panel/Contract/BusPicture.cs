using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>The bus and the inverter's 0x305.</summary>
    /// <param name="State">error-active, error-warning, error-passive or bus-off.</param>
    /// <param name="TransmitErrors">Transmit error counter; int.MinValue where the port does not show it.</param>
    /// <param name="ReceiveErrors">Receive error counter, likewise.</param>
    /// <param name="FrameCount">Frames on the bus.</param>
    /// <param name="LostFrames">Frames that an injected cable fault lost.</param>
    /// <param name="LinkState">waiting, alive, late or lost.</param>
    /// <param name="ReplyCount">0x305 received.</param>
    /// <param name="ReplyAgeMilliseconds">Time since the last one, ms; -1 before the first.</param>
    /// <param name="ReplyMinMilliseconds">Shortest time between two, ms; -1 before there are two.</param>
    /// <param name="ReplyMeanMilliseconds">Mean.</param>
    /// <param name="ReplyMaxMilliseconds">Longest.</param>
    /// <param name="Histogram">Times between two 0x305 in classes.</param>
    public sealed record BusPicture(
        string State,
        int TransmitErrors,
        int ReceiveErrors,
        long FrameCount,
        int LostFrames,
        string LinkState,
        long ReplyCount,
        long ReplyAgeMilliseconds,
        int ReplyMinMilliseconds,
        int ReplyMeanMilliseconds,
        int ReplyMaxMilliseconds,
        IReadOnlyList<HistogramClass> Histogram);
}
