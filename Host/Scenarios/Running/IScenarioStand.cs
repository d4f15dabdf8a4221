using System;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>What a case runs on: bank, bus and inverter, inside the process or on a bench. One stand serves one run.</summary>
    public interface IScenarioStand : IDisposable
    {
        /// <summary>What a report calls it: "virtual", or the addresses of the bench.</summary>
        string Name { get; }
    }
}
