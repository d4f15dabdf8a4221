using System;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>What is known of a run besides what the run itself saw.</summary>
    /// <param name="Problem">Why it could not be run; null if it could.</param>
    /// <param name="Stand">Name of the stand.</param>
    /// <param name="Inverter">What the inverter said of itself; null where it could not be asked.</param>
    /// <param name="Conditions">How far the inverter was what the scenario begins with.</param>
    /// <param name="Seed">Start of everything random.</param>
    /// <param name="Sabotage">Index of the sabotage; null for none.</param>
    /// <param name="Elapsed">Time on the wall.</param>
    /// <param name="TracePath">File of the trace; null for none.</param>
    internal sealed record RunOutcome(
        string? Problem,
        string Stand,
        InverterFacts? Inverter,
        InverterConditions Conditions,
        uint Seed,
        int? Sabotage,
        TimeSpan Elapsed,
        string? TracePath);
}
