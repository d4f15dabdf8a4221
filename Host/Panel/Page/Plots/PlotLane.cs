using System.Collections.Generic;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>Quantities of one unit over one time axis.</summary>
    /// <param name="Title">Quantity.</param>
    /// <param name="Unit">Unit of the axis.</param>
    /// <param name="PerUnit">Counts in one unit of the axis: 1000 for mV drawn as V.</param>
    /// <param name="LeastStep">Smallest step of the axis, in counts.</param>
    /// <param name="Lines">The lines.</param>
    public sealed record PlotLane(string Title, string Unit, int PerUnit, int LeastStep, params IReadOnlyList<PlotLine> Lines)
    {
        /// <summary>The lanes of the panel, from the top.</summary>
        public static IReadOnlyList<PlotLane> All { get; } =
        [
            new("Voltage", "V", 1000, 100, new PlotLine("bank", "voltage", PlotChannel.VoltageMillivolts),
                new PlotLine("CVL", "charge limit", PlotChannel.ChargeVoltageLimitMillivolts)),
            new("Current, charging positive", "A", 1000, 1000, new PlotLine("bank", "current", PlotChannel.CurrentMilliamps),
                new PlotLine("CCL", "charge limit", PlotChannel.ChargeCurrentLimitMilliamps),
                new PlotLine("DCL, below zero", "drain", PlotChannel.DischargeCurrentLimitMilliamps, IsNegated: true)),
            new("SOC", "%", 10, 10, new PlotLine("bank", "soc", PlotChannel.SocPermille)),
            new("Temperature", "°C", 10, 5, new PlotLine("bank", "heat", PlotChannel.TemperatureDecidegrees)),
            new("Cell spread", "mV", 1, 1, new PlotLine("highest less lowest cell", "voltage", PlotChannel.CellSpreadMillivolts)),
        ];
    }
}
