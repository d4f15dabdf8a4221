namespace BatterySim.Bms.Protocol
{
    /// <summary>Watches the inverter's 0x305: how many, how old, how regular. It never stops the bank from sending.</summary>
    public sealed class InverterLink
    {
        /// <summary>Age of the last 0x305 above which the link is late, ms.</summary>
        public const int LateAfterMilliseconds = 2000;

        /// <summary>Age of the last 0x305 above which the link is lost, ms.</summary>
        public const int LostAfterMilliseconds = 10000;

        private static readonly int[] BinEdges = { 20, 50, 100, 200, 500, 900, 1100, 2000, 5000, 10000 };

        private readonly int[] _bins = new int[BinEdges.Length + 1];
        private long _lastSeenMilliseconds;
        private long _intervalSumMilliseconds;
        private int _count;
        private int _intervalMinMilliseconds;
        private int _intervalMaxMilliseconds;

        /// <summary>Number of 0x305 received.</summary>
        public int Count { get { return _count; } }

        /// <summary>Simulated time of the last 0x305, ms; -1 if there was none.</summary>
        public long LastSeenMilliseconds { get { return _count == 0 ? -1 : _lastSeenMilliseconds; } }

        /// <summary>Shortest time between two 0x305, ms; -1 until there are two.</summary>
        public int IntervalMinMilliseconds { get { return _count < 2 ? -1 : _intervalMinMilliseconds; } }

        /// <summary>Longest time between two 0x305, ms; -1 until there are two.</summary>
        public int IntervalMaxMilliseconds { get { return _count < 2 ? -1 : _intervalMaxMilliseconds; } }

        /// <summary>Mean time between two 0x305, ms; -1 until there are two.</summary>
        public int IntervalMeanMilliseconds { get { return _count < 2 ? -1 : (int)(_intervalSumMilliseconds / (_count - 1)); } }

        /// <summary>Number of classes into which intervals are counted.</summary>
        public static int BinCount { get { return BinEdges.Length + 1; } }

        /// <summary>Upper end of a class of intervals, ms, excluded; -1 for the last class, which has none.</summary>
        public static int BinEdgeAt(int bin)
        {
            return bin < BinEdges.Length ? BinEdges[bin] : -1;
        }

        /// <summary>Intervals counted in a class.</summary>
        public int BinAt(int bin)
        {
            return _bins[bin];
        }

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

        /// <summary>Records a 0x305, whatever its length and content.</summary>
        public void Record(long nowMilliseconds)
        {
            if (_count > 0)
            {
                long elapsed = nowMilliseconds - _lastSeenMilliseconds;
                int interval = elapsed > int.MaxValue ? int.MaxValue : (int)elapsed;
                _intervalSumMilliseconds += interval;
                CountInterval(interval);
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

        /// <summary>Forgets everything received so far.</summary>
        public void Clear()
        {
            _count = 0;
            _intervalSumMilliseconds = 0;
            _lastSeenMilliseconds = 0;
            for (int bin = 0; bin < _bins.Length; bin++)
            {
                _bins[bin] = 0;
            }
        }

        private void CountInterval(int interval)
        {
            int bin = 0;
            while (bin < BinEdges.Length && interval >= BinEdges[bin])
            {
                bin++;
            }

            _bins[bin]++;
        }
    }
}
