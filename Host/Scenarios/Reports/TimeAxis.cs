using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The axis that all lanes of a plot share: scenario time from 0 to the end.</summary>
    internal sealed class TimeAxis
    {
        private const int TicksMax = 12;
        private const long Minute = 60_000;
        private const long Hour = 60 * Minute;

        // What clocks count in.
        private static readonly long[] Steps =
        [
            10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000,
            Minute, 2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute,
            Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, 24 * Hour,
        ];

        private readonly long _end;
        private readonly long _step;
        private readonly double _left;
        private readonly double _width;

        /// <summary>Makes an axis.</summary>
        /// <param name="end">Last time, ms.</param>
        /// <param name="left">Where time 0 is drawn.</param>
        /// <param name="width">Distance from 0 to the end.</param>
        public TimeAxis(long end, double left, double width)
        {
            _end = Math.Max(end, 1);
            _left = left;
            _width = width;
            _step = Steps[^1] * ((_end / (Steps[^1] * TicksMax)) + 1);
            foreach (long step in Steps)
            {
                if (_end / step <= TicksMax)
                {
                    _step = step;
                    break;
                }
            }
        }

        /// <summary>The round times from 0 to the end, ms.</summary>
        public IEnumerable<long> Ticks
        {
            get
            {
                for (long tick = 0; tick <= _end; tick += _step)
                {
                    yield return tick;
                }
            }
        }

        /// <summary>Where a time is drawn.</summary>
        public double Place(long milliseconds) => _left + (_width * Math.Clamp(milliseconds, 0, _end) / _end);

        /// <summary>The seconds at a tick, as every time of a report.</summary>
        public static string Label(long tick) => (tick / 1000m).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
