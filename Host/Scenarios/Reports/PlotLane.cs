using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>A lane of the plot: quantities of one unit over the time.</summary>
    /// <param name="Title">Quantity and unit.</param>
    /// <param name="PerUnit">Counts in one unit of the axis: 1000 for mV.</param>
    /// <param name="LeastStep">Smallest step of the axis, in counts.</param>
    /// <param name="Series">The lines.</param>
    internal sealed record PlotLane(string Title, int PerUnit, int LeastStep, params IReadOnlyList<PlotSeries> Series)
    {
        /// <summary>Height of the line with title and legend.</summary>
        public const double HeadHeight = 20;

        private const double Inset = 5;

        /// <summary>Draws the lane.</summary>
        /// <param name="svg">Where.</param>
        /// <param name="samples">The course.</param>
        /// <param name="time">The time axis.</param>
        /// <param name="area">Left, right, top and height of the lane without its head.</param>
        public void Add(MarkupBuilder svg, IReadOnlyList<PlotSample> samples, TimeAxis time, PlotArea area)
        {
            svg.Element("text", Title, ("x", N(area.Left)), ("y", N(area.Top - 6)), ("class", "title"));
            int[] known = [.. Series.SelectMany(series => samples.Select(series.ValueOf)).Where(static value => value != int.MinValue)];
            if (known.Length == 0)
            {
                AddFrame(svg, area);
                svg.Element("text", "not known", ("x", N(area.Left + 8)), ("y", N(area.Top + (area.Height / 2))), ("class", "soft"));
                return;
            }

            // Lines at the ends of the scale stay clear of the frame.
            PlotScale scale = new(known.Min(), known.Max(), LeastStep, area.Top + Inset, area.Height - (2 * Inset));
            foreach (long tick in scale.Ticks)
            {
                string y = N(scale.Place(tick));
                bool isZero = tick == 0 && scale.Low < 0;
                svg.Empty("line", ("x1", N(area.Left)), ("x2", N(area.Right)), ("y1", y), ("y2", y), ("class", isZero ? "zero" : "grid"));
                string label = ((decimal)tick / PerUnit).ToString("0.###", CultureInfo.InvariantCulture);
                svg.Element("text", label, ("x", N(area.Left - 6)), ("y", N(scale.Place(tick) + 4)), ("text-anchor", "end"), ("class", "soft"));
            }

            foreach (PlotSeries series in Series)
            {
                string path = Path(series, samples, time, scale);
                if (path.Length > 0)
                {
                    svg.Empty("path", ("class", series.Class), ("d", path));
                }
            }

            AddFrame(svg, area);
            AddLegend(svg, area);
        }

        /// <summary>A coordinate.</summary>
        public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

        private static void AddFrame(MarkupBuilder svg, PlotArea area)
        {
            svg.Empty(
                "rect",
                ("x", N(area.Left)),
                ("y", N(area.Top)),
                ("width", N(area.Right - area.Left)),
                ("height", N(area.Height)),
                ("class", "frame"));
        }

        // The legend ends at the right edge and begins as far left as it needs; six pixels stand for a letter.
        private void AddLegend(MarkupBuilder svg, PlotArea area)
        {
            double x = area.Right - Series.Sum(static series => 44 + (6.6 * series.Name.Length));
            foreach (PlotSeries series in Series)
            {
                svg.Empty("path", ("class", series.Class), ("d", $"M{N(x)} {N(area.Top - 10)}h26"));
                svg.Element("text", series.Name, ("x", N(x + 31)), ("y", N(area.Top - 6)));
                x += 44 + (6.6 * series.Name.Length);
            }
        }

        private static string Path(PlotSeries series, IReadOnlyList<PlotSample> samples, TimeAxis time, PlotScale scale)
        {
            StringBuilder path = new();
            string last = "";
            bool isDown = false;
            for (int index = 0; index < samples.Count; index++)
            {
                int value = series.ValueOf(samples[index]);
                if (value == int.MinValue)
                {
                    isDown = false;
                    continue;
                }

                string x = N(time.Place(samples[index].Milliseconds));
                string y = N(scale.Place(value));
                bool isFlat = isDown && y == last;

                // The middle of a flat stretch adds bytes and no picture.
                bool nextIsAlike = index + 1 < samples.Count
                    && series.ValueOf(samples[index + 1]) is int next && next != int.MinValue && N(scale.Place(next)) == y;
                if (!isDown)
                {
                    path.Append('M').Append(x).Append(' ').Append(y);
                }
                else if (isFlat && !nextIsAlike)
                {
                    path.Append('H').Append(x);
                }
                else if (!isFlat)
                {
                    path.Append(series.IsStepped ? $"H{x}V{y}" : $"L{x} {y}");
                }

                isDown = true;
                last = y;
            }

            return path.ToString();
        }
    }
}
