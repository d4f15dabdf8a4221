namespace BatterySim.Bms.Can
{
    /// <summary>Fault confinement state of a CAN node (ISO 11898-1), by its transmit and receive error counters.</summary>
    public enum CanBusState
    {
        /// <summary>Both counters below 96: the normal state.</summary>
        ErrorActive = 0,

        /// <summary>A counter at 96 to 127.</summary>
        ErrorWarning = 1,

        /// <summary>A counter at 128 to 255. A node whose frames nobody acknowledges rests here.</summary>
        ErrorPassive = 2,

        /// <summary>The transmit counter passed 255: the node is off the bus until it recovers.</summary>
        BusOff = 3,
    }
}
