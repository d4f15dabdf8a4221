using System;

namespace BatterySim.Host.Board
{
    /// <summary>A pause that doubles each time it is taken, up to a limit.</summary>
    /// <param name="firstMicroseconds">The first pause, us.</param>
    /// <param name="lastMicroseconds">The longest, us.</param>
    internal sealed class GrowingPause(long firstMicroseconds, long lastMicroseconds)
    {
        // Far beyond any limit in use.
        private const int DoublingsMax = 16;

        private int _takenCount;

        public long Next()
        {
            long pause = Math.Min(firstMicroseconds << Math.Min(_takenCount, DoublingsMax), lastMicroseconds);
            _takenCount++;
            return pause;
        }

        public void Reset()
        {
            _takenCount = 0;
        }
    }
}
