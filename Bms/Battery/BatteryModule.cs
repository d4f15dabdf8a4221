using System.Runtime.CompilerServices;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>One battery of the bank: cells, switches, BMS and the path to its terminals.</summary>
    /// <remarks>
    /// Between two of its steps a battery is a source of constant voltage behind its series resistance. The bank finds the current through it;
    /// the battery's own step, once a second, moves the charge that went through, and updates source voltage, measurements, protections and limits.
    /// This file holds the parts of a battery and the order of that step. The others, one object with it because an object costs the board's
    /// memory and a call its time: Charge (charge, capacity, gauge), Voltage (cells, resistance, temperature), Path (FETs, limits, limiter) and
    /// Deviations (what is different about this one battery).
    /// </remarks>
    public sealed partial class BatteryModule
    {
        /// <summary>Time between two steps of a battery, ms.</summary>
        public const int StepMilliseconds = SecondTimetable.SecondMilliseconds;

        private const int Permille = 1000;

        private readonly BatteryConstants _constants;
        private readonly DipSwitch _dipSwitch;
        private readonly CellString _cells;
        private readonly CellHeat _heat;
        private readonly BmsPower _power;
        private readonly ProtectionRunner _protections;
        private readonly FullCharge _full;

        private int _currentMilliamps;
        private int _address;
        private int _cellTurn;

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

        /// <summary>True while the BMS is awake and speaks.</summary>
        public bool IsRunning { get { return _power.State == PowerState.Running; } }

        /// <summary>Current that the BMS measures, mA, charging positive.</summary>
        public int CurrentMilliamps { get { return _currentMilliamps; } }

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

        private void ReadSwitches()
        {
            if (_dipSwitch.SwitchCount > 0)
            {
                _address = _dipSwitch.Value;
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

            // Each row of a current has a level above 0, so that what flows the other way is beyond none.
            quantities[(int)Quantity.ChargeCurrent] = current;
            quantities[(int)Quantity.DischargeCurrent] = -current;
            quantities[(int)Quantity.ChargeTemperature] = _temperatureDecidegrees;
            quantities[(int)Quantity.DischargeTemperature] = _temperatureDecidegrees;
            quantities[(int)Quantity.FetTemperature] = ToDecidegrees(_heat.FetDegrees);
            _protections.StepOneSecond(quantities);
        }

        [MethodImpl(Inline.Always)]
        private static int ToDecidegrees(float degrees)
        {
            return (int)((degrees * 10f) + (degrees < 0f ? -0.5f : 0.5f));
        }
    }
}
