namespace BatterySim.Hardware
{
    /// <summary>One device on an SPI bus: the one seam below a driver, so that the driver is tested without the board.</summary>
    public interface ISpiPort
    {
        /// <summary>Clocks bytes out and in at the same time, with chip select held from the first to the last.</summary>
        /// <param name="send">Bytes for the device, at least <paramref name="length"/> of them; left as they are.</param>
        /// <param name="receive">Takes the bytes that the device drives meanwhile, at least <paramref name="length"/> of them.</param>
        /// <param name="length">Number of bytes, 1 or more.</param>
        void Transfer(byte[] send, byte[] receive, int length);
    }
}
