using System;

namespace BatterySim.Host.Board
{
    /// <summary>When and how a register of the MCP2515 can be written.</summary>
    [Flags]
    public enum Mcp2515Access
    {
        /// <summary>At any time, as whole bytes.</summary>
        None = 0,

        /// <summary>In configuration mode only.</summary>
        ConfigurationOnly = 1,

        /// <summary>Bit by bit with BIT MODIFY too (shaded in table 11-1 of the data sheet).</summary>
        BitModify = 2,
    }
}
