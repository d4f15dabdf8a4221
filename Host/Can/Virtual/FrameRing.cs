using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>A queue of frames in buffers that are made once.</summary>
    internal sealed class FrameRing
    {
        // One place more than frames, so that the frame taken out last stays what it was until the next one is taken out.
        private readonly CanFrame[] _frames;
        private readonly int _capacity;
        private int _first;

        public FrameRing(int capacity)
        {
            _capacity = capacity;
            _frames = new CanFrame[capacity + 1];
            for (int index = 0; index < _frames.Length; index++)
            {
                _frames[index] = new CanFrame();
            }
        }

        public int Count { get; private set; }

        public bool IsFull => Count == _capacity;

        /// <summary>The oldest frame; only valid while <see cref="Count"/> is not 0.</summary>
        public CanFrame First => _frames[_first];

        /// <summary>Copies a frame to the end; false if there is no room.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

        /// <summary>Takes the oldest frame out; it is valid until another one is taken out.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public CanFrame RemoveFirst()
        {
            CanFrame[] frames = _frames;
            int first = _first;
            _first = first + 1 == frames.Length ? 0 : first + 1;
            Count--;
            return frames[first];
        }
    }
}
