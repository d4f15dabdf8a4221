using System;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>What a report says of the run as a whole. Only its date and its times differ between two runs of the same files.</summary>
    public sealed class RunInfo
    {
        /// <summary>Version of BatterySim.</summary>
        public required string ProductVersion { get; init; }

        /// <summary>When the run began, as its caller says.</summary>
        public required DateTimeOffset Date { get; init; }

        /// <summary>Time on the wall that the whole run took.</summary>
        public TimeSpan Elapsed { get; init; }

        /// <summary>Cases that were asked for but not begun, because somebody or a first failure ended the run.</summary>
        public int LeftOutCount { get; init; }
    }
}
