using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The course of a case as a picture.</summary>
    /// <remarks>
    /// On top what the expectations look at, the failed ones first, then voltage, current and SOC with the limits, and below what was done and
    /// what happened.
    /// </remarks>
    internal static class TimelinePlot
    {
        private const double Width = 980;
        private const double Left = 78;
        private const double Right = Width - 20;
        private const double Gap = 10;
        private const double AxisHeight = 38;

        private static readonly (PlotLane Lane, double Height)[] Lanes =
        [
            (new PlotLane(
                "Voltage, V",
                1000,
                100,
                new PlotSeries("bank", "voltage", static sample => sample.VoltageMillivolts, IsStepped: false),
                new PlotSeries("CVL", "charge limit", static sample => sample.ChargeVoltageLimitMillivolts, IsStepped: true)), 120),
            (new PlotLane(
                "Current, A, charging positive",
                1000,
                100,
                new PlotSeries("bank", "current", static sample => sample.CurrentMilliamps, IsStepped: false),
                new PlotSeries("CCL", "charge limit", static sample => sample.ChargeCurrentLimitMilliamps, IsStepped: true),
                new PlotSeries("DCL, drawn below zero", "drain", static sample => Negated(sample.DischargeCurrentLimitMilliamps), IsStepped: true)), 150),
            (new PlotLane(
                "SOC, %",
                10,
                10,
                new PlotSeries("bank", "soc", static sample => sample.SocPermille, IsStepped: true)), 80),
        ];

        /// <summary>Adds the plot of a case.</summary>
        public static void Add(MarkupBuilder page, ScenarioResult result)
        {
            if (result.Samples.Count == 0)
            {
                page.Element("p", "Nothing was recorded.");
                return;
            }

            long end = result.Samples.Select(static sample => sample.Milliseconds)
                .Concat(result.Marks.Select(static mark => mark.Milliseconds))
                .Append(result.DurationMilliseconds)
                .Max();
            TimeAxis time = new(end, Left, Right - Left);
            IReadOnlyList<ExpectationResult[]> expected = ExpectationLanes.Of(result.Expectations);
            double eventsTop = (expected.Count * (PlotLane.HeadHeight + ExpectationLane.Height + Gap))
                + Lanes.Sum(static lane => PlotLane.HeadHeight + lane.Height + Gap);
            double bottom = eventsTop + PlotEvents.Height(result.Marks);
            page.Open("div", ("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Plot"));
            page.Open(
                "svg",
                ("class", "plot"),
                ("viewBox", $"0 0 {PlotLane.N(Width)} {PlotLane.N(bottom + AxisHeight)}"),
                ("role", "img"),
                ("aria-labelledby", "plot-title plot-text"));
            page.Element("title", "What is expected, voltage, current, SOC and events over the time of the scenario", ("id", "plot-title"));
            page.Element("desc", Describe(result), ("id", "plot-text"));
            AddTime(page, time, bottom);
            double top = 0;
            foreach (ExpectationResult[] lane in expected)
            {
                ExpectationLane.Add(page, lane, time, end, new PlotArea(Left, Right, top + PlotLane.HeadHeight, ExpectationLane.Height));
                top += PlotLane.HeadHeight + ExpectationLane.Height + Gap;
            }

            foreach ((PlotLane lane, double height) in Lanes)
            {
                lane.Add(page, result.Samples, time, new PlotArea(Left, Right, top + PlotLane.HeadHeight, height));
                top += PlotLane.HeadHeight + height + Gap;
            }

            PlotEvents.AddFailures(page, result.Marks, time, PlotLane.HeadHeight, bottom);
            PlotEvents.Add(page, result.Marks, time, new PlotArea(Left, Right, eventsTop, bottom - eventsTop));
            page.Close().Close();
        }

        private static int Negated(int milliamps) => milliamps == int.MinValue ? milliamps : -milliamps;

        private static void AddTime(MarkupBuilder page, TimeAxis time, double bottom)
        {
            foreach (long tick in time.Ticks)
            {
                string x = PlotLane.N(time.Place(tick));
                page.Empty("line", ("x1", x), ("x2", x), ("y1", PlotLane.N(PlotLane.HeadHeight)), ("y2", PlotLane.N(bottom)), ("class", "grid"));
                page.Element("text", TimeAxis.Label(tick), ("x", x), ("y", PlotLane.N(bottom + 15)), ("text-anchor", "middle"), ("class", "soft"));
            }

            page.Element(
                "text",
                "Time, s",
                ("x", PlotLane.N((Left + Right) / 2)),
                ("y", PlotLane.N(bottom + 32)),
                ("text-anchor", "middle"),
                ("class", "title"));
        }

        // For screen readers.
        private static string Describe(ScenarioResult result)
        {
            string Range(string name, string unit, decimal perUnit, Func<PlotSample, int> valueOf)
            {
                int[] known = [.. result.Samples.Select(valueOf).Where(static value => value != int.MinValue)];
                return known.Length == 0
                    ? name + " not known"
                    : FormattableString.Invariant($"{name} {known.Min() / perUnit:0.###} to {known.Max() / perUnit:0.###} {unit}");
            }

            IEnumerable<string> parts =
            [
                Range("Voltage", "V", 1000, static sample => sample.VoltageMillivolts),
                Range("current", "A", 1000, static sample => sample.CurrentMilliamps),
                Range("SOC", "%", 10, static sample => sample.SocPermille),
                Range("CVL", "V", 1000, static sample => sample.ChargeVoltageLimitMillivolts),
                Range("CCL", "A", 1000, static sample => sample.ChargeCurrentLimitMilliamps),
                Range("DCL", "A", 1000, static sample => sample.DischargeCurrentLimitMilliamps),
                .. ExpectationLanes.Of(result.Expectations).Select(static lane => $"{lane[0].Observable} {lane[0].Course[0].Text} to {lane[0].Course[^1].Text}"),
                $"{ReportText.Number(result.Marks.Count)} events, listed below",
            ];
            return string.Join("; ", parts) + ".";
        }
    }
}
