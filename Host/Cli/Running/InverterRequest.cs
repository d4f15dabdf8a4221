using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What <c>batterysim inverter</c> was asked for, checked.</summary>
    /// <param name="Settings">The inverter.</param>
    /// <param name="LoadWatts">Power that the house asks of the battery, W; negative to charge it.</param>
    /// <param name="LogPath">Log to listen to; null for a bus where nobody is.</param>
    /// <param name="DurationMilliseconds">Time to run, ms; null to the end of the log, or until somebody stops it.</param>
    /// <param name="Pace">How fast.</param>
    internal sealed record InverterRequest(InverterSettings Settings, int LoadWatts, string? LogPath, long? DurationMilliseconds,
        SimulationPace Pace);
}
