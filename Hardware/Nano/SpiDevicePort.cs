using System;
using System.Device.Spi;

namespace BatterySim.Hardware.Nano
{
    /// <summary>The board's SPI bus as the driver sees it. Pins must have their SPI function before this is made.</summary>
    public sealed class SpiDevicePort : ISpiPort, IDisposable
    {
        /// <summary>Fastest clock that the MCP2515 takes, Hz (data sheet, table 13-6).</summary>
        public const int ClockHertzMax = 10000000;

        private readonly SpiDevice _device;

        /// <summary>Opens the bus in mode 0, most significant bit first.</summary>
        /// <param name="busId">Number of the SPI bus, 1 or 2 on an ESP32.</param>
        /// <param name="chipSelectPin">GPIO of the chip-select wire, low while the chip is spoken to.</param>
        /// <param name="clockHertz">Up to <see cref="ClockHertzMax"/>; less for long wires.</param>
        public SpiDevicePort(int busId, int chipSelectPin, int clockHertz)
        {
            SpiConnectionSettings settings = new SpiConnectionSettings(busId, chipSelectPin);
            settings.Mode = SpiMode.Mode0;
            settings.DataBitLength = 8;
            settings.DataFlow = DataFlow.MsbFirst;
            settings.ClockFrequency = clockHertz < ClockHertzMax ? clockHertz : ClockHertzMax;
            _device = SpiDevice.Create(settings);
        }

        /// <inheritdoc/>
        public void Transfer(byte[] send, byte[] receive, int length)
        {
            _device.TransferFullDuplex(new SpanByte(send, 0, length), new SpanByte(receive, 0, length));
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _device.Dispose();
        }
    }
}
