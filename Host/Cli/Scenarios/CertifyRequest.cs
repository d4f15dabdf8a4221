using System.Collections.Generic;
using BatterySim.Host.Scenarios.Certification;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>What <c>certify</c> was asked for, checked.</summary>
    /// <param name="Probes">Names of the probes; empty for all.</param>
    /// <param name="Earlier">Record that is gone on with; null for none.</param>
    /// <param name="OutputPath">File for the record; null for none.</param>
    /// <param name="HtmlPath">File for the page; null for none.</param>
    internal sealed record CertifyRequest(IReadOnlyCollection<string> Probes, CertificationRecord? Earlier, string? OutputPath, string? HtmlPath);
}
