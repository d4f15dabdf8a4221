using System.Collections.Generic;

namespace BatterySim.Host.Twin
{
    /// <summary>What a dialect's settings cannot say of a real battery: frames that the model does not know, and times of single frames.</summary>
    /// <param name="Captured">Frames that are sent with the bytes of the log.</param>
    /// <param name="Timings">When frames of the model leave, by identifier; one that is not named leaves when the schedule sends it.</param>
    public sealed record ClonedVoice(IReadOnlyList<CapturedFrame> Captured, IReadOnlyDictionary<uint, FrameTiming> Timings)
    {
        /// <summary>A frame on a timer of its own leaves up to this much late, drawn anew each time from the seed, ms; no drift.</summary>
        public int JitterMilliseconds { get; init; }

        /// <summary>True if it changes nothing.</summary>
        public bool IsEmpty => Captured.Count == 0 && Timings.Count == 0;
    }
}
