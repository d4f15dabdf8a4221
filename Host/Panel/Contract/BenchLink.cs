namespace BatterySim.Host.Panel.Contract
{
    /// <summary>Whether the page reaches its bench.</summary>
    public enum BenchLink
    {
        /// <summary>Pictures come.</summary>
        Connected,

        /// <summary>Not yet, or not any more; it is tried again.</summary>
        Reconnecting,

        /// <summary>Refused; nothing is tried again before the page is loaded anew.</summary>
        Refused,
    }
}
