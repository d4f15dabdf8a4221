using System.Collections.Generic;
using BatterySim.Host.Modbus.Wire;

namespace BatterySim.Host.Modbus.Client
{
    /// <summary>The last word on a request, after all attempts.</summary>
    /// <param name="Outcome">What came of it.</param>
    /// <param name="Registers">The registers of a read; else empty.</param>
    /// <param name="Exception">Code of an exception.</param>
    /// <param name="Attempts">Times that the request was sent.</param>
    /// <param name="Detail">What went wrong, in one sentence; empty if nothing did.</param>
    public sealed record ModbusReply(
        ModbusOutcome Outcome, IReadOnlyList<ushort> Registers, ModbusExceptionCode Exception, int Attempts, string Detail)
    {
        /// <summary>True for a valid reply.</summary>
        public bool IsOk => Outcome == ModbusOutcome.Ok;
    }
}
