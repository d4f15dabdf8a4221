using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>How long the probes still take, in the light of how long those before took.</summary>
    internal sealed class RemainingTime
    {
        // So long the plan alone counts: one probe that was quick says little of the next.
        private const double PlanWeightSeconds = 120;

        // A probe that ends within this share of its plan had nothing to do, and says nothing of the others.
        private const double IdleShare = 0.1;

        private readonly IReadOnlyList<CertificationProbe> _probes;
        private readonly TimeProvider _clock;
        private double _plannedSeconds;
        private double _takenSeconds;
        private long _startTimestamp;
        private int _begun;

        /// <param name="probes">What will run, in order.</param>
        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        public RemainingTime(IReadOnlyList<CertificationProbe> probes, TimeProvider? clock = null)
        {
            _probes = probes;
            _clock = clock ?? TimeProvider.System;
        }

        /// <summary>A probe begins.</summary>
        public ProbeStart Start(CertificationProbe probe)
        {
            if (_begun > 0)
            {
                Count(_probes[_begun - 1].Seconds, _clock.GetElapsedTime(_startTimestamp).TotalSeconds);
            }

            double pace = (_takenSeconds + PlanWeightSeconds) / (_plannedSeconds + PlanWeightSeconds);
            int left = _probes.Skip(_begun).Sum(static one => one.Seconds);
            _startTimestamp = _clock.GetTimestamp();
            _begun++;
            return new ProbeStart(_begun, _probes.Count, probe.Name, probe.Title, (int)(probe.Seconds * pace), (int)(left * pace));
        }

        private void Count(int plannedSeconds, double takenSeconds)
        {
            if (takenSeconds >= plannedSeconds * IdleShare)
            {
                _plannedSeconds += plannedSeconds;
                _takenSeconds += takenSeconds;
            }
        }
    }
}
