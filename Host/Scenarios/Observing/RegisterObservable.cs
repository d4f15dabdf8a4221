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
    internal sealed record RegisterObservable(string Name, Func<InverterReading, Observed> Read, RegisterProvenance Provenance, long Slack = 0);
}
