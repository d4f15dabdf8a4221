using System;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>The course of the values: the last minutes as they came, and a day in seconds. Adding allocates nothing.</summary>
    public sealed class PlotHistory
    {
        /// <summary>A value that was not known.</summary>
        public const int Unknown = int.MinValue;

        /// <summary>Number of channels.</summary>
        public const int ChannelCount = 8;

        /// <summary>The longest stretch that is kept, ms.</summary>
        public const long KeptMilliseconds = 24 * 3_600_000L;

        private const int FineCapacity = 12_000;
        private const int CoarseCapacity = 90_000;
        private const long CoarseMilliseconds = 1000;

        private readonly PlotRing _fine = new(FineCapacity);
        private readonly PlotRing _coarse = new(CoarseCapacity);

        /// <summary>Time of the newest sample, ms; -1 before there is one.</summary>
        public long LastMilliseconds => _fine.Count == 0 ? -1 : _fine.TimeAt(_fine.Count - 1);

        /// <summary>Time of the oldest sample, ms; -1 before there is one.</summary>
        public long FirstMilliseconds => _coarse.Count == 0 ? -1 : _coarse.TimeAt(0);

        /// <summary>Adds a sample. One at the time of the last is dropped; one before it means that time began anew, and so does the
        /// history.</summary>
        public void Add(long milliseconds, ReadOnlySpan<int> values)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, ChannelCount);
            if (milliseconds < LastMilliseconds)
            {
                Clear();
            }

            if (milliseconds == LastMilliseconds)
            {
                return;
            }

            _fine.Add(milliseconds, values);
            if (_coarse.Count == 0 || milliseconds - _coarse.TimeAt(_coarse.Count - 1) >= CoarseMilliseconds)
            {
                _coarse.Add(milliseconds, values);
            }
        }

        /// <summary>Forgets everything.</summary>
        public void Clear()
        {
            _fine.Clear();
            _coarse.Clear();
        }

        /// <summary>The finest course that reaches back to a time.</summary>
        public PlotRing From(long milliseconds) => _fine.Count > 0 && _fine.TimeAt(0) <= Math.Max(milliseconds, FirstMilliseconds) ? _fine : _coarse;
    }
}
