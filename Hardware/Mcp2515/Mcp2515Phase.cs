namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>What the driver is about.</summary>
    internal enum Mcp2515Phase
    {
        /// <summary>Not started, or with settings that cannot work.</summary>
        Stopped = 0,

        /// <summary>Resetting, testing and configuring the chip.</summary>
        StartingUp = 1,

        /// <summary>On the bus.</summary>
        Running = 2,

        /// <summary>The chip failed its test or was lost; it is tried again after a pause.</summary>
        Faulted = 3,

        /// <summary>The chip went off the bus; it joins again after a pause.</summary>
        OffBus = 4,
    }
}
