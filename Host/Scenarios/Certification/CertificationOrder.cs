using System;
using System.Collections.Generic;
using System.Threading;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What a certification is to do, and whom it tells.</summary>
    public sealed record CertificationOrder
    {
        /// <summary>Names of the probes; empty for all.</summary>
        public IReadOnlyCollection<string> Probes { get; init; } = [];

        /// <summary>An earlier record of the same inverter: probes that are complete in it are not run again. Null for none.</summary>
        public CertificationRecord? Earlier { get; init; }

        /// <summary>Called before each probe.</summary>
        public Action<ProbeStart> Begin { get; init; } = static _ => { };

        /// <summary>Called after each probe with its result and with the record so far.</summary>
        public Action<ProbeResult, CertificationRecord> End { get; init; } = static (_, _) => { };

        /// <summary>Ends it, in the middle of a probe too; that probe is then not in the record.</summary>
        public CancellationToken Stop { get; init; }
    }
}
