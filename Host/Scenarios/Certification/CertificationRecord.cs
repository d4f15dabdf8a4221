using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What an inverter does, by model and firmware.</summary>
    /// <param name="Schema">Version of this form.</param>
    /// <param name="Model">Model as its registers have it.</param>
    /// <param name="Firmware">Firmware as its registers have it.</param>
    /// <param name="Stand">virtual, or the addresses of the bench.</param>
    /// <param name="Settings">Its settings before the first probe.</param>
    /// <param name="Probes">What each probe found.</param>
    public sealed record CertificationRecord(
        int Schema, string Model, string Firmware, string Stand, IReadOnlyList<CertifiedSetting> Settings, IReadOnlyList<ProbeResult> Probes)
    {
        /// <summary>Version of the form that this program writes.</summary>
        public const int SchemaVersion = 1;

        /// <summary>Everything that was found.</summary>
        public IEnumerable<CertifiedProperty> AllProperties() => Probes.SelectMany(static probe => probe.Properties);

        /// <summary>The property of that name; null if no probe looked at it.</summary>
        public CertifiedProperty? Find(string name) => AllProperties().FirstOrDefault(property => property.Name == name);
    }
}
