using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Rhythm, lengths and content of one identifier.</summary>
    public sealed class IdStatistics
    {
        private const int IntervalsMax = 1024;
        private const int Alternation = 2;

        private readonly long[] _intervals = new long[IntervalsMax];
        private readonly ulong[] _last = new ulong[Alternation];
        private int _intervalCount;
        private uint _lengthBits;

        internal IdStatistics(uint id, bool isExtended)
        {
            Id = id;
            IsExtended = isExtended;
        }

        /// <summary>The identifier.</summary>
        public uint Id { get; }

        /// <summary>True for a 29-bit one.</summary>
        public bool IsExtended { get; }

        /// <summary>Frames.</summary>
        public long Count { get; private set; }

        /// <summary>Time of the first frame, microseconds from the first frame of the log.</summary>
        public long FirstMicroseconds { get; private set; }

        /// <summary>Time of the last frame.</summary>
        public long LastMicroseconds { get; private set; }

        /// <summary>Longest time from one frame to the next, microseconds.</summary>
        public long GapMicroseconds { get; private set; }

        /// <summary>Time at which the longest gap began.</summary>
        public long GapAtMicroseconds { get; private set; }

        /// <summary>Frames whose data is that of the frame before the last one and not of the last one: two senders alternate.</summary>
        public long AlternatingCount { get; private set; }

        /// <summary>Frames that came right behind another frame, as in a burst without gaps.</summary>
        public long BackToBackCount { get; private set; }

        /// <summary>Frames whose data differs from the frame before.</summary>
        public long ChangeCount { get; private set; }

        /// <summary>Lengths met, in rising order.</summary>
        public IEnumerable<int> Lengths
        {
            get
            {
                for (int length = 0; length <= CanFrame.DataLengthMax; length++)
                {
                    if ((_lengthBits & (1u << length)) != 0)
                    {
                        yield return length;
                    }
                }
            }
        }

        /// <summary>Typical time from one frame to the next, microseconds: the median of the first thousand; 0 for a single frame.</summary>
        public long PeriodMicroseconds => Percentile(50);

        /// <summary>Spread of that time: from its tenth to its ninetieth percentile, microseconds.</summary>
        public long JitterMicroseconds => Percentile(90) - Percentile(10);

        internal void Observe(CanFrame frame, long microseconds)
        {
            ulong data = BinaryPrimitives.ReadUInt64LittleEndian(frame.Data);
            if (Count > 0)
            {
                long interval = microseconds - LastMicroseconds;
                if (interval > GapMicroseconds)
                {
                    GapMicroseconds = interval;
                    GapAtMicroseconds = LastMicroseconds;
                }

                if (_intervalCount < IntervalsMax)
                {
                    _intervals[_intervalCount++] = interval;
                }

                if (data != _last[0])
                {
                    ChangeCount++;
                    AlternatingCount += Count >= Alternation && data == _last[1] ? 1 : 0;
                }
            }
            else
            {
                FirstMicroseconds = microseconds;
            }

            Count++;
            LastMicroseconds = microseconds;
            _lengthBits |= 1u << frame.Length;
            _last[1] = _last[0];
            _last[0] = data;
        }

        internal void OnBackToBack() => BackToBackCount++;

        private long Percentile(int percent)
        {
            if (_intervalCount == 0)
            {
                return 0;
            }

            long[] sorted = _intervals[.._intervalCount];
            Array.Sort(sorted);
            return sorted[Math.Min(_intervalCount - 1, _intervalCount * percent / 100)];
        }
    }
}
