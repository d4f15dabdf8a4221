using System.Runtime.CompilerServices;

namespace BatterySim.Bms.Battery
{
    /// <summary>The BMS of one battery as something that can be on, waking, asleep or off.</summary>
    public sealed class BmsPower
    {
        /// <summary>RST held this long and let go puts an awake battery to sleep, ms.</summary>
        public const int SleepHoldMilliseconds = 3000;

        /// <summary>RST held this long restarts the battery, ms.</summary>
        public const int RestartHoldMilliseconds = 6000;

        // Below this a battery counts as at rest.
        private const int RestMilliamps = 1000;

        private const long NeverClosed = long.MinValue;
        private const long Closed = long.MaxValue;

        // Above the cause in _entry: the switches are still to be read.
        private const int UnreadBit = 0x100;

        private readonly BatteryConstants _constants;
        private PowerState _state;

        // Why the state was entered, and UnreadBit; on a board each field of each battery takes 12 bytes.
        private int _entry;
        private long _readyMilliseconds;

        // When the breaker was opened; also says that it is closed.
        private long _breakerOffMilliseconds = NeverClosed;
        private int _sleepCountSeconds;
        private int _shutdownCountSeconds;

        /// <summary>Makes a BMS that sleeps behind an open breaker, as a battery comes out of its box.</summary>
        public BmsPower(BatteryConstants constants)
        {
            _constants = constants;
            On(PowerCause.Unpacked, 0);
        }

        /// <summary>Present state.</summary>
        public PowerState State { get { return _state; } }

        /// <summary>What made the BMS enter its present state.</summary>
        public PowerCause Cause { get { return (PowerCause)(_entry & ~UnreadBit); } }

        /// <summary>True while the breaker is closed.</summary>
        public bool IsBreakerOn { get { return _breakerOffMilliseconds == Closed; } }

        /// <summary>True once after each start of the BMS, for the caller that has to read the switches; reading it clears it.</summary>
        /// <remarks>A BMS does not get from starting to running before this was read.</remarks>
        public bool ConsumeRestart()
        {
            bool hasRestarted = _entry >= UnreadBit;
            _entry &= ~UnreadBit;
            return hasRestarted;
        }

        /// <summary>Makes the battery awake at once, as it is after hours of service.</summary>
        public void SkipToRunning()
        {
            _breakerOffMilliseconds = Closed;
            On(PowerCause.InService, 0);
        }

        /// <summary>Starts a BMS that is asleep or off, if it has a supply.</summary>
        public void Wake(long nowMilliseconds, int delayMilliseconds)
        {
            if (HasSupply(nowMilliseconds))
            {
                On(PowerCause.ResetPressed, nowMilliseconds + delayMilliseconds);
            }
        }

        /// <summary>Starts the BMS anew: what it knew is gone and the switches are read again.</summary>
        public void Restart(long nowMilliseconds)
        {
            if (HasSupply(nowMilliseconds))
            {
                On(PowerCause.ResetHeldLong, nowMilliseconds);
            }
        }

        /// <summary>Puts an awake BMS to sleep.</summary>
        public void Sleep()
        {
            On(PowerCause.ResetHeld, 0);
        }

        /// <summary>Closes or opens the breaker.</summary>
        public void SetBreaker(bool isOn, long nowMilliseconds)
        {
            if (isOn == IsBreakerOn)
            {
                return;
            }

            bool keptSupply = HasSupply(nowMilliseconds);
            _breakerOffMilliseconds = isOn ? Closed : nowMilliseconds;
            if (isOn && _constants.BreakerPowersBms && (!keptSupply || _state == PowerState.Off))
            {
                On(PowerCause.BreakerClosed, nowMilliseconds);
            }
        }

        /// <summary>Checks once a second supply, start-up, rest and deep discharge.</summary>
        [MethodImpl(Inline.Always)]
        public void StepOneSecond(long nowMilliseconds, int cellMinMillivolts, int currentMilliamps)
        {
            if (!HasSupply(nowMilliseconds))
            {
                On(PowerCause.SupplyLost, nowMilliseconds);
            }
            else if (_state == PowerState.Starting && nowMilliseconds >= _readyMilliseconds && _entry < UnreadBit)
            {
                On(PowerCause.Ready, nowMilliseconds);
            }

            if (_state != PowerState.Running
                || (cellMinMillivolts >= _constants.SleepCellMillivolts && cellMinMillivolts >= _constants.ShutdownCellMillivolts))
            {
                _sleepCountSeconds = 0;
                _shutdownCountSeconds = 0;
                return;
            }

            bool isAtRest = currentMilliamps < RestMilliamps && currentMilliamps > -RestMilliamps;
            _sleepCountSeconds = isAtRest && cellMinMillivolts < _constants.SleepCellMillivolts ? _sleepCountSeconds + 1 : 0;
            _shutdownCountSeconds = cellMinMillivolts < _constants.ShutdownCellMillivolts && currentMilliamps <= 0 ? _shutdownCountSeconds + 1 : 0;
            if (_shutdownCountSeconds >= _constants.ShutdownSeconds)
            {
                On(PowerCause.DeepDischarge, nowMilliseconds);
            }
            else if (_sleepCountSeconds >= _constants.SleepSeconds)
            {
                On(PowerCause.LowAtRest, nowMilliseconds);
            }
        }

        [MethodImpl(Inline.Always)]
        private bool HasSupply(long nowMilliseconds)
        {
            return _breakerOffMilliseconds == Closed || !_constants.BreakerPowersBms
                || (_breakerOffMilliseconds != NeverClosed && nowMilliseconds - _breakerOffMilliseconds < _constants.BreakerHoldMilliseconds);
        }

        // Every arc there is: a cause leads from the states named here to one other, and from any other state nowhere.
        private void On(PowerCause cause, long nowMilliseconds)
        {
            bool isAwake = _state >= PowerState.Starting;
            switch (cause)
            {
                case PowerCause.Unpacked: Enter(_constants.BreakerPowersBms ? PowerState.Off : PowerState.Asleep, cause, nowMilliseconds); break;
                case PowerCause.InService: Enter(PowerState.Running, cause, nowMilliseconds); break;
                case PowerCause.ResetPressed when !isAwake:
                case PowerCause.ResetHeldLong:
                case PowerCause.BreakerClosed: Enter(PowerState.Starting, cause, nowMilliseconds); break;
                case PowerCause.ResetHeld when isAwake: Enter(PowerState.Asleep, cause, nowMilliseconds); break;
                case PowerCause.Ready when _state == PowerState.Starting: Enter(PowerState.Running, cause, nowMilliseconds); break;
                case PowerCause.LowAtRest when _state == PowerState.Running: Enter(PowerState.Asleep, cause, nowMilliseconds); break;
                case PowerCause.DeepDischarge when _state == PowerState.Running: Enter(PowerState.Off, cause, nowMilliseconds); break;
                case PowerCause.SupplyLost when _state != PowerState.Off: Enter(PowerState.Off, cause, nowMilliseconds); break;
                default: break;
            }
        }

        private void Enter(PowerState state, PowerCause cause, long nowMilliseconds)
        {
            _state = state;
            bool readsSwitches = state == PowerState.Starting || cause == PowerCause.InService;
            _entry = readsSwitches ? (int)cause | UnreadBit : (int)cause | (_entry & UnreadBit);
            if (state == PowerState.Starting)
            {
                _readyMilliseconds = nowMilliseconds + _constants.StartupMilliseconds;
            }
        }
    }
}
