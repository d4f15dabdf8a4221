namespace BatterySim.Host.Board
{
    /// <summary>Where the CAN component of an ESP32 is in its life.</summary>
    public enum Esp32TwaiPhase
    {
        /// <summary>Not opened.</summary>
        Closed,

        /// <summary>On the bus.</summary>
        Running,

        /// <summary>Off the bus, in the pause before it asks to get back.</summary>
        BusOffPause,

        /// <summary>Asked to get back; the controller waits for 128 times 11 recessive bits.</summary>
        Recovering,
    }
}
