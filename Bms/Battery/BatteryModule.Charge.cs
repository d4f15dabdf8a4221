using System.Runtime.CompilerServices;

namespace BatterySim.Bms.Battery
{
    // Charge in the cells, capacity, and what the gauge makes of them.
    public sealed partial class BatteryModule
    {
        private const long MillisecondsPerHour = 3600000L;
        private const int SurplusSeconds = 3600;

        // Read off the plateau of a cell, where 40 to 95 % lie within 41 mV (Gotion IFP28148115A at rest and 25 degrees): 1.3 % for each mV.
        private const float VoltageGaugePermillePerMillivolt = 13f;

        private long _capacityMilliampMilliseconds;
        private long _chargeMilliampMilliseconds;
        private long _countedMilliampMilliseconds;
        private long _throughputMilliampMilliseconds;
        private long _lostMilliampMilliseconds;
        private int _nominalMilliampereHours;
        private int _sohPermille = Permille;
        private int _socPermille;

        /// <summary>State of charge that the gauge shows, 0 to 1000 permille.</summary>
        /// <remarks>The gauge counts what goes through the terminals and what the BMS draws; it is set right at full.</remarks>
        public int SocPermille { get { return _socPermille; } }

        /// <summary>State of health, 1 to 1000 permille.</summary>
        public int SohPermille { get { return _sohPermille; } }

        /// <summary>Capacity that is left at the present SOH, mAh.</summary>
        public int CapacityMilliampereHours { get { return (int)(_capacityMilliampMilliseconds / MillisecondsPerHour); } }

        /// <summary>Whether the BMS calls the battery full, and the steps of CCL on the way there.</summary>
        public FullCharge Full { get { return _full; } }

        /// <summary>Charge in the cells, mA ms.</summary>
        public long ChargeMilliampMilliseconds { get { return _chargeMilliampMilliseconds; } }

        /// <summary>All charge that went through the terminals since the start, charging positive, mA ms.</summary>
        public long ThroughputMilliampMilliseconds { get { return _throughputMilliampMilliseconds; } }

        /// <summary>All charge since the start that went in unstored, or was stored and left otherwise than through the terminals, mA ms.</summary>
        public long LostMilliampMilliseconds { get { return _lostMilliampMilliseconds; } }

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
                _cells.BranchMillivolts = CurveBranch.AfterOneSecond(
                    constants, _cells.BranchMillivolts, (float)moved / capacity, _warmth);
            }

            float polarisation = fast + slow + (_cells.BranchMillivolts * constants.CellCount) + _cells.KneeSum;
            _lossMilliwatts = amps * (polarisation + (amps * Milliohms));
            if (_cellTurn == SecondTimetable.CellSeconds - 1)
            {
                // Neither in the second of the cells nor in that of the limits, which have more work.
                _heat.Step(constants.Cells, _lossMilliwatts, amps);
            }
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

        // Divided only where it has left the permille of the second before, which takes ten seconds and more.
        [MethodImpl(Inline.Always)]
        private int CountedPermille()
        {
            long capacity = _capacityMilliampMilliseconds;
            long charge = _countedMilliampMilliseconds * Permille;
            long above = charge - (_socPermille * capacity);
            return above >= 0 && above < capacity ? _socPermille : charge <= 0 ? 0 : (int)(charge / capacity);
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
    }
}
