using System.Runtime.CompilerServices;
using BatterySim.Bms.Battery;

namespace BatterySim.Bms.Stack
{
    /// <summary>Finds the one voltage that batteries in parallel share and the current that each carries.</summary>
    /// <remarks>
    /// Each battery is a source E behind R. With all conducting ones at one voltage V: I_k = (V - E_k) / R_k,
    /// and the sum of them is the bank's current, so V = (I + sum(E_k / R_k)) / sum(1 / R_k): circulating current comes for free.
    /// Charge is counted through the time integral of V, which is exact however the time is cut.
    /// </remarks>
    public sealed class CurrentSharing
    {
        // E is kept as its distance from here, so that a float holds the sum to a fraction of a microvolt.
        private const int ReferenceMicrovolts = 50000000;

        // A current forced through a corroded contact gives any voltage; 1 kV above the reference is enough of it.
        private const int AboveMaxMicrovolts = 1000000000;

        // Enough to halve the range of the voltage down to a microvolt, with as many tries between; two or three are the rule.
        private const int FitPassesMax = 64;

        // Below every voltage.
        private const int Nobody = -1;

        private readonly BatteryModule[] _modules;
        private readonly CurrentPath[] _paths;
        private readonly int[] _sourceMicrovolts;
        private readonly float[] _milliohms;
        private readonly float[] _connectionMilliohms;
        private readonly long[] _movedMilliampMilliseconds;
        private readonly long[] _settledIntegral;
        private readonly long[] _settledMilliseconds;
        private long _voltageIntegral;
        private long _integratedMilliseconds;
        private float _conductance;
        private float _sourceMilliamps;
        private int _specialCount;
        private int _limitedMilliamps;
        private int _demandMilliamps;
        private int _flowMilliamps;
        private int _voltageMicrovolts;

        /// <summary>Makes a bus bar for some batteries; nothing conducts until <see cref="Rebuild"/>.</summary>
        public CurrentSharing(BatteryModule[] modules)
        {
            int count = modules.Length;
            _modules = modules;
            _paths = new CurrentPath[count];
            _sourceMicrovolts = new int[count];
            _milliohms = new float[count];
            _connectionMilliohms = new float[count];
            _movedMilliampMilliseconds = new long[count];
            _settledIntegral = new long[count];
            _settledMilliseconds = new long[count];
        }

        /// <summary>Current at the terminals, mA, charging positive; it differs from the demand where no battery takes it.</summary>
        public int FlowMilliamps { get { return _flowMilliamps; } }

        /// <summary>Current that the inverter tries to put in, mA, charging positive.</summary>
        public int DemandMilliamps { get { return _demandMilliamps; } }

        /// <summary>Voltage at the terminals, microvolts; 0 while no battery is connected to them.</summary>
        public int VoltageMicrovolts { get { return _voltageMicrovolts; } }

        /// <summary>How a battery takes part now.</summary>
        public CurrentPath PathOf(int index)
        {
            return _paths[index];
        }

        /// <summary>Resistance of cable, breaker and bus bar of a battery, microohms.</summary>
        public int ConnectionMicroohmsOf(int index)
        {
            return (int)((_connectionMilliohms[index] * 1000f) + 0.5f);
        }

        /// <summary>Sets the resistance of cable, breaker and bus bar of a battery, microohms; due before <see cref="Rebuild"/>.</summary>
        public void SetConnection(int index, int microohms)
        {
            _connectionMilliohms[index] = microohms / 1000f;
        }

        /// <summary>Current through a battery now, mA, charging positive.</summary>
        [MethodImpl(Inline.Always)]
        public int CurrentOf(int index)
        {
            CurrentPath path = _paths[index];
            return path == CurrentPath.Linear ? FreeCurrentOf(index)
                : path == CurrentPath.Limited ? _modules[index].LimiterMilliamps : 0;
        }

        /// <summary>Current that would flow through a battery without limiter and diodes, mA.</summary>
        [MethodImpl(Inline.Always)]
        public int FreeCurrentOf(int index)
        {
            return (int)((_voltageMicrovolts - _sourceMicrovolts[index]) / _milliohms[index]);
        }

        /// <summary>Changes the demand.</summary>
        public void SetDemand(int milliamps, long nowMilliseconds)
        {
            Integrate(nowMilliseconds);
            _demandMilliamps = milliamps;
            Solve(nowMilliseconds);
        }

