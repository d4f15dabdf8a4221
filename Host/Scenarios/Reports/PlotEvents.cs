using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The lane of events: a row for each of those who do something, a sign for each thing done.</summary>
    /// <remarks>The numbers are those of the table below the plot.</remarks>
    internal static class PlotEvents
    {
        private const double RowHeight = 24;
        private const double DigitWidth = 7;

        // Signs closer than this are drawn as one, and its text tells of all.
        private const double Apart = 3;

        private static readonly MarkKind[] Kinds = [MarkKind.Action, MarkKind.Bank, MarkKind.Inverter, MarkKind.Host, MarkKind.Failure];

        /// <summary>Who did it, in a word.</summary>
        public static string Who(MarkKind kind)
        {
            return kind switch
            {
                MarkKind.Action => "scenario",
                MarkKind.Bank => "bank",
                MarkKind.Inverter => "inverter",
                MarkKind.Host => "host",
                _ => "failure",
            };
        }

        /// <summary>Height that the rows take.</summary>
        public static double Height(IReadOnlyList<TimelineMark> marks) => RowHeight * Rows(marks).Count();

        /// <summary>Draws the rows.</summary>
        public static void Add(MarkupBuilder svg, IReadOnlyList<TimelineMark> marks, TimeAxis time, PlotArea area)
        {
            double middle = area.Top + (RowHeight / 2);
            foreach (MarkKind kind in Rows(marks))
            {
                string y = PlotLane.N(middle);
                svg.Element("text", Who(kind), ("x", PlotLane.N(area.Left - 6)), ("y", PlotLane.N(middle + 4)), ("text-anchor", "end"), ("class", "soft"));
                svg.Empty("line", ("x1", PlotLane.N(area.Left)), ("x2", PlotLane.N(area.Right)), ("y1", y), ("y2", y), ("class", "grid"));
                AddRow(svg, marks, kind, time, middle);
                middle += RowHeight;
            }
        }

        /// <summary>Draws a line through all lanes at each failure.</summary>
        public static void AddFailures(MarkupBuilder svg, IReadOnlyList<TimelineMark> marks, TimeAxis time, double top, double bottom)
        {
            IEnumerable<string> places = marks.Where(static mark => mark.Kind == MarkKind.Failure)
                .Select(mark => PlotLane.N(time.Place(mark.Milliseconds)))
                .Distinct();
            foreach (string x in places)
            {
                svg.Empty("line", ("x1", x), ("x2", x), ("y1", PlotLane.N(top)), ("y2", PlotLane.N(bottom)), ("class", "failed-at"));
            }
        }

        private static IEnumerable<MarkKind> Rows(IReadOnlyList<TimelineMark> marks) => Kinds.Where(kind => marks.Any(mark => mark.Kind == kind));

        private static void AddRow(MarkupBuilder svg, IReadOnlyList<TimelineMark> marks, MarkKind kind, TimeAxis time, double y)
        {
            double numberEnd = double.MinValue;
            int[] own = [.. Enumerable.Range(0, marks.Count).Where(index => marks[index].Kind == kind)];
            for (int first = 0; first < own.Length;)
            {
                double x = time.Place(marks[own[first]].Milliseconds);
                int count = own.Skip(first).TakeWhile(index => time.Place(marks[index].Milliseconds) - x < Apart).Count();
                TimelineMark mark = marks[own[first]];
                long last = marks[own[first + count - 1]].Milliseconds;
                string more = count == 1 ? "" : $" (and {ReportText.Number(count - 1)} more up to {ReportText.Clock(last)})";
                svg.Open("g").Element("title", $"{ReportText.Number(own[first] + 1)}: {ReportText.Clock(mark.Milliseconds)} {mark.Text}{more}");
                AddSign(svg, kind, x, y);
                string number = ReportText.Number(own[first] + 1);
                if (x + 6 >= numberEnd && !IsCrowded(marks, own, first + count, time, x + 8 + (DigitWidth * number.Length)))
                {
                    svg.Element("text", number, ("x", PlotLane.N(x + 6)), ("y", PlotLane.N(y - 3)), ("class", "soft"));
                    numberEnd = x + 8 + (DigitWidth * number.Length);
                }

                svg.Close();
                first += count;
            }
        }

        // A number must not run into the next sign.
        private static bool IsCrowded(IReadOnlyList<TimelineMark> marks, int[] own, int next, TimeAxis time, double end)
        {
            return next < own.Length && time.Place(marks[own[next]].Milliseconds) - 5 < end;
        }

        private static void AddSign(MarkupBuilder svg, MarkKind kind, double x, double y)
        {
            string X(double by) => PlotLane.N(x + by);
            string Y(double by) => PlotLane.N(y + by);
            switch (kind)
            {
                case MarkKind.Action:
                    svg.Empty("rect", ("x", X(-4)), ("y", Y(-4)), ("width", "8"), ("height", "8"), ("class", "action"));
                    break;
                case MarkKind.Bank:
                    svg.Empty("circle", ("cx", X(0)), ("cy", Y(0)), ("r", "4.5"), ("class", "bank"));
                    break;
                case MarkKind.Inverter:
                    svg.Empty("polygon", ("points", $"{X(-5)},{Y(0)} {X(0)},{Y(-5)} {X(5)},{Y(0)} {X(0)},{Y(5)}"), ("class", "inverter"));
                    break;
                case MarkKind.Host:
                    svg.Empty("path", ("d", $"M{X(-5)} {Y(4)}L{X(0)} {Y(-5)}L{X(5)} {Y(4)}Z"), ("class", "host"));
                    break;
                case MarkKind.Failure:
                    svg.Empty("path", ("d", $"M{X(-4)} {Y(-4)}l8 8m0 -8l-8 8"), ("class", "failure"));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(kind));
            }
        }
    }
}
