using System;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>Builds the bank of a simulator, and another one in its place.</summary>
    /// <remarks>
    /// Two banks at once do not fit into the memory of a board, so the old one goes first. If the memory does not suffice for the new one,
    /// a bank like the old one is built: it fitted before. So there is always one whole bank, never half of one and never two.
    /// </remarks>
    internal sealed class BankBuilder
    {
        private readonly SimulatorSettings _settings;
        private readonly IBankOwner _owner;
        private readonly ResetButtons _buttons;
        private readonly BenchLoad _load;
        private readonly CanMasters _masters;
        private readonly Agenda _agenda;
        private BatteryBank _bank;
        private int _largestBytes;

        /// <summary>Makes a builder that has built nothing.</summary>
        public BankBuilder(
            SimulatorSettings settings, IBankOwner owner, ResetButtons buttons, BenchLoad load, CanMasters masters, Agenda agenda)
        {
            _settings = settings;
            _owner = owner;
            _buttons = buttons;
            _load = load;
            _masters = masters;
            _agenda = agenda;
        }

        /// <summary>The bank in use.</summary>
        public BatteryBank Bank { get { return _bank; } }

        /// <summary>Says in one sentence why a bank cannot be built in place of the one in use; null if it can.</summary>
        public string FindProblem(BatteryProfile profile, int batteryCount)
        {
            return BankRules.FindProblem(profile, batteryCount, _settings.Capacity)
                ?? BankMemory.FindProblem(_settings.Memory, profile, batteryCount, _bank, _largestBytes);
        }

        /// <summary>Builds another bank in place of the one in use.</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="batteryCount">A number without problem (<see cref="FindProblem"/>).</param>
        /// <param name="dialect">How the new bank speaks.</param>
        /// <param name="cadence">Who leads the conversation.</param>
        /// <param name="isAwake">True for awake in any case; otherwise awake if the old one was, or if the settings say so.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        /// <returns>Null, or in one sentence why the old bank was built anew in place of the new one.</returns>
        public string Exchange(
            BatteryProfile profile, int batteryCount, DialectSettings dialect, Cadence cadence, bool isAwake, long nowMilliseconds)
        {
            BatteryProfile profileBefore = _bank.Profile;
            int countBefore = _bank.Count;
            bool isAwakeAfter = isAwake || _settings.StartsAwake || IsAwake();

            // The settings in force may lie in what is dropped.
            DialectSettings dialectAfter = new DialectSettings();
            dialectAfter.CopyFrom(dialect);
            try
            {
                Build(profile, batteryCount, dialectAfter, cadence, isAwakeAfter, nowMilliseconds);
                return null;
            }
            catch (OutOfMemoryException)
            {
                Build(profileBefore, countBefore, dialectAfter, cadence, isAwakeAfter, nowMilliseconds);
                return "the memory did not suffice for " + batteryCount + " batteries; a bank of " + countBefore + " as before was built anew.";
            }
        }

        /// <summary>Builds a bank; the one in use, if any, is dropped first.</summary>
        public void Build(
            BatteryProfile profile, int batteryCount, DialectSettings dialect, Cadence cadence, bool isAwake, long nowMilliseconds)
        {
            Drop();

            // Each user of randomness has its own sequence, so that a change in one leaves the others as they were.
            Prng random = new Prng(_settings.Seed);
            _bank = new BatteryBank(profile, batteryCount, new Prng(random.Next()), nowMilliseconds);
            for (int index = 0; index < batteryCount; index++)
            {
                _bank.ModuleAt(index).SetSocPermille(_settings.SocPermille);
            }

            _buttons.Use(_bank);
            _masters.Use(_bank, random, dialect, cadence, nowMilliseconds);
            if (isAwake)
            {
                _bank.SkipToRunning(nowMilliseconds);
            }

            if (_owner != null)
            {
                _owner.OnBankBuilt(_bank, nowMilliseconds);
                _bank.Refresh(nowMilliseconds);
            }

            if (isAwake)
            {
                _masters.Appoint(true, nowMilliseconds);
            }

            _bank.SetCurrent(_load.DemandMilliamps, nowMilliseconds);
            _agenda.Use(_bank, nowMilliseconds);
            int bytes = BankMemory.BytesOf(profile, batteryCount);
            _largestBytes = bytes > _largestBytes ? bytes : _largestBytes;
        }

        private void Drop()
        {
            if (_owner != null)
            {
                _owner.OnBankDropped();
            }

            _bank = null;
            _buttons.Use(null);
            _masters.Drop();
            _agenda.Drop();
        }

        private bool IsAwake()
        {
            for (int index = 0; index < _bank.Count; index++)
            {
                PowerState state = _bank.ModuleAt(index).Power.State;
                if (state == PowerState.Running || state == PowerState.Starting)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
