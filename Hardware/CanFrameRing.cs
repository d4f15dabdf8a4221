using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>Frames in the order in which they came, each with its time, in memory that is allocated once.</summary>
    /// <remarks>On a board a frame object takes 96 bytes and a frame in here 21.</remarks>
    public sealed class CanFrameRing
    {
        // Length, extended, remote; then the data.
        private const int RecordLength = 1 + CanFrame.DataLengthMax;
        private const int LengthMask = 0x0F;
        private const int ExtendedBit = 0x10;
        private const int RemoteBit = 0x20;

        private readonly uint[] _ids;
        private readonly byte[] _records;
        private readonly long[] _milliseconds;
        private int _first;
        private int _count;

        /// <summary>Makes an empty queue.</summary>
        /// <param name="capacity">1 or more.</param>
        public CanFrameRing(int capacity)
        {
            _ids = new uint[capacity];
            _records = new byte[capacity * RecordLength];
            _milliseconds = new long[capacity];
        }

        /// <summary>Number of frames that wait.</summary>
        public int Count { get { return _count; } }

        /// <summary>True if there is no room for another frame.</summary>
        public bool IsFull { get { return _count == _ids.Length; } }

        /// <summary>Identifier of the oldest frame; only valid while <see cref="Count"/> is not 0.</summary>
        public uint FirstId { get { return _ids[_first]; } }

        /// <summary>When the oldest frame came, ms; only valid while <see cref="Count"/> is not 0.</summary>
        public long FirstMilliseconds { get { return _milliseconds[_first]; } }

        /// <summary>Puts a copy of a frame at the end; there must be room.</summary>
        public void Add(CanFrame frame, long nowMilliseconds)
        {
            int index = _first + _count;
            index = index < _ids.Length ? index : index - _ids.Length;
            _ids[index] = frame.Id;
            _milliseconds[index] = nowMilliseconds;
            _count++;
            int at = index * RecordLength;
            byte[] records = _records;
            records[at] = (byte)(frame.Length | (frame.IsExtended ? ExtendedBit : 0) | (frame.IsRemote ? RemoteBit : 0));
            byte[] data = frame.Data;
            for (int offset = 0; offset < frame.Length; offset++)
            {
                records[at + 1 + offset] = data[offset];
            }
        }

        /// <summary>Takes the oldest frame away, into a frame of the caller; there must be one.</summary>
        public void ConsumeFirst(CanFrame frame)
        {
            int at = _first * RecordLength;
            byte[] records = _records;
            int kind = records[at];
            int length = kind & LengthMask;
            frame.Begin(_ids[_first], length, (kind & ExtendedBit) != 0, (kind & RemoteBit) != 0);
            byte[] data = frame.Data;
            for (int offset = 0; offset < length; offset++)
            {
                data[offset] = records[at + 1 + offset];
            }

            RemoveFirst();
        }

        /// <summary>Takes the oldest frame away; there must be one.</summary>
        public void RemoveFirst()
        {
            _first = _first + 1 == _ids.Length ? 0 : _first + 1;
            _count--;
        }
    }
}
