using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Cli.View
{
    /// <summary>A frame as it was sent: its bytes and what they say.</summary>
    /// <param name="SentMilliseconds">Simulated time at which it was sent.</param>
    /// <param name="Bytes">Two hexadecimal digits each.</param>
    /// <param name="Signals">Name and value of each signal.</param>
    /// <param name="Before">The one before it; null for the first.</param>
    internal sealed record FrameContent(
        long SentMilliseconds, IReadOnlyList<string> Bytes, IReadOnlyList<(string Name, string Value)> Signals, FrameContent? Before)
    {
        /// <summary>True for a byte that the frame before had otherwise.</summary>
        public bool IsByteChanged(int index) => Before is not null && (index >= Before.Bytes.Count || Before.Bytes[index] != Bytes[index]);

        /// <summary>True for a signal that the frame before had otherwise.</summary>
        public bool IsSignalChanged(int index) => Before is not null && !Before.Signals.Contains(Signals[index]);
    }
}
