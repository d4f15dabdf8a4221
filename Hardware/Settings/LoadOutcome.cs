namespace BatterySim.Hardware.Settings
{
    /// <summary>Where settings came from.</summary>
    public enum LoadOutcome
    {
        /// <summary>The file as it was last saved.</summary>
        Current = 0,

        /// <summary>Nothing was ever saved.</summary>
        NeverSaved = 1,

        /// <summary>Saving was interrupted after the new file was complete: it is the one.</summary>
        Recovered = 2,

        /// <summary>The last file is damaged or gone; the one before it is whole.</summary>
        Previous = 3,

        /// <summary>Files are there and none of them is whole.</summary>
        Damaged = 4,
    }
}
