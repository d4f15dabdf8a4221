using System;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>Samples in the order of time; the oldest ones give way.</summary>
    public sealed class PlotRing
    {
        private readonly long[] _times;
        private readonly int[] _values;
        private readonly int _capacity;
        private int _start;

        /// <summary>Makes an empty ring.</summary>
        public PlotRing(int capacity)
        {
            _capacity = capacity;
            _times = new long[capacity];
            _values = new int[capacity * PlotHistory.ChannelCount];
        }

        /// <summary>Samples in it.</summary>
        public int Count { get; private set; }

        /// <summary>Time of a sample, ms.</summary>
        /// <param name="index">0 for the oldest.</param>
        public long TimeAt(int index) => _times[Place(index)];

        /// <summary>A value of a sample; <see cref="PlotHistory.Unknown"/> where it was not known.</summary>
        public int ValueAt(int index, PlotChannel channel) => _values[(Place(index) * PlotHistory.ChannelCount) + (int)channel];

        /// <summary>Adds a sample.</summary>
        public void Add(long milliseconds, ReadOnlySpan<int> values)
        {
            if (Count == _capacity)
            {
                _start = (_start + 1) % _capacity;
                Count--;
            }

            Count++;
            int place = Place(Count - 1);
            _times[place] = milliseconds;
            values.CopyTo(_values.AsSpan(place * PlotHistory.ChannelCount));
        }

        /// <summary>Forgets everything.</summary>
        public void Clear()
        {
            _start = 0;
            Count = 0;
        }

        /// <summary>The first sample at or after a time; <see cref="Count"/> if there is none.</summary>
        public int FirstAtOrAfter(long milliseconds)
        {
            int low = 0;
            int high = Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (TimeAt(middle) < milliseconds)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private int Place(int index) => (_start + index) % _capacity;
    }
}
