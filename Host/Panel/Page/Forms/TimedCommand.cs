namespace BatterySim.Host.Panel.Page.Forms
{
    /// <summary>A setting that the page sends later, or takes back later.</summary>
    /// <param name="Header">Header in short form.</param>
    /// <param name="Line">What is sent.</param>
    /// <param name="StartMilliseconds">When, in simulated time.</param>
    /// <param name="EndMilliseconds">When what was before is set again; null for never.</param>
    public sealed record TimedCommand(string Header, string Line, long StartMilliseconds, long? EndMilliseconds)
    {
        /// <summary>True once it was sent.</summary>
        public bool IsSent { get; set; }

        /// <summary>What held before it was sent; null where nothing is to be taken back.</summary>
        public string? Before { get; set; }

        /// <summary>False for the RST button, which nobody has to let go after its time.</summary>
        public bool CanBeAsked => !Header.EndsWith(":RST", System.StringComparison.Ordinal);
    }
}
