namespace BatterySim.Bms.Protocol
{
    /// <summary>What the bank thinks of the inverter at the other end.</summary>
    public enum LinkState
    {
        /// <summary>No 0x305 was ever received.</summary>
        Waiting = 0,

        /// <summary>The last 0x305 is at most 2 s old.</summary>
        Alive = 1,

        /// <summary>The last 0x305 is more than 2 s old. Inverters of the Deye family do this every two hours and at midnight.</summary>
        Late = 2,

        /// <summary>The last 0x305 is more than 10 s old.</summary>
        Lost = 3,
    }
}
