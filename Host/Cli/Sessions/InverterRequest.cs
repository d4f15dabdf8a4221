using BatterySim.Host.Can.Ports;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>What <c>batterysim inverter</c> was asked for, checked.</summary>
    /// <param name="Settings">The inverter.</param>
    /// <param name="LoadWatts">Power that the house asks of the battery, W; negative to charge it.</param>
    /// <param name="Log">Log to listen to; null for a bus.</param>
    /// <param name="DurationMilliseconds">Time to run, ms; null to the end of the log, or until somebody stops it.</param>
    /// <param name="Pace">How fast.</param>
    /// <param name="Ports">Ports to buses outside; none if there is a log to listen to.</param>
    internal sealed record InverterRequest(
        InverterSettings Settings, int LoadWatts, CanPortUrl? Log, long? DurationMilliseconds, SimulationPace Pace, PortsRequest Ports)
    {
        /// <summary>Voltage at its own battery terminals, mV; null for what 0x356 says.</summary>
        public int? TerminalMillivolts { get; init; }

        /// <summary>File of the log to listen to; null for a bus.</summary>
        public string? LogPath => Log?.Path;
    }
}
