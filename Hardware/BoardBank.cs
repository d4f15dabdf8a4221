using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Hardware.Settings;

namespace BatterySim.Hardware
{
    /// <summary>The bank that a board plays: its own battery, numbered by the board's switches, and followers numbered by the settings.</summary>
    public sealed class BoardBank
    {
        /// <summary>The board's own battery is the first of the chain.</summary>
        public const int Own = 0;

        private readonly Simulator _simulator;
        private readonly BatteryModule _own;
        private readonly int _masterDip;
        private int _latchedDip = -1;
        private PowerState _lastState;

        /// <summary>Makes a bank that sleeps behind closed breakers.</summary>
        /// <param name="settings">Settings without fault.</param>
        /// <param name="bus">Where its frames go.</param>
        public BoardBank(BoardSettings settings, ICanBus bus)
        {
            _simulator = new Simulator(settings.MakeSimulatorSettings(), bus);
            BatteryBank bank = _simulator.Bank;
            _own = bank.ModuleAt(Own);
            bool hasSwitches = _own.DipSwitch.SwitchCount > 0;
            _masterDip = hasSwitches ? bank.Profile.NumberOf(ProfileKey.MasterAddress) : 1;
            for (int follower = 1; follower < bank.Count; follower++)
            {
                int dip = settings.FollowerDips[follower - 1];
                if (dip != BoardSettings.DipByRule)
                {
                    bank.ModuleAt(follower).DipSwitch.Set(dip);
                }

                _simulator.SetBreaker(follower, true);
            }

            _lastState = _own.Power.State;
        }

        /// <summary>The bank.</summary>
        public Simulator Simulator { get { return _simulator; } }

        /// <summary>The battery that the board plays towards the inverter.</summary>
        public BatteryModule OwnBattery { get { return _own; } }

        /// <summary>Position of the switches at which the board is the master and talks CAN.</summary>
        public int MasterDip { get { return _masterDip; } }

        /// <summary>Position that the BMS read when it last started; -1 before its first start.</summary>
        public int LatchedDip { get { return _latchedDip; } }

        /// <summary>Moves the battery's switches as the board's are moved. They count from the next start of the BMS on.</summary>
        public void MoveSwitches(int dip)
        {
            _own.DipSwitch.Set(dip);
        }

        /// <summary>Looks whether the BMS started, and if so latches the switches: anything but the master has no CAN cable.</summary>
        /// <param name="dip">The switches now.</param>
        /// <returns>True if it started or stopped since the last look.</returns>
        public bool FollowPower(int dip)
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
                _latchedDip = dip;
                _own.DipSwitch.Set(dip);
                _simulator.Bank.Wiring.SetInverter(Own, dip == _masterDip);
                _simulator.Refresh();
            }

            return true;
        }

        /// <summary>What the lamps show for the board's own battery.</summary>
        public PanelState FindPanelState()
        {
            switch (_own.Power.State)
            {
                case PowerState.Starting: return PanelState.Starting;
                case PowerState.Running: return _own.CurrentMilliamps < -1000 ? PanelState.Discharging : PanelState.Ready;
                default: return PanelState.Asleep;
            }
        }
    }
}
