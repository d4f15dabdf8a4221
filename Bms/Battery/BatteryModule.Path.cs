using System.Runtime.CompilerServices;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    // The path to the terminals: which FETs are closed, the limits that follow, and the limiter that holds the charge current down.
    public sealed partial class BatteryModule
    {
        // Bits of the path key.
        private const int AwakeBit = 1;
        private const int ChargeShift = 1;
        private const int ChargeBit = Blocks.Charge << ChargeShift;
        private const int DischargeBit = Blocks.Discharge << ChargeShift;
        private const int LimitingBit = 8;
        private const int UnrestrictedKey = AwakeBit | ChargeBit | DischargeBit;

        // A limit of 100 A that is kept to the ampere must not bring the limiter in.
        private const int LimiterToleranceMilliamps = 1000;

        // Seconds since the limiter came in; this while it is out.
        private const int NotLimiting = -1;

        // How long the limiter holds is nowhere stated; a minute, as over-current protections do.
        private const int LimiterHoldSeconds = 60;

        private int _pathKey;
        private int _limitedSeconds = NotLimiting;
        private int _peakSeconds;
        private int _chargeLimitMilliamps;
        private int _dischargeLimitMilliamps;

        /// <summary>One number that changes whenever the battery takes part in the bank in another way: awake, FETs, limiter.</summary>
        public int PathKey { get { return _pathKey; } }

        /// <summary>True for a <see cref="PathKey"/> of a battery through which nothing can flow.</summary>
        public static bool IsOpen(int pathKey)
        {
            return (pathKey & (ChargeBit | DischargeBit)) == 0;
        }

        /// <summary>True while charge current may flow.</summary>
        public bool CanCharge { get { return (_pathKey & ChargeBit) != 0; } }

        /// <summary>True while discharge current may flow.</summary>
        public bool CanDischarge { get { return (_pathKey & DischargeBit) != 0; } }

        /// <summary>CCL of this battery, mA; 0 while its charge FET is open.</summary>
        public int ChargeCurrentLimitMilliamps { get { return _chargeLimitMilliamps; } }

        /// <summary>DCL of this battery, mA; 0 while its discharge FET is open.</summary>
        public int DischargeCurrentLimitMilliamps { get { return _dischargeLimitMilliamps; } }

        /// <summary>True while the catch-up limiter holds the charge current down.</summary>
        public bool IsLimiting { get { return _limitedSeconds != NotLimiting; } }

        /// <summary>Current that the catch-up limiter lets through, mA.</summary>
        public int LimiterMilliamps { get { return _constants.LimiterMilliamps; } }

        /// <summary>Notes the current that flows now, mA, charging positive; a catch-up limiter cuts in if the current asks for it.</summary>
        [MethodImpl(Inline.Always)]
        public void RecordCurrent(int milliamps)
        {
            _currentMilliamps = milliamps;
            if (_constants.LimiterStartMilliamps == 0)
            {
                return;
            }

            if (_limitedSeconds == NotLimiting && milliamps > _constants.LimiterStartMilliamps + LimiterToleranceMilliamps)
            {
                _limitedSeconds = 0;
            }
        }

        /// <summary>Ends the limiter's work, looked at once a second, where the current that would flow without it is small again.</summary>
        /// <param name="freeMilliamps">Current that would flow without limiter, mA.</param>
        public void ReleaseLimiter(int freeMilliamps)
        {
            _limitedSeconds++;
            if (_limitedSeconds >= LimiterHoldSeconds && freeMilliamps < _constants.LimiterStartMilliamps / 2)
            {
                _limitedSeconds = NotLimiting;
            }
        }

        /// <summary>Takes up what the bank changed between two steps: breaker, sleep or a tripped FET.</summary>
        public void FindLimits()
        {
            FindPath();
            UpdateLimits();
            ForbidBlocked();
        }

        // True if the battery takes part in the bank in another way than before.
        [MethodImpl(Inline.Always)]
        private bool FindPath()
        {
            int key = 0;
            if (_power.State == PowerState.Running)
            {
                int blocked = _protections.OpenFets | _oddities;
                if (_constants.FullOpensChargeFet && _full.HasSettled(_constants))
                {
                    blocked |= Blocks.Charge;
                }

                if ((_oddities & WaitingBit) != 0)
                {
                    blocked = Blocks.Both;
                }

                key = _power.IsBreakerOn ? AwakeBit | ((Blocks.Both & ~blocked) << ChargeShift) : AwakeBit;
            }

            if (_limitedSeconds != NotLimiting)
            {
                key |= LimitingBit;
            }

            if (key == _pathKey)
            {
                return false;
            }

            _pathKey = key;
            return true;
        }

        private void UpdateLimits()
        {
            _chargeLimitMilliamps = _constants.Limits.ChargeMilliamps(_socPermille, _temperatureDecidegrees, _full);
            _dischargeLimitMilliamps = _constants.Limits.DischargeMilliamps(_socPermille, _cellMinMillivolts, _temperatureDecidegrees);
            if (_peakSeconds < 0)
            {
                int most = _constants.ContinuousMilliamps;
                _chargeLimitMilliamps = _chargeLimitMilliamps > most ? most : _chargeLimitMilliamps;
                _dischargeLimitMilliamps = _dischargeLimitMilliamps > most ? most : _dischargeLimitMilliamps;
            }
        }

        // Above the continuous current the time counts up, below it down; once used up the whole time has to pass before there is more.
        private void UpdatePeak(int seconds)
        {
            int current = _currentMilliamps < 0 ? -_currentMilliamps : _currentMilliamps;
            bool isAbove = current > _constants.ContinuousMilliamps + LimiterToleranceMilliamps;
            if (_peakSeconds < 0)
            {
                _peakSeconds += isAbove ? 0 : seconds;
                return;
            }

            _peakSeconds += isAbove ? seconds : -seconds;
            _peakSeconds = _peakSeconds < 0 ? 0 : _peakSeconds;
            if (_peakSeconds >= _constants.PeakSeconds)
            {
                _peakSeconds = -_constants.PeakSeconds;
            }
        }

        private void ForbidBlocked()
        {
            if (!CanCharge)
            {
                _chargeLimitMilliamps = 0;
            }
            else if (IsLimiting && _chargeLimitMilliamps > _constants.LimiterMilliamps)
            {
                _chargeLimitMilliamps = _constants.LimiterMilliamps;
            }

            if (!CanDischarge)
            {
                _dischargeLimitMilliamps = 0;
            }
        }
    }
}
