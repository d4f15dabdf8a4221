using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What came of one probe.</summary>
    /// <param name="Name">Name of the probe.</param>
    /// <param name="Title">What it looks at.</param>
    /// <param name="Properties">What was found.</param>
    /// <param name="Samples">Course of the registers.</param>
    public sealed record ProbeResult(string Name, string Title, IReadOnlyList<CertifiedProperty> Properties, IReadOnlyList<ProbeSample> Samples);
}
