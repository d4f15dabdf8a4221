using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Reports
{
    public class TimelinePlotTests
    {
        [Fact]
        public void Plot_OfACase_NamesEveryAxisWithItsUnit()
        {
            string[] titles =
            [
                .. Plot(SampleResults.Failed).Descendants("text")
                    .Where(static text => text.Attribute("class")?.Value == "title")
                    .Select(static text => text.Value),
            ];

            Assert.Equal(["Voltage, V", "Current, A, charging positive", "SOC, %", "Time, s"], titles.OrderByDescending(static title => title[0] != 'T'));
        }

        [Fact]
        public void Line_OfAQuantityThatIsUnknownForAWhile_HasNoPointThere()
        {
            XElement plot = Plot(SampleResults.Passed);

            // 66 s over 882 units: the bank is known from second 3 on, the CVL up to second 39.
            double[] bank = Abscissas(plot, "voltage");
            double[] cvl = Abscissas(plot, "charge limit");
            Assert.InRange(bank.Min(), 78 + (882 * 2.9 / 65.25), 78 + (882 * 3.1 / 65.25));
            Assert.InRange(cvl.Max(), 78 + (882 * 38.9 / 65.25), 78 + (882 * 39.1 / 65.25));
        }

        [Fact]
        public void Failure_InAPlot_IsALineThroughAllLanes()
        {
            Assert.Single(Plot(SampleResults.Failed).Descendants("line"), static line => line.Attribute("class")?.Value == "failed-at");
            Assert.DoesNotContain(Plot(SampleResults.Passed).Descendants("line"), static line => line.Attribute("class")?.Value == "failed-at");
        }

        [Fact]
        public void Lanes_OfAPlot_LieBelowEachOther()
        {
            (double Top, double Bottom)[] lanes =
            [
                .. Plot(SampleResults.Failed).Descendants("rect").Where(static rect => rect.Attribute("class")?.Value == "frame")
                    .Select(static rect => (Number(rect, "y"), Number(rect, "y") + Number(rect, "height"))),
            ];

            Assert.Equal(3, lanes.Length);
            Assert.All(lanes.Zip(lanes.Skip(1)), static pair => Assert.True(pair.First.Bottom < pair.Second.Top));
        }

        [Fact]
        public void Numbers_OfManyEvents_NeverRunIntoEachOther()
        {
            TimelineMark[] marks = [.. Enumerable.Range(0, 400).Select(static number => new TimelineMark(number * number, MarkKind.Bank, "event"))];
            ScenarioResult result = new() { Path = "a", Name = "a", Verdict = Verdict.Passed, Marks = marks, Samples = SampleResults.Passed.Samples };

            XElement[] numbers = [.. Plot(result).Descendants("g").Elements("text")];

            Assert.NotEmpty(numbers);
            (double Left, double Right)[] places = [.. numbers.Select(static text => (Number(text, "x"), Number(text, "x") + (7 * text.Value.Length)))];
            Assert.All(places.Zip(places.Skip(1)), static pair => Assert.True(pair.First.Right <= pair.Second.Left));
        }

        [Theory]
        [InlineData(0)]
        [InlineData(1)]
        [InlineData(65_250)]
        [InlineData(600_000)]
        [InlineData(86_400_000)]
        [InlineData(1_000L * 86_400_000)]
        public void Axis_OfAnyLength_HasAFewTicks(long end)
        {
            TimeAxis axis = new(end, 0, 100);

            Assert.InRange(axis.Ticks.Count(), 1, 13);
            Assert.Equal(axis.Ticks.Count(), axis.Ticks.Select(TimeAxis.Label).Distinct().Count());
        }

        [Fact]
        public void Scale_OfAnyValues_CoversThemWithAFewRoundTicks()
        {
            Prop.ForAll<int, int>(static (one, other) =>
            {
                long low = Math.Min((long)one * 1000, (long)other * 1000);
                long high = Math.Max((long)one * 1000, (long)other * 1000);
                PlotScale scale = new(low, high, 100, 10, 120);
                int ticks = scale.Ticks.Count();
                return scale.Low <= low && scale.High >= high && ticks is >= 2 and <= 6
                    && scale.Place(high) >= 10 && scale.Place(low) <= 130 && scale.Place(scale.High) == 10;
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Plot_WithoutSamples_SaysSo()
        {
            ScenarioResult result = new() { Path = "a", Name = "a", Verdict = Verdict.Passed };

            Assert.Contains("Nothing was recorded", HtmlReportTests.Parse(Page(result)).Value, StringComparison.Ordinal);
        }

        private static XElement Plot(ScenarioResult result) => HtmlReportTests.Parse(Page(result)).Descendants("svg").Single();

        private static string Page(ScenarioResult result)
        {
            MarkupBuilder page = new();
            page.Open("html");
            TimelinePlot.Add(page, result);
            return page.Finish();
        }

        private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

        // The line itself is the first of its class; the other is the swatch of the legend.
        private static double[] Abscissas(XElement plot, string name)
        {
            XElement path = plot.Descendants("path").First(path => path.Attribute("class")!.Value == name);
            string line = path.Attribute("d")!.Value;
            return [.. Regex.Matches(line, "[MLH]([0-9.]+)").Select(static match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        }
    }
}
