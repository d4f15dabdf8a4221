using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>A lane of the plot: the course of one thing that is expected, with the bounds that it has to keep.</summary>
    internal static class ExpectationLane
    {
        /// <summary>Height of a lane without its head.</summary>
        public const double Height = 90;

        private const double Inset = 6;
        private const int WordsMax = 6;
        private const int LabelMax = 11;

        /// <summary>Draws the lane.</summary>
        /// <param name="svg">Where.</param>
        /// <param name="expectations">What is expected of one observable.</param>
        /// <param name="time">The time axis.</param>
        /// <param name="end">Time up to which the last value held, ms.</param>
        /// <param name="area">Left, right, top and height of the lane without its head.</param>
        public static void Add(MarkupBuilder svg, IReadOnlyList<ExpectationResult> expectations, TimeAxis time, long end, PlotArea area)
        {
            bool hasFailed = expectations.Any(static one => one.Verdict == Verdict.Failed);
            IEnumerable<string> lines = expectations.Select(static one => ReportText.Number(one.Line)).Distinct();
            string title = $"{expectations[0].Observable} (line {string.Join(", ", lines)}{(hasFailed ? ", failed" : "")})";
            svg.Element("text", title, ("x", PlotLane.N(area.Left)), ("y", PlotLane.N(area.Top - 6)), ("class", hasFailed ? "title wrong" : "title"));
            IReadOnlyList<CoursePoint> course = expectations[0].Course;
            if (expectations[0].IsNumber)
            {
                AddNumbers(svg, expectations, course, time, end, area);
            }
            else
            {
                AddWords(svg, course, time, end, area);
            }

            svg.Empty(
                "rect",
                ("x", PlotLane.N(area.Left)),
                ("y", PlotLane.N(area.Top)),
                ("width", PlotLane.N(area.Right - area.Left)),
                ("height", PlotLane.N(area.Height)),
                ("class", "frame"));
        }

        private static void AddNumbers(
            MarkupBuilder svg,
            IReadOnlyList<ExpectationResult> expectations,
            IReadOnlyList<CoursePoint> course,
            TimeAxis time,
            long end,
            PlotArea area)
        {
            long[] bounds = [.. expectations.SelectMany(static one => new[] { one.LeastWanted, one.MostWanted }).OfType<long>().Distinct()];
            long[] known = [.. course.Where(static point => point.Value != long.MinValue).Select(static point => point.Value), .. bounds];
            if (known.Length == 0)
            {
                svg.Element("text", "not known", ("x", PlotLane.N(area.Left + 8)), ("y", PlotLane.N(area.Top + (area.Height / 2))), ("class", "soft"));
                return;
            }

            PlotScale scale = new(known.Min(), known.Max(), 10, area.Top + Inset, area.Height - (2 * Inset));
            foreach (long tick in scale.Ticks)
            {
                AddRow(svg, scale.Place(tick), (tick / 1000m).ToString("0.###", CultureInfo.InvariantCulture), area);
            }

            foreach (long bound in bounds)
            {
                string y = PlotLane.N(scale.Place(bound));
                svg.Empty("line", ("x1", PlotLane.N(area.Left)), ("x2", PlotLane.N(area.Right)), ("y1", y), ("y2", y), ("class", "bound"));
            }

            double? Place(CoursePoint point) => point.Value == long.MinValue ? null : scale.Place(point.Value);
            AddCourse(svg, [.. course.Select(point => (point.Milliseconds, Place(point)))], time, end);
        }

        private static void AddWords(MarkupBuilder svg, IReadOnlyList<CoursePoint> course, TimeAxis time, long end, PlotArea area)
        {
            string[] words = [.. course.Select(static point => point.Text).Distinct()];
            string[] rows = words.Length <= WordsMax ? words : [.. words.Take(WordsMax - 1), "others"];
            double Place(string word)
            {
                int row = System.Array.IndexOf(rows, word);
                int place = row < 0 ? rows.Length - 1 : row;
                return area.Top + Inset + ((area.Height - (2 * Inset)) * (rows.Length == 1 ? 0.5 : (double)place / (rows.Length - 1)));
            }

            foreach (string row in rows)
            {
                AddRow(svg, Place(row), row.Length <= LabelMax ? row : row[..(LabelMax - 1)] + "…", area);
            }

            AddCourse(svg, [.. course.Select(point => (point.Milliseconds, (double?)Place(point.Text)))], time, end);
        }

        private static void AddRow(MarkupBuilder svg, double y, string label, PlotArea area)
        {
            svg.Empty("line", ("x1", PlotLane.N(area.Left)), ("x2", PlotLane.N(area.Right)), ("y1", PlotLane.N(y)), ("y2", PlotLane.N(y)), ("class", "grid"));
            svg.Element("text", label, ("x", PlotLane.N(area.Left - 6)), ("y", PlotLane.N(y + 4)), ("text-anchor", "end"), ("class", "soft"));
        }

        // What was seen holds until something else was.
        private static void AddCourse(MarkupBuilder svg, IReadOnlyList<(long Milliseconds, double? Y)> points, TimeAxis time, long end)
        {
            StringBuilder path = new();
            for (int index = 0; index < points.Count; index++)
            {
                if (points[index].Y is not double y)
                {
                    continue;
                }

                bool isJoined = index > 0 && points[index - 1].Y is not null;
                string x = PlotLane.N(time.Place(points[index].Milliseconds));
                path.Append(isJoined ? $"V{PlotLane.N(y)}" : $"M{x} {PlotLane.N(y)}");
                long next = index + 1 < points.Count ? points[index + 1].Milliseconds : end;
                path.Append('H').Append(PlotLane.N(time.Place(next)));
            }

            svg.Empty("path", ("class", "seen"), ("d", path.ToString()));
        }
    }
}
