using System.Linq;
using System.Net;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>What <c>batterysim run</c> was asked for, checked.</summary>
    /// <param name="Options">Bank, inverter and load.</param>
    /// <param name="DurationMilliseconds">Simulated time to run, ms; null until somebody stops it.</param>
    /// <param name="Pace">How fast.</param>
    /// <param name="LogPath">File for the frames; null for none.</param>
    /// <param name="RecordPath">File for the recorder's rows; null for none.</param>
    /// <param name="Ports">External ports and logs on the same bus.</param>
    internal sealed record RunRequest(
        TwinOptions Options, long? DurationMilliseconds, SimulationPace Pace, string? LogPath, string? RecordPath, PortsRequest Ports)
    {
        /// <summary>Where SCPI connections are taken; null for nowhere.</summary>
        public IPEndPoint? Scpi { get; init; }

        /// <summary>Where the page is served; null for nowhere.</summary>
        public PanelPortRequest? Web { get; init; }

        /// <summary>What a SCPI connection has to give in its first line, and a page in its address; null for nothing.</summary>
        public string? Token { get; init; }

        /// <summary>What becomes of time that the machine did not give the program.</summary>
        public LatePolicy LatePolicy { get; init; }

        /// <summary>True where somebody outside keeps real time: on a port or at the instrument.</summary>
        public bool KeepsRealTime => Scpi is not null || Ports.Served.Count > 0 || Ports.Connected.Any(static url => url.IsExternal);
    }
}
