namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>What becomes of a frame that the bus does not take at the first attempt.</summary>
    public enum Mcp2515TransmitPolicy
    {
        /// <summary>
        /// The chip tries again until the transmit timeout is over; then the frame is given up, and until a frame arrives
        /// each further frame is tried once only, so that a bus with nobody on it stays quiet.
        /// </summary>
        AbortUnacknowledged = 0,

        /// <summary>Every frame is tried once. A frame that loses arbitration is lost as well.</summary>
        OneShot = 1,
    }
}
