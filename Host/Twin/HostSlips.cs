using System;

namespace BatterySim.Host.Twin
{
    /// <summary>Counts the times at which the machine did not let the program run for more than <see cref="ToleranceMilliseconds"/>.</summary>
    /// <remarks>
    /// A frame that could not leave in time is never booked as punctual: either time is shifted or the frame is left out, and both are told here.
    /// </remarks>
    public sealed class HostSlips
    {
        /// <summary>What passes for punctual, ms.</summary>
        public const int ToleranceMilliseconds = 50;

        /// <summary>Called on the thread of the simulation with each slip.</summary>
        public event Action<HostSlip>? Slipped;

        /// <summary>Slips so far.</summary>
        public int Count { get; private set; }

        /// <summary>All of them together, ms.</summary>
        public long TotalMilliseconds { get; private set; }

        /// <summary>The longest, ms.</summary>
        public long WorstMilliseconds { get; private set; }

        internal void Record(HostSlip slip)
        {
            Count++;
            TotalMilliseconds += slip.LateMilliseconds;
            WorstMilliseconds = Math.Max(WorstMilliseconds, slip.LateMilliseconds);
            Slipped?.Invoke(slip);
        }
    }
}
