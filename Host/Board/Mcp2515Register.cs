using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Board
{
    /// <summary>A register of the MCP2515 as its data sheet describes it.</summary>
    /// <param name="Address">Address; CANSTAT and CANCTRL have copies at the end of every row.</param>
    /// <param name="Name">Name in the data sheet.</param>
    /// <param name="ResetValue">What a reset leaves in it; null for memory that a reset does not touch.</param>
    /// <param name="Access">When and how it can be written.</param>
    /// <param name="Fields">Its fields; bits outside of them do not exist.</param>
    public sealed record Mcp2515Register(
        int Address, string Name, byte? ResetValue, Mcp2515Access Access, IReadOnlyList<Mcp2515Field> Fields)
    {
        /// <summary>Bits that the board can change.</summary>
        public byte Writable { get; } = (byte)Fields.Where(field => field.IsWritable).Sum(field => field.Mask);

        /// <summary>True for what can be written in configuration mode only.</summary>
        public bool NeedsConfigurationMode => (Access & Mcp2515Access.ConfigurationOnly) != 0;

        /// <summary>True for what BIT MODIFY can change bit by bit; elsewhere it writes the whole byte.</summary>
        public bool IsBitModifiable => (Access & Mcp2515Access.BitModify) != 0;
    }
}
