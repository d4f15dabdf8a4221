namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Kinds of mistakes that are made in such programs.</summary>
    public enum MutantKind
    {
        /// <summary>A sign, a direction or a comparison the wrong way round.</summary>
        SwappedSign = 0,

        /// <summary>A wrong bit or byte.</summary>
        WrongBit = 1,

        /// <summary>A wrong scale or unit.</summary>
        WrongScale = 2,

        /// <summary>A bound that is no longer kept.</summary>
        LostClamp = 3,

        /// <summary>Something too early, too late or too often.</summary>
        WrongTime = 4,

        /// <summary>Something that no longer happens.</summary>
        Missing = 5,

        /// <summary>A rule of the bank that is worked out wrongly.</summary>
        WrongRule = 6,
    }
}
