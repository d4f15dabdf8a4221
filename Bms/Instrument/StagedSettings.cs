using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;

namespace BatterySim.Bms.Instrument
{
    /// <summary>The settings as they will be at the end of a line: against these its later commands are checked.</summary>
    /// <remarks>Settings of the dialect that only go together may so stand in one line in any order; they take effect together, at its end.</remarks>
    public sealed class StagedSettings
    {
        private readonly DialectSettings _dialect = new DialectSettings();
        private BatteryProfile _profile;
        private int _batteryCount;
        private Cadence _cadence;
        private bool _hasDialectChanged;

        /// <summary>Product.</summary>
        public BatteryProfile Profile { get { return _profile; } }

        /// <summary>Batteries in the bank.</summary>
        public int BatteryCount { get { return _batteryCount; } }

        /// <summary>The dialect; after a change call <see cref="OnDialectChanged"/>.</summary>
        public DialectSettings Dialect { get { return _dialect; } }

        /// <summary>Who leads the conversation; after a change call <see cref="OnDialectChanged"/>.</summary>
        public Cadence Cadence { get { return _cadence; } set { _cadence = value; } }

        /// <summary>Takes the settings in force.</summary>
        public void Begin(Simulator simulator)
        {
            _profile = simulator.Bank.Profile;
            _batteryCount = simulator.Bank.Count;
            _dialect.CopyFrom(simulator.Schedule.Dialect);
            _cadence = simulator.Schedule.Cadence;
            _hasDialectChanged = false;
        }

        /// <summary>Takes another bank.</summary>
        public void UseBank(BatteryProfile profile, int batteryCount)
        {
            _profile = profile;
            _batteryCount = batteryCount;
        }

        /// <summary>Takes the settings that the simulator was started with.</summary>
        public void Reset(Simulator simulator)
        {
            UseBank(simulator.Settings.Profile, simulator.Settings.BatteryCount);
            _dialect.CopyFrom(simulator.StartDialect);
            _cadence = simulator.Settings.Cadence;
            _hasDialectChanged = true;
        }

        /// <summary>Says that dialect or cadence were changed.</summary>
        public void OnDialectChanged()
        {
            _hasDialectChanged = true;
        }

        /// <summary>Says in one sentence why these settings cannot be used; null if they can.</summary>
        public string FindProblem()
        {
            return _hasDialectChanged ? _dialect.FindProblem() : null;
        }

        /// <summary>Puts a changed dialect into force.</summary>
        public void Commit(Simulator simulator)
        {
            if (_hasDialectChanged)
            {
                simulator.UseDialect(_dialect, _cadence);
                _hasDialectChanged = false;
            }
        }
    }
}
