namespace BatterySim.Bms.Protocol
{
    /// <summary>How SOC becomes the whole percent of 0x355. With either, 100 is sent only when full and 0 only when empty.</summary>
    public enum SocRounding
    {
        /// <summary>To the nearest percent.</summary>
        Nearest = 0,

        /// <summary>To the percent that is complete.</summary>
        Down = 1,
    }
}
