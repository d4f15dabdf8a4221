using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Fleets
{
    /// <summary>What a fleet file says.</summary>
    /// <param name="MetricsPort">Port for Prometheus; null for none.</param>
    /// <param name="Listen">Address that the metrics are served on; null for this machine only.</param>
    /// <param name="Groups">The banks.</param>
    public sealed record FleetFile(int? MetricsPort, string? Listen, IReadOnlyList<FleetGroup> Groups);
}
