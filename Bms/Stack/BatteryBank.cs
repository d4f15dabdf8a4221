using System.Runtime.CompilerServices;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>The batteries in parallel, their cables, and the second in which each of them takes its step.</summary>
    public sealed class BatteryBank
    {
        // Change of the bank's current, for each battery, that makes it worth looking at every battery at once.
        private const int WatchStepMilliamps = 2000;
        private const int Million = 1000000;

        private readonly BatteryProfile _profile;
        private readonly BatteryModule[] _modules;
        private readonly CurrentSharing _sharing;
        private readonly ChainWiring _wiring;
        private readonly AggregationPolicies _policies;
        private readonly BatteryConstants _constants;
        private readonly uint _connectionSeed;
        private long _nextSlotMilliseconds;
        private long _secondStartMilliseconds;
        private long _fastDueMilliseconds = long.MaxValue;
        private int _slot;
        private int _version;
        private int _joinMillivolts;
        private readonly ChangeFlag _changes = new ChangeFlag();
        private int _watchedMilliamps;

        /// <summary>Makes a correctly wired and numbered bank, asleep. The size must be allowed (<see cref="BankRules.FindProblem"/>).</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="batteryCount">Batteries, master included.</param>
        /// <param name="random">Draws the differences between the cells.</param>
        public BatteryBank(BatteryProfile profile, int batteryCount, Prng random)
            : this(profile, batteryCount, random, 0)
        {
        }

        /// <summary>Makes a bank that is built while time goes on.</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="batteryCount">Batteries, master included.</param>
        /// <param name="random">Draws the differences between the cells.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public BatteryBank(BatteryProfile profile, int batteryCount, Prng random, long nowMilliseconds)
        {
            _secondStartMilliseconds = nowMilliseconds;
            _profile = profile;
            _wiring = new ChainWiring(batteryCount, profile.NumberOf(ProfileKey.ChainPortsAlternate) != 0);
            _policies = new AggregationPolicies(profile);
            _modules = new BatteryModule[batteryCount];
            ProtectionSet protections = ProtectionSets.Create(profile.TextOf(ProfileKey.ProtectionSet));
            _constants = new BatteryConstants(profile, OcvCurve.CreateLfp());
            for (int index = 0; index < batteryCount; index++)
            {
                BatteryModule module = new BatteryModule(profile, protections, _constants, random);
                int address = BankRules.AddressOf(profile, index);
                module.DipSwitch.Set(address);
                module.AssignAddress(address);
                module.ShiftCellTurn(index);
                _modules[index] = module;
            }

            for (int index = 0; index < _modules.Length; index++)
            {
                _modules[index].Protections.Changes = _changes;
            }

            _sharing = new CurrentSharing(_modules);
            _joinMillivolts = profile.NumberOf(ProfileKey.JoinDifferenceMillivolts);

            // Behind the cells, so that those of a seed stay what they are.
            _connectionSeed = random.Next();
            for (int index = 0; index < batteryCount; index++)
            {
                _sharing.SetConnection(index, DrawnConnectionMicroohmsOf(index));
            }

            _nextSlotMilliseconds = SlotMilliseconds(0);
        }

        /// <summary>Product of all batteries.</summary>
        public BatteryProfile Profile { get { return _profile; } }

        /// <summary>Number of batteries wired up, whether or not they answer.</summary>
        public int Count { get { return _modules.Length; } }

        /// <summary>The cables.</summary>
        public ChainWiring Wiring { get { return _wiring; } }

        /// <summary>How a master makes one bank of its batteries.</summary>
        public AggregationPolicies Policies { get { return _policies; } }

        /// <summary>SOC below which a battery that was full takes charge again, permille.</summary>
        public int RechargePermille { get { return _constants.RechargePermille; } set { _constants.RechargePermille = value; } }

        /// <summary>Highest SOC that a gauge shows before its battery counts as full, permille; refresh after a change.</summary>
        public int FullHoldPermille { get { return _constants.FullHoldPermille; } set { _constants.FullHoldPermille = value; } }

        /// <summary>True where a battery that is full opens its charge FET; refresh after a change.</summary>
        public bool FullOpensChargeFet { get { return _constants.FullOpensChargeFet; } set { _constants.FullOpensChargeFet = value; } }

        /// <summary>Time from full after which charge FET and charge enable follow, where they do, s.</summary>
        public int FullDelaySeconds
        {
            get { return _constants.FullDelaySeconds; }

            set
            {
                _constants.FullDelaySeconds = value;
                _policies.FullDelaySeconds = value;
            }
        }

        /// <summary>Difference to the bus bar above which a battery refuses to join, mV; 0 where none refuses; refresh after a change.</summary>
        public int JoinMillivolts { get { return _joinMillivolts; } set { _joinMillivolts = value; } }

        /// <summary>Current at the bank's terminals, mA, charging positive; it stays behind the demand where no battery takes it.</summary>
        public int CurrentMilliamps { get { return _sharing.FlowMilliamps; } }

        /// <summary>Voltage at the bank's terminals, mV; 0 while no battery is connected to them.</summary>
        public int VoltageMillivolts { get { return (_sharing.VoltageMicrovolts + 500) / 1000; } }

        /// <summary>Time of the next step, ms.</summary>
        public long NextEventMilliseconds
        {
            get { return _nextSlotMilliseconds < _fastDueMilliseconds ? _nextSlotMilliseconds : _fastDueMilliseconds; }
        }

        /// <summary>Grows whenever a battery woke, slept or was otherwise changed, so that others may keep what they derived.</summary>
        public int Version { get { return _version; } }

        /// <summary>True if a battery woke, slept, raised an alarm or was otherwise changed since this was last asked; asking clears it.</summary>
        public bool ConsumePowerChange()
        {
            if (!_changes.IsSet)
            {
                return false;
            }

            _changes.Clear();
            _version++;
            return true;
        }

        /// <summary>One battery.</summary>
        /// <param name="index">0 to <see cref="Count"/> - 1 along the chain.</param>
        public BatteryModule ModuleAt(int index)
        {
            return _modules[index];
        }

        /// <summary>Current through one battery now, mA, charging positive.</summary>
        public int CurrentOf(int index)
        {
            return _sharing.CurrentOf(index);
        }

        /// <summary>How one battery takes part in the sharing of current.</summary>
        public CurrentPath PathOf(int index)
        {
            return _sharing.PathOf(index);
        }

        /// <summary>Resistance of cable, breaker and bus bar of one battery, microohms.</summary>
        public int ConnectionMicroohmsOf(int index)
        {
            return _sharing.ConnectionMicroohmsOf(index);
        }

        /// <summary>The same as the seed drew it, microohms.</summary>
        public int DrawnConnectionMicroohmsOf(int index)
        {
            int mean = _profile.NumberOf(ProfileKey.ConnectionResistanceMicroohms);
            int spread = _profile.NumberOf(ProfileKey.ConnectionResistanceSpreadPpm);
            return mean + (int)((long)mean * Prng.BetweenAt(_connectionSeed, index, -spread, spread) / Million);
        }

        /// <summary>Sets the resistance of cable, breaker and bus bar of one battery; refresh then.</summary>
        /// <param name="index">0 to <see cref="Count"/> - 1 along the chain.</param>
        /// <param name="microohms">0 to 1000000.</param>
        public void SetConnection(int index, int microohms)
        {
            _sharing.SetConnection(index, microohms);
        }

        /// <summary>Sets the current that the inverter puts into the terminals from now on.</summary>
        /// <param name="milliamps">mA, charging positive.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void SetCurrent(int milliamps, long nowMilliseconds)
        {
            if (milliamps == _sharing.DemandMilliamps)
            {
                return;
            }

            _sharing.SetDemand(milliamps, nowMilliseconds);
            int step = milliamps - _watchedMilliamps;
            int threshold = WatchStepMilliamps * _modules.Length;
            if (step > threshold || step < -threshold)
            {
                WatchCurrents(nowMilliseconds);
            }
        }

        /// <summary>Makes every battery awake at once, as a bank is after hours of service.</summary>
        public void SkipToRunning(long nowMilliseconds)
        {
            for (int index = 0; index < _modules.Length; index++)
            {
                _modules[index].SkipToRunning();
            }

            Refresh(nowMilliseconds);
        }

        /// <summary>Wakes every battery that the chain reaches from one of them, in the order of their switches.</summary>
        /// <param name="from">Battery whose RST was pressed.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void WakeAll(int from, long nowMilliseconds)
        {
            int step = _profile.NumberOf(ProfileKey.WakeStepMilliseconds);
            for (int index = 0; index < _modules.Length; index++)
            {
                if (_wiring.AreConnected(from, index))
                {
                    _modules[index].Power.Wake(nowMilliseconds, step * RankOf(index));
                }
            }
        }

        /// <summary>Takes up what was changed from outside: SOC, breaker, resistance, sleep, gauge. Due after every such change.</summary>
        public void Refresh(long nowMilliseconds)
        {
            UseGauges();
            for (int index = 0; index < _modules.Length; index++)
            {
                BatteryModule module = _modules[index];
                bool wasOpen = BatteryModule.IsOpen(module.PathKey);
                module.FindLimits();
                if (wasOpen || module.IsWaitingToJoin)
                {
                    CheckJoin(module);
                }
            }

            OnChange();
            _sharing.Rebuild(nowMilliseconds);
            WatchCurrents(nowMilliseconds);
        }

        /// <summary>Sets <see cref="FullHoldPermille"/> by a fault that an operator ordered; <see cref="UseGauges"/> is due then.</summary>
        /// <param name="permille">-1 for none.</param>
        public void SetFaultHold(int permille)
        {
            _constants.FaultHoldPermille = permille;
        }

        /// <summary>Takes up how the gauges of the batteries work; each shows it in its next second.</summary>
        public void UseGauges()
        {
            bool isAnyOdd = false;
            for (int index = 0; index < _modules.Length; index++)
            {
                isAnyOdd = isAnyOdd || _modules[index].ShowsVoltage;
            }

            _constants.UseGauges(isAnyOdd, _policies.Soc == SocPolicy.Voltage);
        }

        /// <summary>Does what is due at <paramref name="nowMilliseconds"/>.</summary>
        /// <returns>Time of the next step, ms.</returns>
        [MethodImpl(Inline.Always)]
        public long Run(long nowMilliseconds)
        {
            if (nowMilliseconds >= _fastDueMilliseconds)
            {
                WatchCurrents(nowMilliseconds);
            }

            if (nowMilliseconds >= _nextSlotMilliseconds)
            {
                StepModule(_slot, nowMilliseconds);
                _slot++;
                if (_slot == _modules.Length)
                {
                    _slot = 0;
                    _secondStartMilliseconds += BatteryModule.StepMilliseconds;
                }

                _nextSlotMilliseconds = SlotMilliseconds(_slot);
            }

            return NextEventMilliseconds;
        }

        private long SlotMilliseconds(int slot)
        {
            return _secondStartMilliseconds + SecondTimetable.FirstBatteryMilliseconds
                + (slot * SecondTimetable.BatteriesMilliseconds / _modules.Length);
        }

        private void OnChange()
        {
            _changes.Set();
            _version++;
        }

        private int RankOf(int index)
        {
            int own = _modules[index].DipSwitch.SwitchCount > 0 ? _modules[index].DipSwitch.Value : index;
            int rank = 0;
            for (int other = 0; other < _modules.Length; other++)
            {
                int value = _modules[other].DipSwitch.SwitchCount > 0 ? _modules[other].DipSwitch.Value : other;
                if (value < own || (value == own && other < index))
                {
                    rank++;
                }
            }

            return rank;
        }

        [MethodImpl(Inline.Always)]
        private void StepModule(int index, long nowMilliseconds)
        {
            BatteryModule module = _modules[index];
            long moved = _sharing.ConsumeMovedCharge(index, nowMilliseconds);
            int key = module.PathKey;
            module.RecordCurrent(_sharing.CurrentOf(index));
            if (module.IsLimiting)
            {
                module.ReleaseLimiter(_sharing.FreeCurrentOf(index));
            }

            module.StepOneSecond(moved, nowMilliseconds);
            if (_joinMillivolts != 0 && (module.IsWaitingToJoin || BatteryModule.IsOpen(key)))
            {
                CheckJoin(module);
            }

            if (key == module.PathKey)
            {
                _sharing.UpdateSource(index, nowMilliseconds);
                return;
            }

            OnChange();
            _sharing.Rebuild(nowMilliseconds);
            WatchCurrents(nowMilliseconds);
        }

        // A BMS with such a rule compares its own voltage with that behind its FETs before it closes them, and again every second until they
        // are near enough. Where nobody is on the bus bar there is nothing to compare.
        private void CheckJoin(BatteryModule module)
        {
            int bus = VoltageMillivolts;
            int difference = module.VoltageMillivolts - bus;
            bool waits = _joinMillivolts != 0 && bus != 0 && (difference > _joinMillivolts || difference < -_joinMillivolts);
            if (waits != module.IsWaitingToJoin && (!waits || !BatteryModule.IsOpen(module.PathKey)))
            {
                module.IsWaitingToJoin = waits;
                module.FindLimits();
            }
        }

        // Looks at every battery's current between its steps: second-stage over-current, shorts and limiters do not wait for a second.
        private void WatchCurrents(long nowMilliseconds)
        {
            _watchedMilliamps = _sharing.DemandMilliamps;
            if (StartLimiters())
            {
                _sharing.Rebuild(nowMilliseconds);
            }

            // Only for as long as somebody drops out or is limited, and each of them does that once: no current closes a FET.
            bool hasChanged = true;
            while (hasChanged)
            {
                hasChanged = false;
                _fastDueMilliseconds = long.MaxValue;
                for (int index = 0; index < _modules.Length; index++)
                {
                    hasChanged = Watch(_modules[index], _sharing.CurrentOf(index), nowMilliseconds) || hasChanged;
                }

                if (hasChanged)
                {
                    _sharing.Rebuild(nowMilliseconds);
                }
            }
        }

        // Before anything else: a limiter that exists to let a battery catch up is assumed to be faster than any over-current protection.
        private bool StartLimiters()
        {
            bool hasChanged = false;
            for (int index = 0; index < _modules.Length; index++)
            {
                BatteryModule module = _modules[index];
                if (module.IsRunning && !module.IsLimiting)
                {
                    module.RecordCurrent(_sharing.CurrentOf(index));
                    hasChanged = module.IsLimiting || hasChanged;
                }
            }

            return hasChanged;
        }

        private bool Watch(BatteryModule module, int milliamps, long nowMilliseconds)
        {
            if (!module.IsRunning)
            {
                return false;
            }

            int key = module.PathKey;
            module.RecordCurrent(milliamps);
            bool hasTripped = module.Protections.WatchCurrent(milliamps, nowMilliseconds);
            long due = module.Protections.FastDueMilliseconds;
            if (due < _fastDueMilliseconds)
            {
                _fastDueMilliseconds = due;
            }

            if (!hasTripped && !module.IsLimiting)
            {
                return false;
            }

            module.FindLimits();
            return key != module.PathKey;
        }
    }
}
