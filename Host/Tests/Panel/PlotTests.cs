using System;
using System.Linq;
using BatterySim.Host.Panel.Page.Plots;
using BatterySim.Host.Scenarios.Reports;
using Xunit;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>The history and what is drawn and saved of it.</summary>
    public class PlotTests
    {
        private static readonly PlotLine Volts = new("bank", "voltage", PlotChannel.VoltageMillivolts);

        [Fact]
        public void Path_PeakOfOneSampleAmongThousands_IsDrawn()
        {
            PlotHistory history = new();
            for (int second = 0; second < 20_000; second++)
            {
                history.Add(second * 1000L, Sample(second == 12_345 ? 58_000 : 52_000));
            }

            string path = new PlotPath().Draw(history.From(0), Volts, 0, 20_000_000, new PlotScale(52_000, 58_000, 1000, 0, 100));

            Assert.Contains("L616 0L", path, StringComparison.Ordinal);
            Assert.True(path.Length < 60_000, $"{path.Length} characters for 500 columns");
        }

        [Fact]
        public void Path_UnknownValues_LeaveAGap()
        {
            PlotHistory history = new();
            for (int second = 0; second < 9; second++)
            {
                history.Add(second * 1000L, Sample(second is 3 or 4 ? PlotHistory.Unknown : 52_000));
            }

            string path = new PlotPath().Draw(history.From(0), Volts, 0, 8000, new PlotScale(52_000, 53_000, 1000, 0, 100));

            Assert.Equal(2, path.Count(static letter => letter == 'M'));
            Assert.DoesNotContain("NaN", path, StringComparison.Ordinal);
        }

        [Fact]
        public void History_OfTwoDays_KeepsTheLastOneInSecondsAndTheNewestAsItCame()
        {
            PlotHistory history = new();
            for (long tenth = 0; tenth <= 2 * 864_000; tenth++)
            {
                history.Add(tenth * 100, Sample(52_000));
            }

            long kept = history.LastMilliseconds - history.FirstMilliseconds;
            Assert.InRange(kept, PlotHistory.KeptMilliseconds, PlotHistory.KeptMilliseconds + 7_200_000);
            PlotRing fine = history.From(history.LastMilliseconds - 60_000);
            Assert.Equal(100, fine.TimeAt(fine.Count - 1) - fine.TimeAt(fine.Count - 2));
            PlotRing coarse = history.From(history.LastMilliseconds - PlotHistory.KeptMilliseconds);
            Assert.Equal(1000, coarse.TimeAt(coarse.Count - 1) - coarse.TimeAt(coarse.Count - 2));
        }

        [Fact]
        public void History_TimeBeginsAnew_BeginsAnewToo()
        {
            PlotHistory history = new();
            history.Add(50_000, Sample(52_000));
            history.Add(100, Sample(51_000));

            Assert.Equal((100, 100), (history.FirstMilliseconds, history.LastMilliseconds));
        }

        [Fact]
        public void Window_Zoom_KeepsTheCursorInItsPlaceAndReturnsToLive()
        {
            PlotWindow window = new();
            window.Show(100_000);
            window.Shift(-1, 1_000_000);
            window.Zoom(0.5, 825_000, 1_000_000);

            (long from, long to) = window.At(1_000_000);
            Assert.Equal((50_000, 825_000 - 12_500), (to - from, from));
            window.Shift(100, 1_000_000);
            Assert.True(window.IsLive);
            Assert.Equal(2_000_000, window.At(2_000_000).To);
        }

        [Fact]
        public void Csv_OfAWindow_HasNamesUnitsAndEmptyForUnknown()
        {
            PlotHistory history = new();
            history.Add(1000, Sample(52_800));
            history.Add(2500, Sample(PlotHistory.Unknown));

            string[] lines = PlotCsv.Write(history, 0, 3000).Split('\n');

            Assert.Equal(
                "timeSeconds,bankVoltageVolts,chargeVoltageLimitVolts,bankCurrentAmps,chargeCurrentLimitAmps,dischargeCurrentLimitAmps,"
                + "socPercent,temperatureCelsius,cellSpreadMillivolts", lines[0]);
            Assert.Equal("1.000,52.800,0.001,0.002,0.003,0.004,0.5,0.6,7", lines[1]);
            Assert.Equal("2.500,,0.001,0.002,0.003,0.004,0.5,0.6,7", lines[2]);
        }

        [Theory]
        [InlineData(0, "0:00")]
        [InlineData(65_400, "1:05.4")]
        [InlineData(3_723_000, "1:02:03")]
        [InlineData(-5_000, "-0:05")]
        public void Clock_Time_IsWrittenAsOnAClock(long milliseconds, string text) => Assert.Equal(text, TimeText.Clock(milliseconds));

        private static int[] Sample(int millivolts) => [millivolts, 1, 2, 3, 4, 5, 6, 7];
    }
}
