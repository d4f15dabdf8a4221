using BatterySim.Bms.Can;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>What was seen of one identifier.</summary>
    internal sealed class FrameSlot
    {
        private long _periodSum;

        public FrameSlot(uint id, bool isExtended)
        {
            Id = id;
            IsExtended = isExtended;
        }

        public uint Id { get; }

        public bool IsExtended { get; }

        /// <summary>Frames seen.</summary>
        public long Count { get; private set; }

        /// <summary>Time of the last one, us.</summary>
        public long LastMicroseconds { get; private set; }

        /// <summary>Time between the last two, us.</summary>
        public long PeriodMicroseconds { get; private set; }

        public long PeriodMinMicroseconds { get; private set; }

        public long PeriodMaxMicroseconds { get; private set; }

        public long PeriodMeanMicroseconds => Count < 2 ? 0 : _periodSum / (Count - 1);

        /// <summary>Data length of the last one.</summary>
        public int Length { get; private set; }

        /// <summary>True if the last one was a remote frame.</summary>
        public bool IsRemote { get; private set; }

        /// <summary>Data of the last one, byte 0 lowest.</summary>
        public ulong Data { get; private set; }

        /// <summary>Takes notice of a frame.</summary>
        public void Record(long microseconds, CanFrame frame)
        {
            if (Count > 0)
            {
                PeriodMicroseconds = microseconds - LastMicroseconds;
                _periodSum += PeriodMicroseconds;
                PeriodMinMicroseconds = Count == 1 || PeriodMicroseconds < PeriodMinMicroseconds ? PeriodMicroseconds : PeriodMinMicroseconds;
                PeriodMaxMicroseconds = PeriodMicroseconds > PeriodMaxMicroseconds ? PeriodMicroseconds : PeriodMaxMicroseconds;
            }

            Count++;
            LastMicroseconds = microseconds;
            Length = frame.Length;
            IsRemote = frame.IsRemote;
            Data = FrameRecord.DataOf(frame);
        }
    }
}
