using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>How long the probes still take, in the light of how long those before took.</summary>
    internal sealed class RemainingTime
    {
        private readonly IReadOnlyList<CertificationProbe> _probes;
        private readonly long _startTicks = Stopwatch.GetTimestamp();
        private int _begun;

        public RemainingTime(IReadOnlyList<CertificationProbe> probes)
        {
            _probes = probes;
        }

        /// <summary>A probe begins.</summary>
        public ProbeStart Start(CertificationProbe probe)
        {
            int planned = _probes.Take(_begun).Sum(static one => one.Seconds);
            double pace = planned == 0 ? 1 : Math.Clamp(Stopwatch.GetElapsedTime(_startTicks).TotalSeconds / planned, 0.1, 3);
            int left = _probes.Skip(_begun).Sum(static one => one.Seconds);
            _begun++;
            return new ProbeStart(_begun, _probes.Count, probe.Name, probe.Title, (int)(probe.Seconds * pace), (int)(left * pace));
        }
    }
}
