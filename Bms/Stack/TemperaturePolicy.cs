namespace BatterySim.Bms.Stack
{
    /// <summary>How the bank's temperature is made from those of its batteries.</summary>
    public enum TemperaturePolicy
    {
        /// <summary>The mean.</summary>
        Mean = 0,

        /// <summary>The highest.</summary>
        Highest = 1,

        /// <summary>The lowest.</summary>
        Lowest = 2,
    }
}
