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

        private readonly BatteryConstants _constants;
        private PowerState _state = PowerState.Asleep;
        private long _readyMilliseconds;

        // When the breaker was opened; on a board each field of each battery takes 12 bytes, so this also says that it is closed.
        private long _breakerOffMilliseconds = NeverClosed;
        private int _sleepCountSeconds;
        private int _shutdownCountSeconds;
        private bool _hasRestarted;

        /// <summary>Makes a BMS that sleeps behind an open breaker, as a battery comes out of its box.</summary>
        public BmsPower(BatteryConstants constants)
        {
            _constants = constants;
            _state = _constants.BreakerPowersBms ? PowerState.Off : PowerState.Asleep;
        }

        /// <summary>Present state.</summary>
        public PowerState State { get { return _state; } }

        /// <summary>True while the breaker is closed.</summary>
        public bool IsBreakerOn { get { return _breakerOffMilliseconds == Closed; } }

        /// <summary>True once after each start of the BMS, for the caller that has to read the switches; reading it clears it.</summary>
        /// <remarks>A BMS does not get from starting to running before this was read.</remarks>
        public bool ConsumeRestart()
        {
            bool hasRestarted = _hasRestarted;
            _hasRestarted = false;
            return hasRestarted;
        }

        /// <summary>Makes the battery awake at once, as it is after hours of service.</summary>
        public void SkipToRunning()
        {
            _breakerOffMilliseconds = Closed;
            _state = PowerState.Running;
            _hasRestarted = true;
        }

        /// <summary>Starts a BMS that is asleep or off, if it has a supply.</summary>
        public void Wake(long nowMilliseconds, int delayMilliseconds)
        {
            if ((_state == PowerState.Asleep || _state == PowerState.Off) && HasSupply(nowMilliseconds))
            {
                Start(nowMilliseconds, delayMilliseconds);
            }
        }

        /// <summary>Starts the BMS anew: what it knew is gone and the switches are read again.</summary>
        public void Restart(long nowMilliseconds)
        {
            if (HasSupply(nowMilliseconds))
            {
                Start(nowMilliseconds, 0);
            }
        }

        /// <summary>Puts an awake BMS to sleep.</summary>
        public void Sleep()
        {
            if (_state == PowerState.Running || _state == PowerState.Starting)
            {
                _state = PowerState.Asleep;
            }
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
                Start(nowMilliseconds, 0);
            }
        }

        /// <summary>Looks once a second at supply, start-up, rest and deep discharge.</summary>
        public void StepOneSecond(long nowMilliseconds, int cellMinMillivolts, int currentMilliamps)
        {
            if (!HasSupply(nowMilliseconds))
            {
                _state = PowerState.Off;
            }
            else if (_state == PowerState.Starting && nowMilliseconds >= _readyMilliseconds && !_hasRestarted)
            {
                _state = PowerState.Running;
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
                _state = PowerState.Off;
            }
            else if (_sleepCountSeconds >= _constants.SleepSeconds)
            {
                _state = PowerState.Asleep;
            }
        }

        private bool HasSupply(long nowMilliseconds)
        {
            return !_constants.BreakerPowersBms || _breakerOffMilliseconds == Closed
                || (_breakerOffMilliseconds != NeverClosed && nowMilliseconds - _breakerOffMilliseconds < _constants.BreakerHoldMilliseconds);
        }

        private void Start(long nowMilliseconds, int delayMilliseconds)
        {
            _state = PowerState.Starting;
            _readyMilliseconds = nowMilliseconds + delayMilliseconds + _constants.StartupMilliseconds;
            _hasRestarted = true;
        }
    }
}
