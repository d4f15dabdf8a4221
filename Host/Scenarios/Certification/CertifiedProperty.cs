namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>One thing that was found out about an inverter.</summary>
    /// <param name="Name">Name; that of a quirk or setting of the virtual Sol-Ark where there is one.</param>
    /// <param name="Value">Value as a scenario writes it; "unknown" where the probe could not tell.</param>
    /// <param name="Standard">Value of the standard virtual Sol-Ark; empty where it is a setting or a measurement.</param>
    /// <param name="Confidence">measured, or derived from effects.</param>
    /// <param name="Evidence">What was seen, with times; or why nothing could be told.</param>
    public sealed record CertifiedProperty(string Name, string Value, string Standard, string Confidence, string Evidence)
    {
        /// <summary>Value of what could not be told.</summary>
        public const string Unknown = "unknown";

        /// <summary>True if it is known and not that of the standard virtual Sol-Ark.</summary>
        public bool Differs => Standard.Length > 0 && Value != Unknown && Value != Standard;
    }
}
