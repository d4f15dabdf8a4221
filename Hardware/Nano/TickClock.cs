using System;

namespace BatterySim.Hardware.Nano
{
    /// <summary>The tick counter of the interpreter. Only its low 32 bits are used, so it may wrap where the firmware makes it wrap.</summary>
    public sealed class TickClock : ITickCounter
    {
        /// <inheritdoc/>
        public int TickMilliseconds { get { return unchecked((int)Environment.TickCount64); } }
    }
}
