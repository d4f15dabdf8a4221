namespace BatterySim.Bms.Stack
{
    /// <summary>Sockets that the chain cable after a battery is plugged into, at its two ends.</summary>
    public enum LinkPorts
    {
        /// <summary>As the product wants it.</summary>
        Right = 0,

        /// <summary>The same socket at both ends: of no matter where either may be used, wrong where they take turns.</summary>
        Same = 1,

        /// <summary>At one end a socket that is none of the chain: CAN, RS232, dry contacts.</summary>
        Wrong = 2,
    }
}
