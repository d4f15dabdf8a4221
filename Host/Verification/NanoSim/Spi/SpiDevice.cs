using BatterySim.Host.Verification.NanoSim;

namespace System.Device.Spi
{
    /// <summary>A device on an SPI bus of the simulated board.</summary>
    public class SpiDevice : IDisposable
    {
        private readonly SpiExchange _exchange;

        public SpiDevice(SpiConnectionSettings settings)
        {
            ArgumentNullException.ThrowIfNull(settings);
            ConnectionSettings = settings;
            _exchange = SimulatedBoard.Current.Spi(settings.BusId, settings.ChipSelectLine);
        }

        public SpiConnectionSettings ConnectionSettings { get; }

        public static SpiDevice Create(SpiConnectionSettings settings) => new(settings);

        public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer) => _exchange(writeBuffer.AsSpan(), readBuffer.AsSpan());

        public void Dispose()
        {
        }
    }
}
