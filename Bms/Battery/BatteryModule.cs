using System.Runtime.CompilerServices;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>One battery of the bank: cells, switches, BMS and the path to its terminals.</summary>
    /// <remarks>
    /// Between two of its steps a battery is a source of constant voltage behind its series resistance. The bank finds the current through it;
    /// the battery's own step, once a second, moves the charge that went through, and renews source voltage, measurements, protections and limits.
    /// </remarks>
    public sealed class BatteryModule
    {
        /// <summary>Time between two steps of a battery, ms.</summary>
        public const int StepMilliseconds = SecondTimetable.SecondMilliseconds;

        private const long MillisecondsPerHour = 3600000L;
        private const int Permille = 1000;
        private const int SurplusSeconds = 3600;

        // What a BMS can measure of a cell, mV: nothing below 0, and its converter ends at 5 V.
        private const int CellMaxReadableMillivolts = 5000;

        // What is odd about this battery, in one field: bits of Blocks for FETs that are held open, these, and above them two errors of its
        // gauge in twelve bits each: the one that was set, and that of a fault.
        private const int VoltageGaugeBit = 4;
        private const int OtherProtocolBit = 8;
        private const int ReplyShift = 4;
        private const int ReplyMask = 0x3 << ReplyShift;
        private const int WaitingBit = 0x40;
        private const int VoltageFaultBit = 0x80;
        private const int GaugeErrorShift = 8;
        private const int FaultErrorShift = 20;
        private const int ErrorMask = 0xFFF;

        // Read off the plateau of a cell, where 40 to 95 % lie within 41 mV (Gotion IFP28148115A at rest and 25 degrees): 1.3 % for each mV.
        private const float VoltageGaugePermillePerMillivolt = 13f;

        // The branches of the curve of a cell, in whole ways for the whole capacity: half a percent of discharge ends the branch of charge, as
        // measured; the way to it and the last bit of the other branch take 3 and 0.3 %, so that batteries in parallel follow each other.
        // Charging has the whole of its branch from 0.2C and at least the smallest part; discharging has an eighth below the rest voltage.
        private const float DischargeRate = 250f;
        private const float SettleRate = 40f;
        private const float ChargeRate = 33f;
        private const float PartPerShare = 3600f / 0.2f;
        private const float SmallestPart = 0.3f;
        private const float DischargePart = -0.125f;
        private const int RelaxationBins = 16;

        // A current keeps the cells moving: with one, they come back five times as fast, as is published for a load of 0.02C.
        private const int FollowFactor = 5;

        // From here up the whole capacity can be drawn.
        private const int WholeCapacityDecidegrees = 250;

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

        private readonly BatteryConstants _constants;
        private readonly DipSwitch _dipSwitch;
        private readonly CellString _cells;
        private readonly CellHeat _heat;
        private readonly BmsPower _power;
        private readonly ProtectionRunner _protections;
        private readonly FullCharge _full;

        // Series resistance at the present temperature. Read every second by the bank: a property is a call, which costs the interpreter more.
        internal float Milliohms;

        // All resistances over those at 25 degrees Celsius.
        private float _warmth = 1f;
        private float _fastMillivolts;
        private float _slowMillivolts;
        private float _lossMilliwatts;
        private long _capacityMilliampMilliseconds;
        private long _chargeMilliampMilliseconds;
        private long _countedMilliampMilliseconds;
        private long _throughputMilliampMilliseconds;
        private long _lostMilliampMilliseconds;
        private int _nominalMilliampereHours;
        private int _sohPermille = Permille;
        private int _sourceMicrovolts;
        private int _currentMilliamps;
        private int _voltageMillivolts;
        private int _socPermille;
        private int _temperatureDecidegrees;
        private int _cellMaxMillivolts;
        private int _cellMinMillivolts;
        private int _cellTurn;
        private int _chargeLimitMilliamps;
        private int _dischargeLimitMilliamps;
        private int _address;
        private int _pathKey;
        private int _oddities;
        private int _peakSeconds;
        private int _limitedSeconds = NotLimiting;

        /// <summary>Makes a battery of a product at 50 % SOC and 25 degrees Celsius, asleep.</summary>
        public BatteryModule(BatteryProfile profile, ProtectionSet protections, BatteryConstants constants, Prng random)
        {
            _constants = constants;
            _dipSwitch = new DipSwitch(
                profile.NumberOf(ProfileKey.AddressBits), profile.NumberOf(ProfileKey.AddressSwitchOneIsLeastSignificant) != 0);
            _cells = new CellString(profile, constants.Cells, random);
            _heat = new CellHeat();
            _power = new BmsPower(constants);
            _protections = new ProtectionRunner(protections);
            _full = new FullCharge();
            Milliohms = _constants.NewSeriesMilliohms;
            _nominalMilliampereHours = _constants.NominalMilliampereHours;
            SetSohPermille(Permille);
            SetSocPermille(500);
        }

        /// <summary>Address switches. The BMS reads them when it starts and not before.</summary>
        public DipSwitch DipSwitch { get { return _dipSwitch; } }

        /// <summary>Address that the BMS took when it started.</summary>
        public int Address { get { return _address; } }

        /// <summary>The cells.</summary>
        public CellString Cells { get { return _cells; } }

        /// <summary>Whether the BMS is there, and the breaker.</summary>
        public BmsPower Power { get { return _power; } }

        /// <summary>Alarms and protections.</summary>
        public ProtectionRunner Protections { get { return _protections; } }

        /// <summary>What this battery answers to a poll.</summary>
        public ReplyKind Reply
        {
            get { return (ReplyKind)((_oddities & ReplyMask) >> ReplyShift); }
            set { _oddities = (_oddities & ~ReplyMask) | ((int)value << ReplyShift); }
        }

        /// <summary>FETs that the BMS holds open by itself until it restarts, bits of <see cref="Blocks"/>.</summary>
        public int HeldOpen
        {
            get { return _oddities & Blocks.Both; }
            set { _oddities = (_oddities & ~Blocks.Both) | (value & Blocks.Both); }
        }

        /// <summary>True while the BMS keeps its FETs open because the others' voltage is too far from its own.</summary>
        public bool IsWaitingToJoin
        {
            get { return (_oddities & WaitingBit) != 0; }
            set { SetOddity(WaitingBit, value); }
        }

        /// <summary>Share by which the gauge counts too much, permille of the charge that moves; negative for too little.</summary>
        public int GaugeErrorPermille
        {
            get { return (_oddities << (32 - FaultErrorShift)) >> FaultErrorShift; }
            set { _oddities = (_oddities & ~(ErrorMask << GaugeErrorShift)) | ((value & ErrorMask) << GaugeErrorShift); }
        }

        /// <summary>True for a gauge that shows what the terminal voltage says; call the bank's refresh after a change.</summary>
        public bool GaugeFollowsVoltage
        {
            get { return (_oddities & VoltageGaugeBit) != 0; }
            set { SetOddity(VoltageGaugeBit, value); }
        }

        /// <summary>The same error as a fault that an operator ordered; it comes on top.</summary>
        public int FaultErrorPermille
        {
            get { return _oddities >> FaultErrorShift; }
            set { _oddities = (_oddities & ((1 << FaultErrorShift) - 1)) | (value << FaultErrorShift); }
        }

        /// <summary>True while a fault that an operator ordered lets the gauge show what the terminal voltage says.</summary>
        public bool HasVoltageFault
        {
            get { return (_oddities & VoltageFaultBit) != 0; }
            set { SetOddity(VoltageFaultBit, value); }
        }

        /// <summary>True while its gauge shows what the terminal voltage says, as it is set or by a fault.</summary>
        internal bool ShowsVoltage { get { return (_oddities & (VoltageGaugeBit | VoltageFaultBit)) != 0; } }

        /// <summary>False where the CAN port was left on another protocol, such as PACE's own at 250 kbit/s: no inverter understands that.</summary>
        public bool SpeaksPylontech { get { return (_oddities & OtherProtocolBit) == 0; } set { SetOddity(OtherProtocolBit, !value); } }

        /// <summary>Cells in series.</summary>
        public int CellCount { get { return _cells.Count; } }

        /// <summary>Capacity that is left at the present SOH, mAh.</summary>
        public int CapacityMilliampereHours { get { return (int)(_capacityMilliampMilliseconds / MillisecondsPerHour); } }

        /// <summary>Whether the BMS calls the battery full, and the steps of CCL on the way there.</summary>
        public FullCharge Full { get { return _full; } }

        /// <summary>State of charge that the gauge shows, 0 to 1000 permille.</summary>
        /// <remarks>The gauge counts what goes through the terminals and what the BMS draws; it is set right at full.</remarks>
        public int SocPermille { get { return _socPermille; } }

        /// <summary>State of health, 1 to 1000 permille.</summary>
        public int SohPermille { get { return _sohPermille; } }

        /// <summary>Current that the BMS measures, mA, charging positive.</summary>
        public int CurrentMilliamps { get { return _currentMilliamps; } }

        /// <summary>Voltage that the BMS measures, on the cells' side of breaker and FETs, mV.</summary>
        public int VoltageMillivolts { get { return _voltageMillivolts; } }

        /// <summary>Cell temperature, 0.1 degree Celsius.</summary>
        public int TemperatureDecidegrees { get { return _temperatureDecidegrees; } }

        /// <summary>Highest cell voltage, mV.</summary>
        public int CellMaxMillivolts { get { return _cellMaxMillivolts; } }

        /// <summary>Lowest cell voltage, mV.</summary>
        public int CellMinMillivolts { get { return _cellMinMillivolts; } }

        /// <summary>CCL of this battery, mA; 0 while its charge FET is open.</summary>
        public int ChargeCurrentLimitMilliamps { get { return _chargeLimitMilliamps; } }

        /// <summary>DCL of this battery, mA; 0 while its discharge FET is open.</summary>
        public int DischargeCurrentLimitMilliamps { get { return _dischargeLimitMilliamps; } }

        /// <summary>Voltage of the source behind the series resistance, microvolts.</summary>
        public int SourceMicrovolts { get { return _sourceMicrovolts; } }

        /// <summary>Series resistance at the present temperature, milliohms.</summary>
        public float SeriesMilliohms { get { return Milliohms; } }

        /// <summary>Series resistance in permille of that of a new battery at the same temperature.</summary>
        public int ResistancePermille { get { return (int)((Milliohms / (_constants.NewSeriesMilliohms * _warmth) * Permille) + 0.5f); } }

        /// <summary>Power that turned into heat in the last second, mW. It may dip below 0 while polarisation gives back what it stored.</summary>
        public float LossMilliwatts { get { return _lossMilliwatts; } }

        /// <summary>Temperature of the room, 0.1 degree Celsius.</summary>
        public int AmbientDecidegrees
        {
            get { return ToDecidegrees(_heat.AmbientDegrees); }
            set { _heat.AmbientDegrees = value / 10f; }
        }

        /// <summary>Charge in the cells, mA ms.</summary>
        public long ChargeMilliampMilliseconds { get { return _chargeMilliampMilliseconds; } }

        /// <summary>All charge that went through the terminals since the start, charging positive, mA ms.</summary>
        public long ThroughputMilliampMilliseconds { get { return _throughputMilliampMilliseconds; } }

        /// <summary>All charge since the start that went in unstored, or was stored and left otherwise than through the terminals, mA ms.</summary>
        public long LostMilliampMilliseconds { get { return _lostMilliampMilliseconds; } }

        /// <summary>True while the BMS is awake and speaks.</summary>
        public bool IsRunning { get { return _power.State == PowerState.Running; } }

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

        /// <summary>True while the catch-up limiter holds the charge current down.</summary>
        public bool IsLimiting { get { return _limitedSeconds != NotLimiting; } }

        /// <summary>Current that the catch-up limiter lets through, mA.</summary>
        public int LimiterMilliamps { get { return _constants.LimiterMilliamps; } }

        /// <summary>Answers a poll.</summary>
        /// <param name="values">Takes the values of <see cref="BatteryAnswer"/>.</param>
        [MethodImpl(Inline.Always)]
        public void Answer(int[] values)
        {
            if ((_oddities & ReplyMask) == (int)ReplyKind.Zeros << ReplyShift)
            {
                System.Array.Clear(values, 0, BatteryAnswer.Count);
                return;
            }

            // From the end: a compiler that has seen the last index to be inside need not look at the others.
            values[BatteryAnswer.Alarms] = _protections.Alarms;
            values[BatteryAnswer.VoltageMillivolts] = _voltageMillivolts;
            int deadBand = _constants.DeadBandMilliamps;
            values[BatteryAnswer.CurrentMilliamps] = _currentMilliamps > deadBand || _currentMilliamps < -deadBand ? _currentMilliamps : 0;
            values[BatteryAnswer.TemperatureDecidegrees] = _temperatureDecidegrees;
            values[BatteryAnswer.SocPermille] = _socPermille;
            values[BatteryAnswer.SohPermille] = _sohPermille;
            values[BatteryAnswer.CapacityMilliampereHours] = (int)(_capacityMilliampMilliseconds / MillisecondsPerHour);
            values[BatteryAnswer.ChargeCurrentLimitMilliamps] = _chargeLimitMilliamps;
            values[BatteryAnswer.DischargeCurrentLimitMilliamps] = _dischargeLimitMilliamps;
            values[BatteryAnswer.Protections] = _protections.Acting;
        }

        /// <summary>Gives the battery an address, as a self-numbering chain does.</summary>
        public void AssignAddress(int address)
        {
            _address = address;
        }

        /// <summary>Sets the state of charge; the cells are rested.</summary>
        /// <param name="permille">0 to 1000; what lies outside is cut.</param>
        public void SetSocPermille(int permille)
        {
            int clamped = permille < 0 ? 0 : permille > Permille ? Permille : permille;
            _chargeMilliampMilliseconds = _capacityMilliampMilliseconds / Permille * clamped;
            _countedMilliampMilliseconds = _chargeMilliampMilliseconds;
            _full.Reset(clamped);
            _fastMillivolts = 0f;
            _slowMillivolts = 0f;
            _cells.BranchMillivolts = 0f;
            UpdateConditions();
            Update(true);
        }

        /// <summary>Sets the state of health: capacity falls to this share of the nominal one, SOC stays.</summary>
        /// <param name="permille">1 to 1000; what lies outside is cut.</param>
        public void SetSohPermille(int permille)
        {
            int clamped = permille < 1 ? 1 : permille > Permille ? Permille : permille;
            long before = _capacityMilliampMilliseconds;
            _sohPermille = clamped;
            _capacityMilliampMilliseconds = ((long)_nominalMilliampereHours * clamped / Permille) * MillisecondsPerHour;
            if (before != 0)
            {
                double ratio = (double)_capacityMilliampMilliseconds / before;
                _chargeMilliampMilliseconds = (long)(_chargeMilliampMilliseconds * ratio);
                _countedMilliampMilliseconds = (long)(_countedMilliampMilliseconds * ratio);
                Update(true);
            }
        }

        /// <summary>Makes a larger or smaller battery: its capacity at the present SOH; SOC stays.</summary>
        /// <param name="milliampereHours">1000 (1 Ah) to 2000000.</param>
        public void SetCapacity(int milliampereHours)
        {
            // Rounded up, so that the share that SOH leaves of it is the very capacity that was asked for.
            _nominalMilliampereHours = (int)((((long)milliampereHours * Permille) + _sohPermille - 1) / _sohPermille);
            SetSohPermille(_sohPermille);
        }

        /// <summary>Sets the cell temperature, 0.1 degree Celsius.</summary>
        public void SetTemperature(int decidegrees)
        {
            _heat.Degrees = decidegrees / 10f;
            UpdateConditions();
            Update(true);
        }

        /// <summary>Sets the series resistance in permille of that of a new battery.</summary>
        /// <param name="permille">100 to 100000; what lies outside is cut.</param>
        public void SetResistancePermille(int permille)
        {
            int clamped = permille < 100 ? 100 : permille > 100000 ? 100000 : permille;
            Milliohms = _constants.NewSeriesMilliohms * _warmth * clamped / Permille;
        }

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

        /// <summary>Lets the second pass that ends now.</summary>
        /// <param name="movedMilliampMilliseconds">Charge that went through the terminals in it.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void StepOneSecond(long movedMilliampMilliseconds, long nowMilliseconds)
        {
            MoveCharge(movedMilliampMilliseconds);

            // All cells are worked out every third second; between, what matters of them follows its line.
            _cellTurn = _cellTurn == 0 ? SecondTimetable.CellSeconds - 1 : _cellTurn - 1;
            Update(_cellTurn == 0);
            if (_cellTurn == 0)
            {
                _cells.Balance(SecondTimetable.CellSeconds);
                if (_constants.ContinuousMilliamps != 0)
                {
                    UpdatePeak(SecondTimetable.CellSeconds);
                }
            }

            _power.StepOneSecond(nowMilliseconds, _cellMinMillivolts, _currentMilliamps);
            if (_power.State == PowerState.Running)
            {
                Protect();
                if (_cellTurn == 0 && (_cellMaxMillivolts >= _constants.FullWatchCellMillivolts || _full.State != 0))
                {
                    UpdateFull();
                }
            }
            else
            {
                StandBy();
            }

            bool hasChanged = FindPath();
            if (_cellTurn == SecondTimetable.CellSeconds - 1 || hasChanged)
            {
                // In the second after the one in which the cells are worked out, since those are the larger half of the work; and at once
                // for a new path, so that a battery that has just woken never claims a limit of 0 that merely nobody has worked out yet.
                UpdateLimits();
            }

            if (_pathKey != UnrestrictedKey)
            {
                ForbidBlocked();
            }
        }

        /// <summary>Lets the cells of this battery be worked out in the seconds in which those of its neighbours are not.</summary>
        /// <param name="seconds">Seconds by which they are shifted.</param>
        public void ShiftCellTurn(int seconds)
        {
            _cellTurn = seconds % SecondTimetable.CellSeconds;
        }

        /// <summary>Makes the battery awake at once, with its switches read.</summary>
        public void SkipToRunning()
        {
            _power.SkipToRunning();
            _power.ConsumeRestart();
            ReadSwitches();
            FindLimits();
        }

        /// <summary>Takes up what the bank changed between two steps: breaker, sleep or a tripped FET.</summary>
        public void FindLimits()
        {
            FindPath();
            UpdateLimits();
            ForbidBlocked();
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

        private void StandBy()
        {
            _limitedSeconds = NotLimiting;
            _protections.ClearFast();
            if (_power.ConsumeRestart())
            {
                ReadSwitches();
                _protections.Reset();
                HeldOpen = 0;
                IsWaitingToJoin = false;
            }
        }

        private void SetOddity(int bit, bool isSet)
        {
            _oddities = isSet ? _oddities | bit : _oddities & ~bit;
        }

        private static int Readable(int cellMillivolts)
        {
            return cellMillivolts < 0 ? 0 : cellMillivolts > CellMaxReadableMillivolts ? CellMaxReadableMillivolts : cellMillivolts;
        }

        [MethodImpl(Inline.Always)]
        private static int ToDecidegrees(float degrees)
        {
            return (int)((degrees * 10f) + (degrees < 0f ? -0.5f : 0.5f));
        }

        private void ReadSwitches()
        {
            if (_dipSwitch.SwitchCount > 0)
            {
                _address = _dipSwitch.Value;
            }
        }

        [MethodImpl(Inline.Always)]
        private void MoveCharge(long moved)
        {
            // Without calls and with its constants at hand: every battery does this every second.
            BatteryConstants constants = _constants;
            float amps = moved / 1000000f;
            _throughputMilliampMilliseconds += moved;
            long stored = moved > 0 ? moved - (moved / constants.LossDivisor) : moved;
            if (_power.State >= PowerState.Starting)
            {
                stored -= constants.SelfConsumptionMilliampMilliseconds;
            }

            long capacity = _capacityMilliampMilliseconds;
            _countedMilliampMilliseconds += stored;
            if (_oddities >> GaugeErrorShift != 0)
            {
                _countedMilliampMilliseconds += stored * (GaugeErrorPermille + FaultErrorPermille) / Permille;
            }

            if (_countedMilliampMilliseconds > capacity)
            {
                _countedMilliampMilliseconds = capacity;
            }

            // What a cell takes above full lies at its surface. While a charger holds it there, it stays, and only what the BMS draws still
            // flows; at rest it goes within hours, so that a full battery rests at its curve.
            long surplus = _chargeMilliampMilliseconds - capacity;
            if (surplus > 0 && moved <= 0)
            {
                stored -= surplus / SurplusSeconds;
            }

            _chargeMilliampMilliseconds += stored;
            _lostMilliampMilliseconds += moved - stored;
            float drive = amps * _warmth;
            float fast = _fastMillivolts;
            float slow = _slowMillivolts;
            fast += ((drive * constants.Fast.Milliohms) - fast) * constants.Fast.Share;
            slow += ((drive * constants.Slow.Milliohms) - slow) * constants.Slow.Share;
            _fastMillivolts = fast;
            _slowMillivolts = slow;
            if (moved != 0 || _cells.BranchMillivolts != 0f)
            {
                UpdateBranch(moved);
            }

            float polarisation = fast + slow + (_cells.BranchMillivolts * constants.CellCount) + _cells.KneeSum;
            _lossMilliwatts = amps * (polarisation + (amps * Milliohms));
            if (_cellTurn == SecondTimetable.CellSeconds - 1)
            {
                // Neither in the second of the cells nor in that of the limits, which have more work.
                _heat.Step(constants.Cells, _lossMilliwatts, amps);
            }
        }

        // The branch of the curve to which a current takes the cells, and from which they come back at rest.
        [MethodImpl(Inline.Always)]
        private void UpdateBranch(long moved)
        {
            float limit = _constants.BranchMillivolts * _warmth;
            float branch = _cells.BranchMillivolts;
            float share = (float)moved / _capacityMilliampMilliseconds;
            if (share < 0f)
            {
                float lowest = limit * DischargePart;
                branch += limit * share * (branch > 0f ? DischargeRate : SettleRate);
                branch = branch > lowest ? branch : lowest;
                if (branch > 0f)
                {
                    branch = Relaxed(branch, 0f, limit, 1);
                }
            }
            else if (limit > 0f)
            {
                float part = share * PartPerShare;
                float target = share == 0f ? 0f : limit * (part < SmallestPart ? SmallestPart : part < 1f ? part : 1f);
                if (share > 0f && branch < target)
                {
                    branch += limit * share * ChargeRate;
                    branch = branch < target ? branch : target;
                }
                else if (branch != target)
                {
                    branch = Relaxed(branch, target, limit, share > 0f ? FollowFactor : 1);
                }
            }

            _cells.BranchMillivolts = branch;
        }

        private float Relaxed(float branch, float target, float limit, int seconds)
        {
            float above = branch - target;
            int bin = (int)((above < 0f ? -above : above) * RelaxationBins / limit);
            return branch - (above * seconds / _constants.RelaxationSeconds[bin < RelaxationBins ? bin : RelaxationBins - 1]);
        }

        private void Update(bool isEveryCell)
        {
            BatteryConstants constants = _constants;
            long capacity = _capacityMilliampMilliseconds;
            long charge = _countedMilliampMilliseconds * Permille;
            int counted = _socPermille;
            long above = charge - (counted * capacity);
            if (above < 0 || above >= capacity)
            {
                // Divided only where it has left the permille of the second before, which takes ten seconds and more.
                counted = charge <= 0 ? 0 : (int)(charge / capacity);
            }

            if ((counted != _socPermille && (isEveryCell || counted <= constants.CountedAsShownPermille))
                || (isEveryCell && (ToDecidegrees(_heat.Degrees) != _temperatureDecidegrees || IsColdBranch())))
            {
                UpdateConditions();
            }

            float soc = (float)_chargeMilliampMilliseconds / capacity;
            float amps = _currentMilliamps / 1000f;
            float over = _cells.BranchMillivolts + ((_fastMillivolts + _slowMillivolts) * constants.CellCountInverse);
            float drop = amps * Milliohms;
            if (isEveryCell)
            {
                _cells.Update(soc, amps, over + (drop * constants.CellCountInverse));
            }
            else
            {
                _cells.Extrapolate(soc, amps, over + (drop * constants.CellCountInverse));
            }

            int cellMax = (int)(_cells.HighestMillivolts + 0.5f);
            int cellMin = (int)(_cells.LowestMillivolts + 0.5f);
            if (cellMin < 0 || cellMax > CellMaxReadableMillivolts)
            {
                // A line that was followed past the end of the curve says any voltage; what every cell has ends where the curve does.
                _cells.Update(soc, amps, over + (drop * constants.CellCountInverse));
                cellMin = Readable((int)(_cells.LowestMillivolts + 0.5f));
                cellMax = Readable((int)(_cells.HighestMillivolts + 0.5f));
            }

            _cellMaxMillivolts = cellMax;
            _cellMinMillivolts = cellMin;
            float source = _cells.OcvSum + _cells.KneeSum + (over * constants.CellCount);
            int voltage = (int)(source + drop + 0.5f);
            _sourceMicrovolts = (int)(source * 1000f);
            _voltageMillivolts = voltage < 0 ? 0 : voltage;
            _socPermille = counted <= constants.CountedAsShownPermille
                ? counted : Shown(counted, over - _cells.BranchMillivolts + (drop * constants.CellCountInverse));
        }

        // The cold keeps charge back while it is drawn.
        private bool IsColdBranch()
        {
            return _cells.BranchMillivolts < 0f && _temperatureDecidegrees < WholeCapacityDecidegrees;
        }

        // What depends on temperature and SOC is worked out when one of them has changed; current sharing uses it from the next step on.
        private void UpdateConditions()
        {
            BatteryConstants constants = _constants;
            int temperature = ToDecidegrees(_heat.Degrees);
            _temperatureDecidegrees = temperature;
            float soc = (float)_chargeMilliampMilliseconds / _capacityMilliampMilliseconds;
            float warmth = constants.Resistances.PermilleAt(temperature) * CellConditions.ResistanceAt(soc) / 1000f;
            Milliohms = Milliohms / _warmth * warmth;
            _warmth = warmth;
            float shift = CellConditions.MillivoltsAt(soc, temperature);
            float branch = _cells.BranchMillivolts;
            if (IsColdBranch())
            {
                // What the cold keeps back is as if it were drawn already, in the measure in which the cells are on their branch of discharge.
                int left = constants.Capacities.PermilleAt(temperature);
                float used = (1f - soc) * 1000f / (left > 0 ? left : 1);
                float part = branch / (constants.BranchMillivolts * warmth * DischargePart);
                shift += (constants.Cells.Curve.MillivoltsAt(1f - used) - constants.Cells.Curve.MillivoltsAt(soc)) * (part < 1f ? part : 1f);
            }

            _cells.ShiftMillivolts = shift;
        }

        // A gauge that follows the voltage takes for charge what current does to it, but for the branch of the curve, which it was made for.
        private int Shown(int counted, float overMillivolts)
        {
            int shown = _full.Shown(_constants, counted);
            if (!ShowsVoltage && !_constants.GaugesFollowVoltage)
            {
                return shown;
            }

            int seen = shown + (int)(overMillivolts * VoltageGaugePermillePerMillivolt);
            return seen < 0 ? 0 : seen > Permille ? Permille : seen;
        }

        private int CountedPermille()
        {
            return _countedMilliampMilliseconds <= 0 ? 0 : (int)(_countedMilliampMilliseconds * Permille / _capacityMilliampMilliseconds);
        }

        private void UpdateFull()
        {
            int counted = CountedPermille();
            if (_full.Extrapolate(_constants, SecondTimetable.CellSeconds, counted, _voltageMillivolts, _cellMaxMillivolts, _currentMilliamps))
            {
                _countedMilliampMilliseconds = _capacityMilliampMilliseconds;
                _socPermille = Permille;
            }
        }

        [MethodImpl(Inline.Always)]
        private void Protect()
        {
            int current = _currentMilliamps;
            if (_protections.IsQuiet(_cellMaxMillivolts, _cellMinMillivolts, _voltageMillivolts, current, _temperatureDecidegrees, _heat.FetDegrees))
            {
                return;
            }

            int[] quantities = _constants.Quantities;
            quantities[(int)Quantity.CellMax] = _cellMaxMillivolts;
            quantities[(int)Quantity.CellMin] = _cellMinMillivolts;
            quantities[(int)Quantity.Voltage] = _voltageMillivolts;
            quantities[(int)Quantity.ChargeCurrent] = current > 0 ? current : 0;
            quantities[(int)Quantity.DischargeCurrent] = current < 0 ? -current : 0;
            quantities[(int)Quantity.ChargeTemperature] = _temperatureDecidegrees;
            quantities[(int)Quantity.DischargeTemperature] = _temperatureDecidegrees;
            quantities[(int)Quantity.FetTemperature] = ToDecidegrees(_heat.FetDegrees);
            _protections.StepOneSecond(quantities);
        }
    }
}
