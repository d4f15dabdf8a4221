using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A frame as last sent.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="Bytes">Data bytes, two hexadecimal digits each, with spaces; empty before the first.</param>
    /// <param name="ChangedBytes">A bit for each byte that differs from the frame before, bit 0 for byte 0.</param>
    /// <param name="Sent">Frames that the controller took.</param>
    /// <param name="Failed">Frames that it did not take.</param>
    /// <param name="Withheld">Frames not sent because a value was unknown.</param>
    /// <param name="AgeMilliseconds">Time since the last one, ms; -1 before the first.</param>
    /// <param name="PeriodMinMilliseconds">Shortest time between two, ms; -1 before there are two.</param>
    /// <param name="PeriodMeanMilliseconds">Mean.</param>
    /// <param name="PeriodMaxMilliseconds">Longest.</param>
    /// <param name="Signals">What it says.</param>
    public sealed record FramePicture(
        uint Id,
        string Bytes,
        int ChangedBytes,
        long Sent,
        long Failed,
        long Withheld,
        long AgeMilliseconds,
        int PeriodMinMilliseconds,
        int PeriodMeanMilliseconds,
        int PeriodMaxMilliseconds,
        IReadOnlyList<SignalPicture> Signals);
}
