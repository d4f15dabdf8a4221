namespace BatterySim.Bms.Stack
{
    /// <summary>How the bank's SOC is made from those of its batteries.</summary>
    public enum SocPolicy
    {
        /// <summary>The mean, weighted by capacity.</summary>
        Weighted = 0,

        /// <summary>The lowest.</summary>
        Lowest = 1,

        /// <summary>The highest.</summary>
        Highest = 2,

        /// <summary>The master's own.</summary>
        Master = 3,

        /// <summary>The mean, of gauges that follow the terminal voltage: the field's lying gauge.</summary>
        Voltage = 4,
    }
}
