namespace System.Device.Spi
{
    /// <summary>How a device on an SPI bus is spoken to.</summary>
    public sealed class SpiConnectionSettings(int busId, int chipSelectLine = -1)
    {
        public int BusId { get; set; } = busId;

        public int ChipSelectLine { get; set; } = chipSelectLine;

        public SpiMode Mode { get; set; }

        public int DataBitLength { get; set; } = 8;

        public int ClockFrequency { get; set; } = 500000;

        public DataFlow DataFlow { get; set; }
    }
}
