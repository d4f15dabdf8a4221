namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>The meaning that Eco-Worthy, Shoto and Growatt-like batteries give 0x370 and 0x371.</summary>
    /// <remarks>Source: capture of two Eco-Worthy Cubix 100 (finitor/power-system).</remarks>
    internal static class EcoWorthyMessages
    {
        public static readonly MessageDefinition CellExtremes = new()
        {
            Id = 0x370,
            Name = "CellExtremesTenths",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Warmest and coldest, highest and lowest cell.",
            Signals =
            [
                Signal.S16("cellTemperatureMaxCelsius", 0, 0.1m, "degC", -40m, 100m, "Warmest cell."),
                Signal.S16("cellTemperatureMinCelsius", 2, 0.1m, "degC", -40m, 100m, "Coldest cell."),
                Signal.U16("cellVoltageMaxMillivolts", 4, 1m, "mV", 0m, 5000m, "Highest cell."),
                Signal.U16("cellVoltageMinMillivolts", 6, 1m, "mV", 0m, 5000m, "Lowest cell."),
            ],
        };

        public static readonly MessageDefinition CellPlaces = new()
        {
            Id = 0x371,
            Name = "CellPlaces",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Where the cells of 0x370 are. Order of cell and pack inferred: so the capture agrees with its own 0x374 to 0x376.",
            Signals =
            [
                Signal.Count8("temperatureMaxCell", 0, "Sensor or cell."),
                Signal.Count8("temperatureMaxPack", 1, "Pack."),
                Signal.Count8("temperatureMinCell", 2, "Sensor or cell."),
                Signal.Count8("temperatureMinPack", 3, "Pack."),
                Signal.Count8("voltageMaxCell", 4, "Cell."),
                Signal.Count8("voltageMaxPack", 5, "Pack."),
                Signal.Count8("voltageMinCell", 6, "Cell."),
                Signal.Count8("voltageMinPack", 7, "Pack."),
            ],
        };
    }
}
