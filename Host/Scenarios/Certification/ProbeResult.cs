using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What came of one probe.</summary>
    /// <param name="Name">Name of the probe.</param>
    /// <param name="Title">What it looks at.</param>
    /// <param name="IsComplete">False if its conditions were not there: a resumed run tries it again.</param>
    /// <param name="Properties">What was found.</param>
    /// <param name="Samples">Course of the registers.</param>
    /// <param name="Events">Commands, frames and registers with their times.</param>
    public sealed record ProbeResult(
        string Name,
        string Title,
        bool IsComplete,
        IReadOnlyList<CertifiedProperty> Properties,
        IReadOnlyList<ProbeSample> Samples,
        IReadOnlyList<ProbeEvent> Events);
}
