namespace BatterySim.Bms.Protocol
{
    /// <summary>Who leads the conversation between bank and inverter.</summary>
    public enum Cadence
    {
        /// <summary>The bank sends a burst every period, whether or not anybody answers.</summary>
        Broadcast = 0,

        /// <summary>The bank opens with one burst and then sends a burst only in answer to the inverter's 0x305.</summary>
        Poll = 1,

        /// <summary>As broadcast; a 0x305 that comes after silence is answered with a burst at once.</summary>
        Both = 2,
    }
}
