using System.Runtime.CompilerServices;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>Runs the rows of a protection set for one battery: alarm, delay, protection, release, lock-out.</summary>
    public sealed class ProtectionRunner
    {
        private const int SecondMilliseconds = 1000;
        private const int AlarmBit = 1;
        private const int ProtectBit = 2;
        private const int StateMask = AlarmBit | ProtectBit;

        // Above the two bits the seconds of a row: of one that has not acted those beyond its level, of one that has those since.
        private const int SecondsShift = 2;
        private const int OneSecond = 1 << SecondsShift;
        private const int SecondsMax = 1000000;

        private readonly int[] _rows;
        private readonly ProtectionSet _set;
        private long _fastDueMilliseconds = long.MaxValue;

        // Rule that trips then; it means nothing while none is pending.
        private int _fastRule;
        private int _overCurrentTrips;
        private int _tripCount;
        private int _alarms;
        private bool _isAnyActive;
        private ChangeFlag _changes = new ChangeFlag();

        // Read every second of every battery: a property is a call, which costs the interpreter of a board more than the rest.
        internal int Acting;
        internal int OpenFets;

        /// <summary>Makes a runner with nothing tripped.</summary>
        public ProtectionRunner(ProtectionSet set)
        {
            _set = set;
            _rows = new int[set.Rules.Length];
        }

        /// <summary>Alarms that stand, bits of <see cref="BmsFlags"/>.</summary>
        public int Alarms { get { return _alarms; } }

        /// <summary>Protections that have acted, bits of <see cref="BmsFlags"/>.</summary>
        public int Protections { get { return Acting; } }

        /// <summary>Is rung whenever an alarm or a protection comes or goes.</summary>
        public ChangeFlag Changes { get { return _changes; } set { _changes = value; } }

        /// <summary>FETs that are held open, bits of <see cref="Profiles.Blocks"/>.</summary>
        public int Blocked { get { return OpenFets; } }

        /// <summary>Protections that acted since the start.</summary>
        public int TripCount { get { return _tripCount; } }

        /// <summary>True when over-current tripped so often that only a restart helps.</summary>
        public bool IsLockedOut { get { return _set.LockoutTrips > 0 && _overCurrentTrips >= _set.LockoutTrips; } }

        /// <summary>Time at which a fast rule trips if the current stays, ms; <see cref="long.MaxValue"/> if none is pending.</summary>
        public long FastDueMilliseconds { get { return _fastDueMilliseconds; } }

        /// <summary>Forgets everything, as a restart does.</summary>
        public void Reset()
        {
            for (int index = 0; index < _rows.Length; index++)
            {
                _rows[index] = 0;
            }

            _overCurrentTrips = 0;
            _alarms = 0;
            Acting = 0;
            OpenFets = 0;
            _isAnyActive = false;
            ClearFast();
        }

        /// <summary>True if no row has anything to say about these measurements and none is active, which is so nearly always.</summary>
        [MethodImpl(Inline.Always)]
        public bool IsQuiet(
            int cellMaxMillivolts, int cellMinMillivolts, int voltageMillivolts, int currentMilliamps, int temperatureDecidegrees, float fetDegrees)
        {
            ProtectionSet set = _set;
            return !_isAnyActive
                && cellMaxMillivolts < set.QuietCellMaxBelow
                && cellMinMillivolts > set.QuietCellMinAbove
                && voltageMillivolts < set.QuietVoltageBelow
                && voltageMillivolts > set.QuietVoltageAbove
                && currentMilliamps < set.QuietCurrentBelow
                && currentMilliamps > set.QuietCurrentAbove
                && temperatureDecidegrees < set.QuietTemperatureBelow
                && temperatureDecidegrees > set.QuietTemperatureAbove
                && fetDegrees < set.QuietFetBelowDegrees;
        }

        /// <summary>Looks at all rows once a second; not needed while <see cref="IsQuiet"/>.</summary>
        /// <param name="quantities">What was measured, indexed by <see cref="Quantity"/>.</param>
        public void StepOneSecond(int[] quantities)
        {
            ProtectionRule[] rules = _set.Rules;
            bool isAnyActive = false;
            for (int index = 0; index < rules.Length; index++)
            {
                ProtectionRule rule = rules[index];
                StepRule(index, rule, quantities[(int)rule.Quantity]);
                isAnyActive = isAnyActive || _rows[index] != 0;
            }

            _isAnyActive = isAnyActive;
            Summarize();
        }

        /// <summary>Looks at the current between two seconds; a short trips at once, a second stage after its delay.</summary>
        /// <returns>True if a rule tripped now.</returns>
        public bool WatchCurrent(int milliamps, long nowMilliseconds)
        {
            ProtectionRule[] rules = _set.Rules;
            int chosen = -1;
            for (int index = 0; index < rules.Length; index++)
            {
                ProtectionRule rule = rules[index];
                if (ProtectionSet.IsFast(rule) && (_rows[index] & ProtectBit) == 0 && IsCurrentBeyond(rule, milliamps)
                    && (chosen < 0 || rule.DelayMilliseconds < rules[chosen].DelayMilliseconds))
                {
                    chosen = index;
                }
            }

            if (chosen < 0)
            {
                ClearFast();
                return false;
            }

            long due = nowMilliseconds + rules[chosen].DelayMilliseconds;
            if (due < _fastDueMilliseconds)
            {
                _fastRule = chosen;
                _fastDueMilliseconds = due;
            }

            if (nowMilliseconds < _fastDueMilliseconds)
            {
                return false;
            }

            Trip(_fastRule);
            ClearFast();
            Summarize();
            return true;
        }

        /// <summary>Forgets a fast rule that was about to trip.</summary>
        public void ClearFast()
        {
            _fastDueMilliseconds = long.MaxValue;
        }

        private static bool IsCurrentBeyond(ProtectionRule rule, int milliamps)
        {
            return (rule.Quantity == Quantity.ChargeCurrent ? milliamps : -milliamps) >= rule.Protect;
        }

        private static bool IsBeyond(ProtectionRule rule, int value, int level)
        {
            return level != ProtectionRule.None && (rule.Trips == Trips.Above ? value >= level : value <= level);
        }

        // Release is reached at the level itself, except where it equals the alarm's: there one step back inside. Without such a level an alarm
        // ends where it began; its caller has found the value to be there.
        private static bool IsReleased(ProtectionRule rule, int value)
        {
            int level = rule.Release;
            if (level == ProtectionRule.None)
            {
                return true;
            }

            bool isInclusive = level != rule.Alarm;
            return rule.Trips == Trips.Above
                ? (isInclusive ? value <= level : value < level)
                : (isInclusive ? value >= level : value > level);
        }

        private void StepRule(int index, ProtectionRule rule, int value)
        {
            if ((_rows[index] & ProtectBit) != 0)
            {
                StepProtected(index, rule, value);
                return;
            }

            int state = _rows[index] & StateMask;
            int beyond = 0;
            if (IsBeyond(rule, value, rule.Protect))
            {
                // The first second beyond the level starts the delay; a delay of 0 acts at once.
                if (MillisecondsOf(index) >= rule.DelayMilliseconds)
                {
                    Trip(index);
                    return;
                }

                beyond = (_rows[index] & ~StateMask) + OneSecond;
            }

            if (IsBeyond(rule, value, rule.Alarm))
            {
                state |= AlarmBit;
            }
            else if (IsReleased(rule, value))
            {
                state = 0;
            }

            _rows[index] = beyond | state;
        }

        private void StepProtected(int index, ProtectionRule rule, int value)
        {
            // A protection may stand for weeks; its time need not be counted any further than the longest release.
            if (_rows[index] >> SecondsShift < SecondsMax)
            {
                _rows[index] += OneSecond;
            }

            bool isOver = rule.Release == ProtectionRule.None
                ? MillisecondsOf(index) >= rule.ReleaseMilliseconds && !IsLockedOut
                : IsReleased(rule, value);
            if (isOver)
            {
                _rows[index] = 0;
            }
        }

        private int MillisecondsOf(int index)
        {
            return (_rows[index] >> SecondsShift) * SecondMilliseconds;
        }

        private void Trip(int index)
        {
            ProtectionRule[] rules = _set.Rules;
            ProtectionRule rule = rules[index];
            _rows[index] = ProtectBit | AlarmBit;
            _tripCount++;
            _isAnyActive = true;
            if (rule.Release == ProtectionRule.None)
            {
                _overCurrentTrips++;
            }
        }

        private void Summarize()
        {
            ProtectionRule[] rules = _set.Rules;
            int alarms = 0;
            int protections = 0;
            int blocks = 0;
            for (int index = 0; index < rules.Length; index++)
            {
                int state = _rows[index];
                if ((state & AlarmBit) != 0 && rules[index].Alarm != ProtectionRule.None)
                {
                    alarms |= rules[index].Flag;
                }

                if ((state & ProtectBit) != 0)
                {
                    protections |= rules[index].Flag;
                    blocks |= rules[index].Blocks;
                }
            }

            if (alarms != _alarms || protections != Acting)
            {
                _changes.Set();
            }

            _alarms = alarms;
            Acting = protections;
            OpenFets = blocks;
        }
    }
}