        /// <summary>Charge that went through a battery since this was last asked, mA ms.</summary>
        [MethodImpl(Inline.Always)]
        public long ConsumeMovedCharge(int index, long nowMilliseconds)
        {
            Integrate(nowMilliseconds);
            Settle(index, nowMilliseconds);
            long moved = _movedMilliampMilliseconds[index];
            _movedMilliampMilliseconds[index] = 0;
            return moved;
        }

        /// <summary>Takes up a new source voltage, and a resistance that went with the temperature, of a battery whose path is as before.</summary>
        /// <remarks>Its charge was taken at the same moment, so nothing flowed through the old resistance since.</remarks>
        [MethodImpl(Inline.Always)]
        public void UpdateSource(int index, long nowMilliseconds)
        {
            BatteryModule module = _modules[index];
            int source = module.SourceMicrovolts;
            float milliohms = module.Milliohms + _connectionMilliohms[index];
            bool isOther = milliohms != _milliohms[index];
            if (_paths[index] == CurrentPath.Linear && !isOther)
            {
                _sourceMilliamps += (source - _sourceMicrovolts[index]) / milliohms;
            }

            _sourceMicrovolts[index] = source;
            if (index == 0 || isOther)
            {
                // Every second starts with a fresh sum, so that the small errors of updating it battery by battery never add up.
                _milliohms[index] = milliohms;
                SumSources();
            }

            Solve(nowMilliseconds);
        }

        /// <summary>Looks at every battery anew: source, resistance and which way its FETs let current through.</summary>
        public void Rebuild(long nowMilliseconds)
        {
            Integrate(nowMilliseconds);
            _specialCount = 0;
            for (int index = 0; index < _modules.Length; index++)
            {
                BatteryModule module = _modules[index];
                Settle(index, nowMilliseconds);
                _sourceMicrovolts[index] = module.SourceMicrovolts;
                _milliohms[index] = module.Milliohms + _connectionMilliohms[index];
                if (IsSpecial(module))
                {
                    _specialCount++;
                }
                else
                {
                    _paths[index] = module.CanCharge ? CurrentPath.Linear : CurrentPath.Open;
                }
            }

            SumSources();
            Solve(nowMilliseconds);
        }

        [MethodImpl(Inline.Always)]
        private void Integrate(long nowMilliseconds)
        {
            _voltageIntegral += _voltageMicrovolts * (nowMilliseconds - _integratedMilliseconds);
            _integratedMilliseconds = nowMilliseconds;
        }

        // Counts the charge that went through a battery since this was last done; due before its source or its path changes.
        [MethodImpl(Inline.Always)]
        private void Settle(int index, long nowMilliseconds)
        {
            long elapsed = nowMilliseconds - _settledMilliseconds[index];
            CurrentPath path = _paths[index];
            if (path == CurrentPath.Linear)
            {
                long drive = _voltageIntegral - _settledIntegral[index] - (_sourceMicrovolts[index] * elapsed);
                _movedMilliampMilliseconds[index] += (long)(drive / _milliohms[index]);
            }
            else if (path == CurrentPath.Limited)
            {
                _movedMilliampMilliseconds[index] += _modules[index].LimiterMilliamps * elapsed;
            }

            _settledIntegral[index] = _voltageIntegral;
            _settledMilliseconds[index] = nowMilliseconds;
        }

        private void SumSources()
        {
            float conductance = 0f;
            float milliamps = 0f;
            int limited = 0;
            for (int index = 0; index < _modules.Length; index++)
            {
                if (_paths[index] == CurrentPath.Linear)
                {
                    float inverse = 1f / _milliohms[index];
                    conductance += inverse;
                    milliamps += (_sourceMicrovolts[index] - ReferenceMicrovolts) * inverse;
                }
                else if (_paths[index] == CurrentPath.Limited)
                {
                    limited += _modules[index].LimiterMilliamps;
                }
            }

            _conductance = conductance;
            _sourceMilliamps = milliamps;
            _limitedMilliamps = limited;
        }

