using BatterySim.Bms.Can;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Something that frames of a bus show or do not show: how often, since when, and for how long without a break.</summary>
    public sealed class Condition
    {
        private readonly CanFrame _frame = new();
        private long _startMicroseconds;
        private bool _holds;

        /// <summary>Frames that show it.</summary>
        public long Count { get; private set; }

        /// <summary>Frames that could show it and do not.</summary>
        public long ClearCount { get; private set; }

        /// <summary>Time of the first of them, microseconds from the first frame of the log.</summary>
        public long FirstMicroseconds { get; private set; }

        /// <summary>Longest time without a break from the first frame that shows it to the last, microseconds.</summary>
        public long LongestMicroseconds { get; private set; }

        /// <summary>True if it was seen.</summary>
        public bool IsSeen => Count > 0;

        /// <summary>The first frame that shows it; null if none does.</summary>
        public CanFrame? Frame => Count > 0 ? _frame : null;

        /// <summary>Takes a frame into account.</summary>
        /// <param name="holds">True if the frame shows the condition.</param>
        /// <param name="microseconds">Time of the frame.</param>
        /// <param name="frame">The frame.</param>
        internal void Update(bool holds, long microseconds, CanFrame frame)
        {
            if (!holds)
            {
                _holds = false;
                ClearCount++;
                return;
            }

            if (Count++ == 0)
            {
                FirstMicroseconds = microseconds;
                _frame.CopyFrom(frame);
            }

            _startMicroseconds = _holds ? _startMicroseconds : microseconds;
            _holds = true;
            long length = microseconds - _startMicroseconds;
            LongestMicroseconds = length > LongestMicroseconds ? length : LongestMicroseconds;
        }
    }
}
