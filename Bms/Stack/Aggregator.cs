using System.Runtime.CompilerServices;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>Makes the bank's report out of what a master received from its batteries.</summary>
    public sealed class Aggregator
    {
        private const int FullPermille = 1000;

        // dbus-serialbattery: at most 1 mV in a second.
        private const int RampMillivoltsPerSecond = 1;

        private readonly AggregationPolicies _policies;
        private readonly ChargeRequests _requests;
        private readonly string _manufacturerName;
        private readonly int _chargeVoltageLimitMillivolts;
        private readonly int _dischargeVoltageLimitMillivolts;
        private readonly int _floatMillivolts;
        private readonly bool _expectsFollowers;

        // Seconds since the bank is full, as far as anybody asks for them; 0 while it is not.
        private int _fullSeconds;
        private int _askedMillivolts;
        private int _expectedFollowers = -1;
        private int _slot;
        private int _count;
        private int _voltageMillivolts;
        private int _currentMilliamps;
        private int _temperatureDecidegrees;
        private int _temperatureMaxDecidegrees;
        private int _temperatureMinDecidegrees;
        private long _socPermilleMilliampereHours;
        private int _socMaxPermille;
        private int _socMinPermille;
        private int _sohPermille;
        private int _capacityMilliampereHours;
        private int _chargeLimitMilliamps;
        private int _chargeLimitMinMilliamps;
        private int _dischargeLimitMilliamps;
        private int _dischargeLimitMinMilliamps;
        private int _anyProtections;
        private int _allProtections;
        private int _anyAlarms;
        private bool _isBeyondGap;
        private bool _isGapped;
        private bool _isAnyLost;

        /// <summary>Makes an aggregator for a product.</summary>
        public Aggregator(BatteryProfile profile, AggregationPolicies policies)
        {
            _policies = policies;
            _requests = new ChargeRequests(profile);
            _manufacturerName = profile.TextOf(ProfileKey.ManufacturerName);
            _chargeVoltageLimitMillivolts = profile.NumberOf(ProfileKey.ChargeVoltageLimitMillivolts);
            _dischargeVoltageLimitMillivolts = profile.NumberOf(ProfileKey.DischargeVoltageLimitMillivolts);
            _floatMillivolts = profile.NumberOf(ProfileKey.FloatVoltageMillivolts);
            _askedMillivolts = _chargeVoltageLimitMillivolts;
            _expectsFollowers = profile.NumberOf(ProfileKey.ExpectsFollowerCount) != 0;
        }

        /// <summary>Followers that the switches of the master announce; -1 where nobody set them.</summary>
        public int ExpectedFollowers { get { return _expectedFollowers; } set { _expectedFollowers = value; } }

        /// <summary>Force-charge and full-charge requests.</summary>
        public ChargeRequests Requests { get { return _requests; } }

        /// <summary>Starts over.</summary>
        public void Begin()
        {
            _slot = 0;
            _count = 0;
            _isBeyondGap = false;
            _isGapped = false;
            _isAnyLost = false;
            _voltageMillivolts = 0;
            _currentMilliamps = 0;
            _temperatureDecidegrees = 0;
            _temperatureMaxDecidegrees = int.MinValue;
            _temperatureMinDecidegrees = int.MaxValue;
            _socPermilleMilliampereHours = 0;
            _socMaxPermille = int.MinValue;
            _socMinPermille = int.MaxValue;
            _sohPermille = 0;
            _capacityMilliampereHours = 0;
            _chargeLimitMilliamps = 0;
            _chargeLimitMinMilliamps = int.MaxValue;
            _dischargeLimitMilliamps = 0;
            _dischargeLimitMinMilliamps = int.MaxValue;
            _anyProtections = 0;
            _allProtections = BmsFlags.All;
            _anyAlarms = 0;
        }

        /// <summary>Takes in the next batteries of the chain; a board does it a few at a time, so that no moment has all the work.</summary>
        /// <param name="chain">What was received.</param>
        /// <param name="slots">Places in the numbering to take in.</param>
        /// <returns>True if there are more.</returns>
        [MethodImpl(Inline.Always)]
        public bool Add(ChainMaster chain, int slots)
        {
            int count = chain.SlotCount;
            int end = _slot + slots < count ? _slot + slots : count;
            while (_slot < end)
            {
                int[] view = chain.ViewAt(_slot);
                if (IsCounted(view))
                {
                    Add(view);
                }

                _slot++;
            }

            return _slot < count;
        }

        /// <summary>Writes the report, once a second, when all batteries were taken in.</summary>
        public void WriteOneSecond(ChainMaster chain, BankReport report)
        {
            int[] master = chain.ViewAt(0);
            int count = _count;
            int capacity = _capacityMilliampereHours;
            bool isFull = _socMinPermille >= FullPermille || (_fullSeconds != 0 && _chargeLimitMilliamps == 0);
            _fullSeconds = !isFull ? 0 : _fullSeconds > _policies.FullDelaySeconds ? _fullSeconds : _fullSeconds + 1;
            report.ChargeVoltageLimitMillivolts = NextVoltage();
            report.DischargeVoltageLimitMillivolts = _dischargeVoltageLimitMillivolts;
            report.VoltageMillivolts = _voltageMillivolts / count;
            report.CurrentMilliamps = _currentMilliamps;
            report.SohPermille = _sohPermille / count;
            report.CapacityMilliampereHours = _capacityMilliampereHours;
            report.TemperatureDecidegrees = _policies.Temperature == TemperaturePolicy.Highest ? _temperatureMaxDecidegrees
                : _policies.Temperature == TemperaturePolicy.Lowest ? _temperatureMinDecidegrees : _temperatureDecidegrees / count;
            report.SocPermille = _policies.SocInForce == SocPolicy.Highest ? _socMaxPermille
                : _policies.SocInForce == SocPolicy.Lowest ? _socMinPermille
                : _policies.SocInForce == SocPolicy.Master || capacity == 0 ? master[BatteryAnswer.SocPermille]
                : (int)(_socPermilleMilliampereHours / capacity);
            report.ChargeCurrentLimitMilliamps = _policies.Limits == LimitPolicy.Weakest ? _chargeLimitMinMilliamps * count
                : _policies.Limits == LimitPolicy.Master ? master[BatteryAnswer.ChargeCurrentLimitMilliamps] : _chargeLimitMilliamps;
            report.DischargeCurrentLimitMilliamps = _policies.Limits == LimitPolicy.Weakest ? _dischargeLimitMinMilliamps * count
                : _policies.Limits == LimitPolicy.Master ? master[BatteryAnswer.DischargeCurrentLimitMilliamps] : _dischargeLimitMilliamps;
            report.ChargeEnabled = report.ChargeCurrentLimitMilliamps > 0 || (isFull && KeepsEnable() && !IsChargeBlocked());
            report.DischargeEnabled = report.DischargeCurrentLimitMilliamps > 0;
            report.ModulesOnline = count;
            report.ManufacturerName = _manufacturerName;
            SetFlags(report);
            _requests.RunOneSecond(report);
            report.ApplyProtocolBounds();
        }

        private bool KeepsEnable()
        {
            return !_policies.FullDropsEnable || _fullSeconds <= _policies.FullDelaySeconds;
        }

        private int NextVoltage()
        {
            FullVoltagePolicy policy = _policies.FullVoltage;
            int target = _fullSeconds != 0 && policy != FullVoltagePolicy.Keep ? _floatMillivolts : _chargeVoltageLimitMillivolts;
            if (policy != FullVoltagePolicy.Ramp || target == _askedMillivolts)
            {
                _askedMillivolts = target;
            }
            else
            {
                _askedMillivolts += target > _askedMillivolts ? RampMillivoltsPerSecond : -RampMillivoltsPerSecond;
            }

            return _askedMillivolts;
        }

        // A bank that is merely full keeps its charge enable where the product does; one that protects itself does not.
        private bool IsChargeBlocked()
        {
            const int Blocking = BmsFlags.OverVoltage | BmsFlags.ChargeOverCurrent | BmsFlags.OverTemperature | BmsFlags.UnderTemperature;
            return (_anyProtections & Blocking) != 0;
        }

        // The master itself, then everybody up to the first address that never answered; beyond it only if the policy skips gaps.
        [MethodImpl(Inline.Always)]
        private bool IsCounted(int[] view)
        {
            int state = view[BatteryView.StateIndex];
            if ((state & BatteryView.KnownBit) == 0)
            {
                _isBeyondGap = _policies.Gaps != GapPolicy.Skip;
                return false;
            }

            if (_isBeyondGap)
            {
                _isGapped = true;
                return false;
            }

            bool isOnline = (state & BatteryView.OnlineBit) != 0;
            _isAnyLost = _isAnyLost || !isOnline;
            return isOnline;
        }

        [MethodImpl(Inline.Always)]
        private void Add(int[] view)
        {
            // From the end: a compiler that has seen the last index to be inside need not look at the others.
            _anyAlarms |= view[BatteryAnswer.Alarms];
            int temperature = view[BatteryAnswer.TemperatureDecidegrees];
            int soc = view[BatteryAnswer.SocPermille];
            int charge = view[BatteryAnswer.ChargeCurrentLimitMilliamps];
            int discharge = view[BatteryAnswer.DischargeCurrentLimitMilliamps];
            int capacity = view[BatteryAnswer.CapacityMilliampereHours];
            _count++;
            _voltageMillivolts += view[BatteryAnswer.VoltageMillivolts];
            _currentMilliamps += view[BatteryAnswer.CurrentMilliamps];
            _sohPermille += view[BatteryAnswer.SohPermille];
            _socPermilleMilliampereHours += (long)soc * capacity;
            _capacityMilliampereHours += capacity;
            _chargeLimitMilliamps += charge;
            _dischargeLimitMilliamps += discharge;
            _temperatureDecidegrees += temperature;
            int protections = view[BatteryAnswer.Protections];
            _anyProtections |= protections;
            _allProtections &= protections;
            if (temperature > _temperatureMaxDecidegrees)
            {
                _temperatureMaxDecidegrees = temperature;
            }

            if (temperature < _temperatureMinDecidegrees)
            {
                _temperatureMinDecidegrees = temperature;
            }

            if (soc > _socMaxPermille)
            {
                _socMaxPermille = soc;
            }

            if (soc < _socMinPermille)
            {
                _socMinPermille = soc;
            }

            if (charge < _chargeLimitMinMilliamps)
            {
                _chargeLimitMinMilliamps = charge;
            }

            if (discharge < _dischargeLimitMinMilliamps)
            {
                _dischargeLimitMinMilliamps = discharge;
            }
        }

        private void SetFlags(BankReport report)
        {
            int alarms = _anyAlarms;
            int protections = _anyProtections;
            if (_policies.Flags == FlagPolicy.All)
            {
                alarms |= _anyProtections & ~_allProtections;
                protections = _allProtections;
            }

            bool isMiscounted = _expectsFollowers && _expectedFollowers >= 0 && _expectedFollowers != _count - 1;
            if (_isAnyLost || isMiscounted || (_isGapped && _policies.Gaps == GapPolicy.StopAndAlarm))
            {
                alarms |= BmsFlags.System;
            }

            if (_policies.FullRaisesAlarm && _fullSeconds != 0 && report.VoltageMillivolts > _floatMillivolts)
            {
                alarms |= BmsFlags.OverVoltage;
            }

            report.Alarms = alarms;
            report.Protections = protections;
        }
    }
}
