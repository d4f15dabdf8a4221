namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>How far the chip is on its way from reset to the bus.</summary>
    internal enum Mcp2515StartUpStep
    {
        /// <summary>Not begun, or failed.</summary>
        Idle = 0,

        /// <summary>Reset was asked for: the chip is left alone for a while.</summary>
        Reset = 1,

        /// <summary>The chip sends a frame to itself.</summary>
        Loopback = 2,

        /// <summary>Normal mode was asked for.</summary>
        Normal = 3,

        /// <summary>On the bus.</summary>
        Done = 4,
    }
}
