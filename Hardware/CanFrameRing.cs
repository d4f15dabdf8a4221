using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>Frames in the order in which they came, each with its time, in buffers that are made once.</summary>
    public sealed class CanFrameRing
    {
        private readonly CanFrame[] _frames;
        private readonly long[] _milliseconds;
        private int _first;
        private int _count;

        /// <summary>Makes an empty queue.</summary>
        /// <param name="capacity">1 or more.</param>
        public CanFrameRing(int capacity)
        {
            _frames = new CanFrame[capacity];
            _milliseconds = new long[capacity];
            for (int index = 0; index < capacity; index++)
            {
                _frames[index] = new CanFrame();
            }
        }

        /// <summary>Number of frames that wait.</summary>
        public int Count { get { return _count; } }

        /// <summary>True if there is no room for another frame.</summary>
        public bool IsFull { get { return _count == _frames.Length; } }

        /// <summary>The oldest frame; only valid while <see cref="Count"/> is not 0.</summary>
        public CanFrame First { get { return _frames[_first]; } }

        /// <summary>When the oldest frame came, ms; only valid while <see cref="Count"/> is not 0.</summary>
        public long FirstMilliseconds { get { return _milliseconds[_first]; } }

        /// <summary>Puts a place for a frame at the end and returns it to be filled; there must be room.</summary>
        public CanFrame Add(long nowMilliseconds)
        {
            int index = _first + _count;
            index = index < _frames.Length ? index : index - _frames.Length;
            _milliseconds[index] = nowMilliseconds;
            _count++;
            return _frames[index];
        }

        /// <summary>Takes the oldest frame away.</summary>
        public void RemoveFirst()
        {
            _first = _first + 1 == _frames.Length ? 0 : _first + 1;
            _count--;
        }

        /// <summary>Takes all frames away.</summary>
        public void Clear()
        {
            _first = 0;
            _count = 0;
        }
    }
}
