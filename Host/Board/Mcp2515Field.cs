namespace BatterySim.Host.Board
{
    /// <summary>A named field of a register of the MCP2515.</summary>
    /// <param name="Name">Name in the data sheet.</param>
    /// <param name="High">Highest bit.</param>
    /// <param name="Low">Lowest bit; the same for a field of one bit.</param>
    /// <param name="IsWritable">False for a field that only the chip changes.</param>
    public sealed record Mcp2515Field(string Name, int High, int Low, bool IsWritable)
    {
        /// <summary>Its bits in the register.</summary>
        public byte Mask => (byte)(((2 << (High - Low)) - 1) << Low);
    }
}
