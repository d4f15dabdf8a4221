namespace BatterySim.Bms
{
    /// <summary>The last events with their times; when it is full the oldest make room.</summary>
    public sealed class EventLog
    {
        /// <summary>Events that are kept.</summary>
        public const int Capacity = 48;

        // The kind in the lower byte, the subject above it: on a board an array by itself costs more than its 48 bytes.
        private const int SubjectShift = 8;
        private const int KindMask = 0xFF;

        private readonly long[] _milliseconds = new long[Capacity];
        private readonly int[] _whats = new int[Capacity];
        private int _first;
        private int _count;
        private int _addedCount;

        /// <summary>Events in the log.</summary>
        public int Count { get { return _count; } }

        /// <summary>Events noted since the start, those that made room included: who looks now and then sees what is new.</summary>
        public int AddedCount { get { return _addedCount; } }

        /// <summary>Notes an event.</summary>
        /// <param name="nowMilliseconds">Simulated time, ms.</param>
        /// <param name="kind">What happened.</param>
        /// <param name="subject">To whom or of what, -8388608 to 8388607; see <see cref="EventKind"/>.</param>
        public void Add(long nowMilliseconds, EventKind kind, int subject)
        {
            if (_count == Capacity)
            {
                RemoveFirst();
            }

            int index = IndexOf(_count);
            _milliseconds[index] = nowMilliseconds;
            _whats[index] = (subject << SubjectShift) | (int)kind;
            _count++;
            _addedCount++;
        }

        /// <summary>Simulated time of an event, ms.</summary>
        /// <param name="place">0 for the oldest.</param>
        public long MillisecondsAt(int place)
        {
            return _milliseconds[IndexOf(place)];
        }

        /// <summary>What happened.</summary>
        /// <param name="place">0 for the oldest.</param>
        public EventKind KindAt(int place)
        {
            return (EventKind)(_whats[IndexOf(place)] & KindMask);
        }

        /// <summary>To whom it happened; see <see cref="EventKind"/>.</summary>
        /// <param name="place">0 for the oldest.</param>
        public int SubjectAt(int place)
        {
            return _whats[IndexOf(place)] >> SubjectShift;
        }

        /// <summary>Forgets the oldest event.</summary>
        public void RemoveFirst()
        {
            if (_count > 0)
            {
                _first = _first + 1 == Capacity ? 0 : _first + 1;
                _count--;
            }
        }

        /// <summary>Forgets all events.</summary>
        public void Clear()
        {
            _count = 0;
        }

        private int IndexOf(int place)
        {
            int index = _first + place;
            return index >= Capacity ? index - Capacity : index;
        }
    }
}
