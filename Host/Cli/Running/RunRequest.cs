using System.Net;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What <c>batterysim run</c> was asked for, checked.</summary>
    /// <param name="Options">Bank, inverter and load.</param>
    /// <param name="DurationMilliseconds">Simulated time to run, ms; null until somebody stops it.</param>
    /// <param name="Pace">How fast.</param>
    /// <param name="LogPath">File for the frames; null for none.</param>
    /// <param name="RecordPath">File for the recorder's rows; null for none.</param>
    internal sealed record RunRequest(
        TwinOptions Options, long? DurationMilliseconds, SimulationPace Pace, string? LogPath, string? RecordPath)
    {
        /// <summary>Where SCPI connections are taken; null for nowhere.</summary>
        public IPEndPoint? Scpi { get; init; }
    }
}
