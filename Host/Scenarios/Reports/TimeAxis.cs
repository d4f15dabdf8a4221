using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The axis that all lanes of a plot share: from its start, 0 in a report, to its end.</summary>
    public sealed class TimeAxis
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

        private readonly long _start;
        private readonly long _end;
        private readonly long _step;
        private readonly double _left;
        private readonly double _width;

        /// <summary>Makes an axis from 0.</summary>
        /// <param name="end">Last time, ms.</param>
        /// <param name="left">Where time 0 is drawn.</param>
        /// <param name="width">Distance from 0 to the end.</param>
        public TimeAxis(long end, double left, double width)
            : this(0, end, left, width, TicksMax)
        {
        }

        /// <summary>Makes an axis.</summary>
        /// <param name="start">First time, ms.</param>
        /// <param name="end">Last time, ms.</param>
        /// <param name="left">Where the start is drawn.</param>
        /// <param name="width">Distance from the start to the end.</param>
        /// <param name="ticksMax">Most round times.</param>
        public TimeAxis(long start, long end, double left, double width, int ticksMax)
        {
            _start = start;
            _end = Math.Max(end, start + 1);
            _left = left;
            _width = width;
            long length = _end - _start;
            _step = Steps[^1] * ((length / (Steps[^1] * ticksMax)) + 1);
            foreach (long step in Steps)
            {
                if (length / step <= ticksMax)
                {
                    _step = step;
                    break;
                }
            }
        }

        /// <summary>The round times from the start to the end, ms.</summary>
        public IEnumerable<long> Ticks
        {
            get
            {
                for (long tick = (_start + _step - 1) / _step * _step; tick <= _end; tick += _step)
                {
                    yield return tick;
                }
            }
        }

        /// <summary>Where a time is drawn.</summary>
        public double Place(long milliseconds) => _left + (_width * (Math.Clamp(milliseconds, _start, _end) - _start) / (_end - _start));

        /// <summary>The seconds at a tick, as every time of a report.</summary>
        public static string Label(long tick) => (tick / 1000m).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
