using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>A queue of frames in buffers that are made once.</summary>
    internal sealed class FrameRing
    {
        private readonly CanFrame[] _frames;
        private int _first;

        public FrameRing(int capacity)
        {
            _frames = new CanFrame[capacity];
            for (int index = 0; index < capacity; index++)
            {
                _frames[index] = new CanFrame();
            }
        }

        public int Count { get; private set; }

        public bool IsFull => Count == _frames.Length;

        /// <summary>The oldest frame; only valid while <see cref="Count"/> is not 0.</summary>
        public CanFrame First => _frames[_first];

        /// <summary>Copies a frame to the end; false if there is no room.</summary>
        public bool TryAdd(CanFrame frame)
        {
            if (IsFull)
            {
                return false;
            }

            int index = _first + Count;
            _frames[index < _frames.Length ? index : index - _frames.Length].CopyFrom(frame);
            Count++;
            return true;
        }

        /// <summary>Takes the oldest frame out and leaves another buffer in its place, so that nothing is copied.</summary>
        public CanFrame Exchange(CanFrame buffer)
        {
            CanFrame frame = _frames[_first];
            _frames[_first] = buffer;
            RemoveFirst();
            return frame;
        }

        public void RemoveFirst()
        {
            _first = _first + 1 == _frames.Length ? 0 : _first + 1;
            Count--;
        }
    }
}
