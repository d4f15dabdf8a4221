namespace BatterySim.Bms
{
    /// <summary>The last events with their times; when it is full the oldest make room.</summary>
    public sealed class EventLog
    {
        /// <summary>Events that are kept.</summary>
        public const int Capacity = 64;

        private readonly long[] _milliseconds = new long[Capacity];
        private readonly byte[] _kinds = new byte[Capacity];
        private readonly int[] _subjects = new int[Capacity];
        private int _first;
        private int _count;

        /// <summary>Events in the log.</summary>
        public int Count { get { return _count; } }

        /// <summary>Notes an event of now or of a moment before.</summary>
        public void Add(long nowMilliseconds, EventKind kind, int subject)
        {
            if (_count == Capacity)
            {
                RemoveFirst();
            }

            // What is seen late is put where it belongs.
            int place = _count;
            while (place > 0 && _milliseconds[IndexOf(place - 1)] > nowMilliseconds)
            {
                Put(place, _milliseconds[IndexOf(place - 1)], _kinds[IndexOf(place - 1)], _subjects[IndexOf(place - 1)]);
                place--;
            }

            Put(place, nowMilliseconds, (byte)kind, subject);
            _count++;
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
            return (EventKind)_kinds[IndexOf(place)];
        }

        /// <summary>To whom it happened; see <see cref="EventKind"/>.</summary>
        /// <param name="place">0 for the oldest.</param>
        public int SubjectAt(int place)
        {
            return _subjects[IndexOf(place)];
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

        private void Put(int place, long milliseconds, byte kind, int subject)
        {
            int index = IndexOf(place);
            _milliseconds[index] = milliseconds;
            _kinds[index] = kind;
            _subjects[index] = subject;
        }

        private int IndexOf(int place)
        {
            int index = _first + place;
            return index >= Capacity ? index - Capacity : index;
        }
    }
}
