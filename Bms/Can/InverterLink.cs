namespace BatterySim.Bms.Can
{
    /// <summary>Watches the inverter's 0x305: how many, how old, how regular. It never stops the bank from sending.</summary>
    public sealed class InverterLink
    {
        /// <summary>Age of the last 0x305 above which the link is late, ms.</summary>
        public const int LateAfterMilliseconds = 2000;

        /// <summary>Age of the last 0x305 above which the link is lost, ms.</summary>
        public const int LostAfterMilliseconds = 10000;

        private long _lastSeenMilliseconds;
        private long _intervalSumMilliseconds;
        private int _count;
        private int _intervalMinMilliseconds;
        private int _intervalMaxMilliseconds;

        /// <summary>Number of 0x305 heard.</summary>
        public int Count { get { return _count; } }

        /// <summary>Simulated time of the last 0x305, ms; -1 if there was none.</summary>
        public long LastSeenMilliseconds { get { return _count == 0 ? -1 : _lastSeenMilliseconds; } }

        /// <summary>Shortest time between two 0x305, ms; -1 until there are two.</summary>
        public int IntervalMinMilliseconds { get { return _count < 2 ? -1 : _intervalMinMilliseconds; } }

        /// <summary>Longest time between two 0x305, ms; -1 until there are two.</summary>
        public int IntervalMaxMilliseconds { get { return _count < 2 ? -1 : _intervalMaxMilliseconds; } }

        /// <summary>Mean time between two 0x305, ms; -1 until there are two.</summary>
        public int IntervalMeanMilliseconds { get { return _count < 2 ? -1 : (int)(_intervalSumMilliseconds / (_count - 1)); } }

        /// <summary>State at a given time.</summary>
        public LinkState StateAt(long nowMilliseconds)
        {
            if (_count == 0)
            {
                return LinkState.Waiting;
            }

            long age = nowMilliseconds - _lastSeenMilliseconds;
            return age > LostAfterMilliseconds ? LinkState.Lost : age > LateAfterMilliseconds ? LinkState.Late : LinkState.Alive;
        }

        /// <summary>Notes a 0x305, whatever its length and content.</summary>
        public void Note(long nowMilliseconds)
        {
            if (_count > 0)
            {
                long elapsed = nowMilliseconds - _lastSeenMilliseconds;
                int interval = elapsed > int.MaxValue ? int.MaxValue : (int)elapsed;
                _intervalSumMilliseconds += interval;
                if (_count == 1 || interval < _intervalMinMilliseconds)
                {
                    _intervalMinMilliseconds = interval;
                }

                if (_count == 1 || interval > _intervalMaxMilliseconds)
                {
                    _intervalMaxMilliseconds = interval;
                }
            }

            _lastSeenMilliseconds = nowMilliseconds;
            if (_count < int.MaxValue)
            {
                _count++;
            }
        }

        /// <summary>Forgets everything heard so far.</summary>
        public void Clear()
        {
            _count = 0;
            _intervalSumMilliseconds = 0;
            _lastSeenMilliseconds = 0;
        }
    }
}
