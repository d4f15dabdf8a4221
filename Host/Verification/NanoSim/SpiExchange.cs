using System;

namespace BatterySim.Host.Verification.NanoSim
{
    /// <summary>One transfer on an SPI bus, chip select held throughout.</summary>
    /// <param name="send">What the board clocks out.</param>
    /// <param name="receive">Takes what the device answers; as long as <paramref name="send"/>.</param>
    public delegate void SpiExchange(ReadOnlySpan<byte> send, Span<byte> receive);
}
