using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>One line of a candump log; reused from line to line.</summary>
    public sealed class CandumpRecord
    {
        /// <summary>Latest time that a line can carry: twelve digits of seconds, microseconds.</summary>
        public const long TimeMicrosecondsMax = 999_999_999_999_999_999;

        /// <summary>Time of the frame, microseconds, 0 to <see cref="TimeMicrosecondsMax"/>; real logs count from 1970, ours from 0.</summary>
        public long TimeMicroseconds { get; set; }

        /// <summary>Name of the CAN interface, such as "can0".</summary>
        public string Channel { get; set; } = "";

        /// <summary>The frame; owned by the record, overwritten by the next line.</summary>
        public CanFrame Frame { get; } = new();

        /// <summary>Which way the frame went.</summary>
        public CandumpDirection Direction { get; set; }
    }
}
