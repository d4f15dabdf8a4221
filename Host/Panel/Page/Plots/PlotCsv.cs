using System;
using System.Globalization;
using System.Text;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>The course of the values as a table for other programs; the first line names quantity and unit.</summary>
    public static class PlotCsv
    {
        // In the order of the channels: name, counts in one unit, decimals.
        private static readonly (string Name, int PerUnit, string Format)[] Columns =
        [
            ("bankVoltageVolts", 1000, "0.000"),
            ("chargeVoltageLimitVolts", 1000, "0.000"),
            ("bankCurrentAmps", 1000, "0.000"),
            ("chargeCurrentLimitAmps", 1000, "0.000"),
            ("dischargeCurrentLimitAmps", 1000, "0.000"),
            ("socPercent", 10, "0.0"),
            ("temperatureCelsius", 10, "0.0"),
            ("cellSpreadMillivolts", 1, "0"),
        ];

        /// <summary>A line for each sample of a window; what was not known is empty.</summary>
        public static string Write(PlotHistory history, long from, long to)
        {
            ArgumentNullException.ThrowIfNull(history);
            StringBuilder text = new("timeSeconds");
            foreach ((string name, _, _) in Columns)
            {
                text.Append(',').Append(name);
            }

            text.Append('\n');
            PlotRing ring = history.From(from);
            for (int index = ring.FirstAtOrAfter(from); index < ring.Count && ring.TimeAt(index) <= to; index++)
            {
                text.Append((ring.TimeAt(index) / 1000m).ToString("0.000", CultureInfo.InvariantCulture));
                for (int channel = 0; channel < Columns.Length; channel++)
                {
                    int value = ring.ValueAt(index, (PlotChannel)channel);
                    text.Append(',').Append(value == PlotHistory.Unknown
                        ? "" : ((decimal)value / Columns[channel].PerUnit).ToString(Columns[channel].Format, CultureInfo.InvariantCulture));
                }

                text.Append('\n');
            }

            return text.ToString();
        }
    }
}
