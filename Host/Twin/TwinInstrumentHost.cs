using System;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Twin
{
    /// <summary>What the instrument of a twin can do beyond the bank: the load, and the speed of a run.</summary>
    public sealed class TwinInstrumentHost : IInstrumentHost
    {
        private const double Permille = 1000;

        private readonly TwinSession _session;
        private readonly TwinRunner? _runner;

        /// <summary>Makes one for a session; <paramref name="runner"/> is null for a session that is advanced by hand and has no speed.</summary>
        public TwinInstrumentHost(TwinSession session, TwinRunner? runner)
        {
            _session = session;
            _runner = runner;
        }

        /// <inheritdoc/>
        public bool HasInverter => _session.Inverter != null;

        /// <inheritdoc/>
        public bool HasSpeed => _runner != null;

        /// <inheritdoc/>
        public int SlipCount => _runner?.Slips.Count ?? 0;

        /// <inheritdoc/>
        public int SlipMilliseconds => (int)Math.Min(int.MaxValue, _runner?.Slips.TotalMilliseconds ?? 0);

        /// <inheritdoc/>
        public int WorstSlipMilliseconds => (int)Math.Min(int.MaxValue, _runner?.Slips.WorstMilliseconds ?? 0);

        /// <inheritdoc/>
        public int LoadWatts
        {
            get => _session.LoadWatts;
            set => _session.LoadWatts = value;
        }

        /// <inheritdoc/>
        public int SpeedPermille
        {
            get => _runner == null || _runner.Pace.IsMax ? 0 : (int)Math.Round(_runner.Pace.Factor * Permille);
            set
            {
                if (_runner != null)
                {
                    _runner.Pace = value == 0 ? SimulationPace.Max : SimulationPace.Times(value / Permille);
                }
            }
        }
    }
}
