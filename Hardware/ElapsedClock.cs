namespace BatterySim.Hardware
{
    /// <summary>Turns a counter that wraps after 49.7 days into time that passed and never goes back.</summary>
    /// <remarks>
    /// Only differences are taken, and those modulo 2^32, so neither the sign change after 24.8 days nor the wrap after 49.7 days is visible.
    /// It must be asked at least every 24.8 days; the main loop asks a hundred times a second.
    /// </remarks>
    public sealed class ElapsedClock : IMonotonicClock
    {
        private readonly ITickCounter _counter;
        private int _lastTick;
        private long _nowMilliseconds;
        private long _takenMilliseconds;

        /// <summary>Starts to count now.</summary>
        public ElapsedClock(ITickCounter counter)
        {
            _counter = counter;
            _lastTick = counter.TickMilliseconds;
        }

        /// <inheritdoc/>
        /// <remarks>Since this clock was made. A counter that went back counts as one that stood still.</remarks>
        public long NowMilliseconds
        {
            get
            {
                int tick = _counter.TickMilliseconds;
                int elapsed = unchecked(tick - _lastTick);
                _lastTick = tick;
                _nowMilliseconds += elapsed < 0 ? 0 : elapsed;
                return _nowMilliseconds;
            }
        }

        /// <summary>Time since the last call of this, ms, 0 or more; what is beyond an int, 24.8 days, is left for the next call.</summary>
        public int ConsumeElapsed()
        {
            long elapsed = NowMilliseconds - _takenMilliseconds;
            elapsed = elapsed > int.MaxValue ? int.MaxValue : elapsed;
            _takenMilliseconds += elapsed;
            return (int)elapsed;
        }
    }
}
