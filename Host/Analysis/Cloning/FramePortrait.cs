using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Analysis.Cloning
{
    /// <summary>What a log shows of the frames with one identifier.</summary>
    public sealed class FramePortrait
    {
        // Enough for the rhythm of an hour; a longer log tells no more of it.
        private const int SamplesMax = 4096;

        private readonly byte[] _first = new byte[CanFrame.DataLengthMax];
        private readonly bool[] _varies = new bool[CanFrame.DataLengthMax];
        private readonly int[] _lengths = new int[CanFrame.DataLengthMax + 1];
        private readonly List<long> _intervals = [];
        private readonly List<long> _offsets = [];

        internal FramePortrait(CanFrame frame, long time)
        {
            Id = frame.Id;
            IsExtended = frame.IsExtended;
            FirstMicroseconds = time;
            LastMicroseconds = time;
            frame.Data.AsSpan(0, CanFrame.DataLengthMax).CopyTo(_first);
        }

        /// <summary>Identifier.</summary>
        public uint Id { get; }

        /// <summary>True for a 29-bit identifier.</summary>
        public bool IsExtended { get; }

        /// <summary>Frames.</summary>
        public long Count { get; private set; }

        /// <summary>Time of the first one, microseconds.</summary>
        public long FirstMicroseconds { get; }

        /// <summary>Time of the last one, microseconds.</summary>
        public long LastMicroseconds { get; private set; }

        /// <summary>The length that most of them have, bytes.</summary>
        public int Length => Array.IndexOf(_lengths, _lengths.Max());

        /// <summary>Bytes of the first one.</summary>
        public IReadOnlyList<byte> FirstData => _first;

        /// <summary>The same as one number, byte 0 lowest.</summary>
        public ulong FirstWord => BinaryPrimitives.ReadUInt64LittleEndian(_first);

        /// <summary>Time that passed before frames of this identifier without another frame of the battery, microseconds, summed up.</summary>
        internal long QuietBeforeMicroseconds { get; set; }

        /// <summary>Times from one to the next, microseconds.</summary>
        internal IReadOnlyList<long> Intervals => _intervals;

        /// <summary>Times since the burst's first frame, microseconds.</summary>
        internal List<long> Offsets => _offsets;

        /// <summary>True if the byte has more than one value in the log.</summary>
        public bool Varies(int index) => _varies[index];

        /// <summary>True if any byte has more than one value in the log.</summary>
        public bool VariesAtAll => Array.Exists(_varies, static varies => varies);

        internal void Observe(CanFrame frame, long time)
        {
            if (Count > 0 && _intervals.Count < SamplesMax)
            {
                _intervals.Add(time - LastMicroseconds);
            }

            Count++;
            LastMicroseconds = time;
            _lengths[frame.Length]++;
            for (int index = 0; index < frame.Length; index++)
            {
                _varies[index] |= frame.Data[index] != _first[index];
            }
        }

        internal void ObserveOffset(long offset)
        {
            if (_offsets.Count < SamplesMax)
            {
                _offsets.Add(offset);
            }
        }
    }
}
