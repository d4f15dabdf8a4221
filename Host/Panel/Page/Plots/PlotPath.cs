using System;
using System.Globalization;
using System.Text;
using BatterySim.Host.Scenarios.Reports;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>Draws a channel as the path of an SVG: where many samples fall on one column, their lowest and highest, so that no peak is
    /// lost.</summary>
    public sealed class PlotPath
    {
        /// <summary>Width of the drawing, in its own units.</summary>
        public const int Width = 1000;

        private const int Columns = 500;
        private readonly StringBuilder _text = new();

        /// <summary>The lowest and the highest value of a channel in a window; null if none is known.</summary>
        public static (int Low, int High)? Range(PlotRing ring, PlotLine line, long from, long to)
        {
            ArgumentNullException.ThrowIfNull(ring);
            ArgumentNullException.ThrowIfNull(line);
            int low = int.MaxValue;
            int high = int.MinValue;
            for (int index = ring.FirstAtOrAfter(from); index < ring.Count && ring.TimeAt(index) <= to; index++)
            {
                int value = ValueOf(ring, index, line);
                if (value != PlotHistory.Unknown)
                {
                    low = Math.Min(low, value);
                    high = Math.Max(high, value);
                }
            }

            return low == int.MaxValue ? null : (low, high);
        }

        /// <summary>A value as it is drawn.</summary>
        public static int ValueOf(PlotRing ring, int index, PlotLine line)
        {
            ArgumentNullException.ThrowIfNull(ring);
            ArgumentNullException.ThrowIfNull(line);
            int value = ring.ValueAt(index, line.Channel);
            return line.IsNegated && value != PlotHistory.Unknown ? -value : value;
        }

        /// <summary>The path; empty if there is nothing to draw.</summary>
        public string Draw(PlotRing ring, PlotLine line, long from, long to, PlotScale scale)
        {
            ArgumentNullException.ThrowIfNull(ring);
            ArgumentNullException.ThrowIfNull(scale);
            _text.Clear();
            double perColumn = Math.Max(1.0, (to - from) / (double)Columns);
            bool isDown = false;
            int index = Math.Max(0, ring.FirstAtOrAfter(from) - 1);
            while (index < ring.Count && ring.TimeAt(index) <= to)
            {
                int column = (int)Math.Floor((ring.TimeAt(index) - from) / perColumn);
                double x = (ring.TimeAt(index) - from) * (double)Width / (to - from);
                int first = ValueOf(ring, index, line);
                int low = first;
                int high = first;
                int last = first;
                for (index++; index < ring.Count && (int)Math.Floor((ring.TimeAt(index) - from) / perColumn) == column; index++)
                {
                    last = ValueOf(ring, index, line);
                    low = Math.Min(low, last);
                    high = Math.Max(high, last);
                }

                isDown = Add(x, isDown, scale, (first, low, high, last));
            }

            return _text.ToString();
        }

        private bool Add(double x, bool isDown, PlotScale scale, (int First, int Low, int High, int Last) values)
        {
            if (values.Low == PlotHistory.Unknown)
            {
                return false;
            }

            Append(isDown ? 'L' : 'M', x, scale.Place(values.First));
            if (values.Low != values.High)
            {
                Append('L', x, scale.Place(values.Low));
                Append('L', x, scale.Place(values.High));
                Append('L', x, scale.Place(values.Last));
            }

            return true;
        }

        private void Append(char what, double x, double y) => _text.Append(CultureInfo.InvariantCulture, $"{what}{x:0.#} {y:0.#}");
    }
}
