namespace BatterySim.Bms.Can
{
    /// <summary>What became of a frame that was handed to an <see cref="ICanBus"/>.</summary>
    public enum SendResult
    {
        /// <summary>The controller has the frame and will send it when the bus is free.</summary>
        Accepted = 0,

        /// <summary>No transmit buffer is free, as on a bus where nobody acknowledges: try again later.</summary>
        NoRoom = 1,

        /// <summary>The controller is off the bus or gone; the frame was not taken.</summary>
        BusOff = 2,
    }
}
