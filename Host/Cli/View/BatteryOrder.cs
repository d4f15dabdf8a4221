namespace BatterySim.Host.Cli.View
{
    /// <summary>By what the list of batteries is sorted.</summary>
    internal enum BatteryOrder
    {
        /// <summary>As they stand in the chain.</summary>
        Place,

        /// <summary>The emptiest first.</summary>
        Soc,

        /// <summary>The one with the lowest cell first.</summary>
        CellMinimum,

        /// <summary>The hottest first.</summary>
        Temperature,
    }
}
