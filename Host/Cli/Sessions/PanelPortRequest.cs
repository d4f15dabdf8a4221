using System.Net;
using BatterySim.Host.Modbus.Client;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>What was asked for the page in a browser.</summary>
    /// <param name="EndPoint">Where it is served.</param>
    /// <param name="Token">What a page has to give; null for nothing.</param>
    /// <param name="IsOpened">True to have a browser open it.</param>
    internal sealed record PanelPortRequest(IPEndPoint EndPoint, string? Token, bool IsOpened)
    {
        /// <summary>A real inverter whose registers are shown; null for none.</summary>
        public ModbusUrl? Modbus { get; init; }
    }
}
