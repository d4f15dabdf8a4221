using System;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Hardware.Settings;

namespace BatterySim.Hardware
{
    /// <summary>The bank that a board plays: its own battery, numbered by the board's switches, and followers numbered by the settings.</summary>
    /// <remarks>A command may build another bank in its place; switches, cable and breaker of the board belong to that one from then on.</remarks>
    public sealed class BoardBank : IBankOwner
    {
        /// <summary>The board's own battery is the first of the chain.</summary>
        public const int Own = 0;

        private readonly BoardSettings _settings;
        private readonly Simulator _simulator;
        private string _problem;
        private BatteryModule _own;
        private int _masterDip;
        private int _dip;
        private bool _isBreakerOn;
        private int _latchedDip = -1;
        private PowerState _lastState;

        /// <summary>Makes a bank that sleeps; its followers' breakers are closed, its own one is open.</summary>
        /// <remarks>Where the memory does not suffice for the bank of the settings, it has as many batteries as fit.</remarks>
        /// <param name="settings">Settings without error.</param>
        /// <param name="bus">Where its frames go.</param>
        /// <param name="memory">Tells how much memory is left; null where there is enough in any case.</param>
        public BoardBank(BoardSettings settings, ICanBus bus, IFreeMemory memory)
        {
            _settings = settings;
            SimulatorSettings wanted = settings.MakeSimulatorSettings();
            wanted.Memory = memory;
            _problem = BankMemory.FindProblem(memory, wanted.Profile, wanted.BatteryCount, null, 0);
            if (_problem != null)
            {
                int fitting = BankMemory.FittingCount(memory.MeasureBytes(), wanted.Profile);
                wanted.BatteryCount = fitting < 1 ? 1 : fitting;
            }

            _simulator = Make(wanted, bus);
        }

        /// <summary>The bank.</summary>
        public Simulator Simulator { get { return _simulator; } }

        /// <summary>Why it has fewer batteries than the settings say, in one sentence; null if it has them all.</summary>
        public string Problem { get { return _problem; } }

        /// <summary>The battery that the board plays towards the inverter.</summary>
        public BatteryModule OwnBattery { get { return _own; } }

        /// <summary>Position of the switches at which the board is the master and talks CAN.</summary>
        public int MasterDip { get { return _masterDip; } }

        /// <summary>Position that the BMS read when it last started; -1 before its first start.</summary>
        public int LatchedDip { get { return _latchedDip; } }

        /// <inheritdoc/>
        public void OnBankDropped()
        {
            _own = null;
        }

        /// <inheritdoc/>
        public void OnBankBuilt(BatteryBank bank, long nowMilliseconds)
        {
            _own = bank.ModuleAt(Own);
            bool hasSwitches = _own.DipSwitch.SwitchCount > 0;
            _masterDip = hasSwitches ? bank.Profile.NumberOf(ProfileKey.MasterAddress) : 1;
            for (int follower = 1; follower < bank.Count; follower++)
            {
                int dip = follower <= BoardSettings.FollowersMax ? _settings.FollowerDips[follower - 1] : BoardSettings.DipByRule;
                if (dip != BoardSettings.DipByRule)
                {
                    bank.ModuleAt(follower).DipSwitch.Set(dip);
                }

                bank.ModuleAt(follower).Power.SetBreaker(true, nowMilliseconds);
            }

            // A bank that was built awake has started with its breaker closed and its switches as they are.
            _own.DipSwitch.Set(_dip);
            _own.Power.SetBreaker(_isBreakerOn, nowMilliseconds);
            _lastState = PowerState.Off;
            _latchedDip = -1;
            if (_own.IsRunning)
            {
                Latch(bank);
            }

            _lastState = _own.Power.State;
        }

        /// <summary>Moves the battery's switches as the board's are moved. They count from the next start of the BMS on.</summary>
        public void MoveSwitches(int dip)
        {
            _dip = dip;
            _own.DipSwitch.Set(dip);
        }

        /// <summary>Closes or opens the own battery's breaker as the board's is moved.</summary>
        public void SetBreaker(bool isOn)
        {
            _isBreakerOn = isOn;
            _simulator.SetBreaker(Own, isOn);
        }

        /// <summary>Looks whether the BMS started, and if so latches the switches: anything but the master has no CAN cable.</summary>
        /// <param name="dip">The switches now.</param>
        /// <returns>True if it started or stopped since the last look.</returns>
        public bool UpdatePower(int dip)
        {
            PowerState state = _own.Power.State;
            if (state == _lastState)
            {
                return false;
            }

            bool hasStarted = state == PowerState.Starting || (state == PowerState.Running && _lastState != PowerState.Starting);
            _lastState = state;
            if (hasStarted)
            {
                MoveSwitches(dip);
                Latch(_simulator.Bank);
                _simulator.Refresh();
            }

            return true;
        }

        /// <summary>What the LEDs show for the board's own battery.</summary>
        public PanelState FindPanelState()
        {
            switch (_own.Power.State)
            {
                case PowerState.Starting: return PanelState.Starting;
                case PowerState.Running: return _own.CurrentMilliamps < -1000 ? PanelState.Discharging : PanelState.Ready;
                default: return PanelState.Asleep;
            }
        }

        // What was measured beforehand may not suffice after all; the master alone is the least that a board can play.
        private Simulator Make(SimulatorSettings settings, ICanBus bus)
        {
            try
            {
                return new Simulator(settings, bus, this);
            }
            catch (OutOfMemoryException)
            {
                _problem = "the memory did not suffice for " + settings.BatteryCount + " batteries, so there is the master alone.";
                _own = null;
                settings.BatteryCount = 1;
                return new Simulator(settings, bus, this);
            }
        }

        // The BMS reads its switches when it starts: anything but the master has no CAN cable.
        private void Latch(BatteryBank bank)
        {
            _latchedDip = _dip;
            bank.Wiring.SetInverter(Own, _dip == _masterDip);
        }
    }
}
