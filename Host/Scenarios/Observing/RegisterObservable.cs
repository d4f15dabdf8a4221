using System;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>How an observable of the inverter is read from its registers.</summary>
    /// <param name="Name">Name behind "inverter.".</param>
    /// <param name="Read">Reads it.</param>
    /// <param name="Provenance">What the registers rest on.</param>
    /// <param name="Slack">Half a count, thousandths of the unit.</param>
    internal sealed record RegisterObservable(string Name, Func<InverterReading, Observed> Read, RegisterProvenance Provenance, long Slack = 0)
    {
        /// <summary>Least value that the registers can carry, thousandths of the unit.</summary>
        public long Least { get; init; } = long.MinValue;

        /// <summary>Greatest value that they can carry, thousandths of the unit.</summary>
        public long Most { get; init; } = long.MaxValue;

        /// <summary>Why "unknown" says nothing of the inverter, in one sentence; empty where it does.</summary>
        public string UnknownMeans { get; init; } = "";

        /// <summary>How well it is seen.</summary>
        /// <param name="lagMilliseconds">Longest time from a change until it is read, ms.</param>
        public ObservationLimits LimitsWith(int lagMilliseconds) =>
            new(lagMilliseconds, Slack, "") { Least = Least, Most = Most, UnknownMeans = UnknownMeans };
    }
}
