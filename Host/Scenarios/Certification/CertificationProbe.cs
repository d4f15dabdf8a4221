using System;
using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A fixed experiment on an inverter.</summary>
    /// <param name="Name">Name, for <c>--probe</c>.</param>
    /// <param name="Title">What it looks at.</param>
    /// <param name="Seconds">About how long it takes in real time, s.</param>
    /// <param name="Properties">Names of the properties that it finds, with their standard values.</param>
    /// <param name="Run">Runs it.</param>
    internal sealed record CertificationProbe(
        string Name, string Title, int Seconds, IReadOnlyList<(string Name, string Standard)> Properties, Action<ProbeBench> Run)
    {
        /// <summary>What has to be around the inverter; empty for nothing.</summary>
        public string Needs { get; init; } = "";
    }
}
