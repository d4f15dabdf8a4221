namespace BatterySim.Bms.Profiles
{
    /// <summary>How well a profile value is known.</summary>
    public enum Provenance
    {
        /// <summary>Stated in a source for this very product.</summary>
        Documented = 0,

        /// <summary>Stated in a source for a product with the same BMS family or platform, not for this one.</summary>
        Family = 1,

        /// <summary>No source found; the note beside the value gives the reason for choosing it.</summary>
        Assumed = 2,

        /// <summary>Seen in a log of this very battery.</summary>
        Captured = 3,
    }
}