        [MethodImpl(Inline.Always)]
        private void Solve(long nowMilliseconds)
        {
            FindVoltage();
            if (_specialCount == 0)
            {
                return;
            }

            // What the special batteries do depends on the voltage, and the voltage on what they do. The paths that fit one voltage lead to the
            // next, which tells on which side of the first the right one lies. That alone may go round in circles, with a limiter that is in at
            // one voltage and out at the other: so a voltage beyond what is still possible gives way to the middle of that, and the circle closes
            // in. All of it here: on a board another call would stand on the deepest chain of calls.
            int low = Nobody;
            int high = int.MaxValue - 1;
            bool isSolved = true;
            for (int pass = 0; pass < FitPassesMax; pass++)
            {
                // The voltage of an open circuit is nobody's, and says nothing.
                int before = _conductance == 0f ? Nobody : _voltageMicrovolts;
                if (!SortSpecials(nowMilliseconds) && isSolved)
                {
                    return;
                }

                SumSources();
                FindVoltage();
                int over = _conductance == 0f ? _limitedMilliamps - _demandMilliamps : before - _voltageMicrovolts;
                if (before != Nobody)
                {
                    if (over == 0)
                    {
                        return;
                    }

                    low = over > 0 ? low : before;
                    high = over > 0 ? before : high;
                }

                isSolved = _conductance == 0f || (_voltageMicrovolts > low && _voltageMicrovolts < high);
                if (!isSolved)
                {
                    _voltageMicrovolts = low + ((high - low) / 2);
                }
            }
        }

        [MethodImpl(Inline.Always)]
        private void FindVoltage()
        {
            if (_conductance == 0f)
            {
                FindOpenVoltage();
                return;
            }

            _flowMilliamps = _demandMilliamps;
            float above = (_demandMilliamps - _limitedMilliamps + _sourceMilliamps) / _conductance;
            _voltageMicrovolts = above <= -ReferenceMicrovolts ? 0
                : above >= AboveMaxMicrovolts ? ReferenceMicrovolts + AboveMaxMicrovolts
                : ReferenceMicrovolts + (int)(above < 0f ? above - 0.5f : above + 0.5f);
        }

        // No battery gives way to the demand: only what the limiters let through flows, and the terminals show the highest source behind them.
        private void FindOpenVoltage()
        {
            int highest = 0;
            for (int index = 0; index < _modules.Length; index++)
            {
                if ((_modules[index].CanCharge || _modules[index].CanDischarge) && _sourceMicrovolts[index] > highest)
                {
                    highest = _sourceMicrovolts[index];
                }
            }

            _flowMilliamps = _limitedMilliamps;
            _voltageMicrovolts = highest;
        }

        // A battery with one FET open is a diode, one with a limiter a source of constant current: how it takes part depends on the voltage.
        private static bool IsSpecial(BatteryModule module)
        {
            return module.CanCharge != module.CanDischarge || (module.CanCharge && module.IsLimiting);
        }

        // Fits the paths of special batteries to the voltage; without a voltage one that gives way to what is left of the demand has to make one.
        private bool SortSpecials(long nowMilliseconds)
        {
            bool hasChanged = false;
            bool isOpen = _conductance == 0f;
            for (int index = 0; index < _modules.Length; index++)
            {
                if (!IsSpecial(_modules[index]))
                {
                    continue;
                }

                if (!isOpen)
                {
                    CurrentPath path = PathAt(_modules[index], FreeCurrentOf(index));
                    hasChanged = ChangePath(index, path, nowMilliseconds) || hasChanged;
                }
                else if (GivesWay(index))
                {
                    return ChangePath(index, CurrentPath.Linear, nowMilliseconds);
                }
            }

            return hasChanged;
        }

        private static CurrentPath PathAt(BatteryModule module, int freeMilliamps)
        {
            if (freeMilliamps <= 0)
            {
                return module.CanDischarge ? CurrentPath.Linear : CurrentPath.Open;
            }

            if (!module.CanCharge)
            {
                return CurrentPath.Open;
            }

            return module.IsLimiting && freeMilliamps > module.LimiterMilliamps ? CurrentPath.Limited : CurrentPath.Linear;
        }

        private bool ChangePath(int index, CurrentPath path, long nowMilliseconds)
        {
            if (_paths[index] == path)
            {
                return false;
            }

            Settle(index, nowMilliseconds);
            _paths[index] = path;
            return true;
        }

        // Where nothing conducts linearly. With nothing left of the demand it is one that could give: others below it may take from it.
        private bool GivesWay(int index)
        {
            BatteryModule module = _modules[index];
            return _demandMilliamps > _limitedMilliamps ? module.CanCharge && _paths[index] != CurrentPath.Limited
                : module.CanDischarge || _paths[index] == CurrentPath.Limited;
        }
    }
}
