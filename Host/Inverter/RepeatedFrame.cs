using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Inverter
{
    /// <summary>What the last frame of an identifier said: a battery says the same most of the time, and then only the time is new.</summary>
    internal sealed class RepeatedFrame
    {
        // More than any frame has that the inverter reads.
        private const int ValuesMax = 8;

        private readonly ReceivedValue[] _values = new ReceivedValue[ValuesMax];
        private readonly int[] _numbers = new int[ValuesMax];
        private uint _id;
        private int _length;
        private ulong _data;
        private long _quirksCount = -1;
        private int _count;

        /// <summary>What kind of frame it is.</summary>
        public BatteryFrames Kind { get; private set; }

        /// <summary>True if a frame says what the last one did.</summary>
        /// <param name="frame">A data frame with an 11-bit identifier.</param>
        /// <param name="data">Its data as one number.</param>
        /// <param name="quirksCount">Changes so far of the quirks by which frames are read.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsSame(CanFrame frame, ulong data, long quirksCount) =>
            data == _data && frame.Id == _id && frame.Length == _length && quirksCount == _quirksCount;

        /// <summary>Notes that the same was received again; false if another frame has said something else meanwhile.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool OnRepeated(long nowMilliseconds)
        {
            for (int index = 0; index < _count; index++)
            {
                if (!_values[index].OnRepeated(_numbers[index], nowMilliseconds))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Begins to remember another frame.</summary>
        public void Begin()
        {
            _count = 0;
            _quirksCount = -1;
        }

        /// <summary>Remembers a value that the frame holds.</summary>
        public void Add(ReceivedValue value)
        {
            _values[_count] = value;
            _numbers[_count] = value.Value;
            _count++;
        }

        /// <summary>Ends what <see cref="Begin"/> began, where the frame was understood.</summary>
        public void End(CanFrame frame, ulong data, long quirksCount, BatteryFrames kind)
        {
            _id = frame.Id;
            _length = frame.Length;
            _data = data;
            _quirksCount = quirksCount;
            Kind = kind;
        }
    }
}
