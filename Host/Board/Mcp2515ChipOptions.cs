namespace BatterySim.Host.Board
{
    /// <summary>How a simulated MCP2515 is built in.</summary>
    public sealed record Mcp2515ChipOptions
    {
        /// <summary>Frequency of its crystal, Hz.</summary>
        public int CrystalHertz { get; init; } = 8_000_000;

        /// <summary>Clock of the SPI bus, Hz.</summary>
        public int SpiClockHertz { get; init; } = 5_000_000;

        /// <summary>Simulated time that a transfer takes, us; 0 for a transfer in no time.</summary>
        public int TransferMicroseconds { get; init; }
    }
}
