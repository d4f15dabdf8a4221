namespace BatterySim.Bms.Profiles
{
    /// <summary>On which side of its levels a rule trips.</summary>
    public enum Trips
    {
        /// <summary>At and above the level.</summary>
        Above = 0,

        /// <summary>At and below the level.</summary>
        Below = 1,
    }
}
