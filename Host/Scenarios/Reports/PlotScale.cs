using System;
using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>A range of values with round ends and round steps, mapped onto the height of a lane.</summary>
    public sealed class PlotScale
    {
        private const int StepsMax = 5;

        private readonly long _step;
        private readonly double _top;
        private readonly double _height;

        /// <summary>Makes a scale that covers the values from the lowest to the highest.</summary>
        /// <param name="low">Lowest value.</param>
        /// <param name="high">Highest value.</param>
        /// <param name="leastStep">No step is smaller than this, so that noise is not blown up.</param>
        /// <param name="top">Where the highest value is drawn.</param>
        /// <param name="height">Distance between the highest and the lowest.</param>
        public PlotScale(long low, long high, long leastStep, double top, double height)
        {
            _step = leastStep;
            for (int turn = 0; Ceiling(high, _step) - Floor(low, _step) > StepsMax * _step; turn++)
            {
                // 1, 2, 5, 10, 20, 50 ... times the least.
                _step = turn % 3 == 1 ? _step / 2 * 5 : _step * 2;
            }

            Low = Floor(low, _step);
            High = Math.Max(Ceiling(high, _step), Low + _step);
            _top = top;
            _height = height;
        }

        /// <summary>Value at the lower end.</summary>
        public long Low { get; }

        /// <summary>Value at the upper end.</summary>
        public long High { get; }

        /// <summary>The round values from the lower end to the upper.</summary>
        public IEnumerable<long> Ticks
        {
            get
            {
                for (long tick = Low; tick <= High; tick += _step)
                {
                    yield return tick;
                }
            }
        }

        /// <summary>Where a value is drawn.</summary>
        public double Place(long value) => _top + (_height * (High - value) / (High - Low));

        private static long Floor(long value, long step) => (long)Math.Floor((double)value / step) * step;

        private static long Ceiling(long value, long step) => (long)Math.Ceiling((double)value / step) * step;
    }
}
