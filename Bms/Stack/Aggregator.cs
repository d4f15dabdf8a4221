using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>Makes the bank's report out of what a master heard of its batteries.</summary>
    public sealed class Aggregator
    {
        private const int Permille = 1000;

        private readonly AggregationPolicies _policies;
        private readonly ChargeRequests _requests;
        private readonly string _manufacturerName;
        private readonly int _chargeVoltageLimitMillivolts;
        private readonly int _dischargeVoltageLimitMillivolts;
        private readonly bool _expectsFollowers;
        private int _expectedFollowers = -1;
        private int _count;
        private int _anyProtections;
        private int _allProtections;
        private int _alarms;
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
            _expectsFollowers = profile.NumberOf(ProfileKey.ExpectsFollowerCount) != 0;
        }

        /// <summary>Followers that the switches of the master announce; -1 where nobody set them.</summary>
        public int ExpectedFollowers { get { return _expectedFollowers; } set { _expectedFollowers = value; } }

        /// <summary>Force-charge and full-charge requests.</summary>
        public ChargeRequests Requests { get { return _requests; } }

        /// <summary>Writes the report, once a second.</summary>
        public void RunOneSecond(ChainMaster chain, BankReport report)
        {
            Count(chain);
            Sum(chain, report);
            report.ChargeVoltageLimitMillivolts = _chargeVoltageLimitMillivolts;
            report.DischargeVoltageLimitMillivolts = _dischargeVoltageLimitMillivolts;
            report.ChargeEnabled = report.ChargeCurrentLimitMilliamps > 0;
            report.DischargeEnabled = report.DischargeCurrentLimitMilliamps > 0;
            report.ModulesOnline = _count;
            report.ManufacturerName = _manufacturerName;
            SetFlags(report);
            _requests.RunOneSecond(report);
        }

        // The master itself, then everybody up to the first address that never answered; beyond it only if the policy skips gaps.
        private void Count(ChainMaster chain)
        {
            bool stopsAtGap = _policies.Gaps != GapPolicy.Skip;
            bool isBeyondGap = false;
            _isGapped = false;
            _isAnyLost = false;
            _count = 0;
            int slots = chain.SlotCount;
            for (int slot = 0; slot < slots; slot++)
            {
                BatteryView view = chain.ViewAt(slot);
                bool isKnown = view.IsKnown;
                if (!isKnown)
                {
                    isBeyondGap = true;
                }
                else if (isBeyondGap && stopsAtGap)
                {
                    _isGapped = true;
                }
                else if (!view.IsOnline)
                {
                    _isAnyLost = true;
                }

                view.IsCounted = isKnown && view.IsOnline && !(isBeyondGap && stopsAtGap);
                if (view.IsCounted)
                {
                    _count++;
                }
            }
        }

        private void Sum(ChainMaster chain, BankReport report)
        {
            BatteryView master = chain.ViewAt(0);
            int voltage = 0;
            int current = 0;
            int temperature = 0;
            int temperatureMax = int.MinValue;
            int temperatureMin = int.MaxValue;
            int soc = 0;
            int socMax = int.MinValue;
            int socMin = int.MaxValue;
            int soh = 0;
            int capacity = 0;
            int chargeLimit = 0;
            int chargeLimitMin = int.MaxValue;
            int dischargeLimit = 0;
            int dischargeLimitMin = int.MaxValue;
            _anyProtections = 0;
            _allProtections = BmsFlags.All;
            _alarms = 0;
            int slots = chain.SlotCount;
            for (int slot = 0; slot < slots; slot++)
            {
                BatteryView view = chain.ViewAt(slot);
                if (!view.IsCounted)
                {
                    continue;
                }

                int ampereHours = view.CapacityMilliampereHours / 1000;
                voltage += view.VoltageMillivolts;
                current += view.CurrentMilliamps;
                soh += view.SohPermille;
                soc += view.SocPermille * ampereHours;
                capacity += view.CapacityMilliampereHours;
                chargeLimit += view.ChargeCurrentLimitMilliamps;
                dischargeLimit += view.DischargeCurrentLimitMilliamps;
                temperature += view.TemperatureDecidegrees;
                temperatureMax = Max(temperatureMax, view.TemperatureDecidegrees);
                temperatureMin = Min(temperatureMin, view.TemperatureDecidegrees);
                socMax = Max(socMax, view.SocPermille);
                socMin = Min(socMin, view.SocPermille);
                chargeLimitMin = Min(chargeLimitMin, view.ChargeCurrentLimitMilliamps);
                dischargeLimitMin = Min(dischargeLimitMin, view.DischargeCurrentLimitMilliamps);
                _anyProtections |= view.Protections;
                _allProtections &= view.Protections;
                _alarms |= view.Alarms;
            }

            int count = _count;
            int capacityAmpereHours = capacity / 1000;
            report.VoltageMillivolts = voltage / count;
            report.CurrentMilliamps = current;
            report.SohPermille = soh / count;
            report.CapacityMilliampereHours = capacity;
            report.TemperatureDecidegrees = _policies.Temperature == TemperaturePolicy.Highest ? temperatureMax
                : _policies.Temperature == TemperaturePolicy.Lowest ? temperatureMin : temperature / count;
            report.SocPermille = _policies.Soc == SocPolicy.Highest ? socMax
                : _policies.Soc == SocPolicy.Lowest ? socMin
                : _policies.Soc == SocPolicy.Master ? master.SocPermille
                : capacityAmpereHours > 0 ? soc / capacityAmpereHours : master.SocPermille;
            if (report.SocPermille > Permille)
            {
                report.SocPermille = Permille;
            }

            report.ChargeCurrentLimitMilliamps = _policies.Limits == LimitPolicy.Weakest ? chargeLimitMin * count
                : _policies.Limits == LimitPolicy.Master ? master.ChargeCurrentLimitMilliamps : chargeLimit;
            report.DischargeCurrentLimitMilliamps = _policies.Limits == LimitPolicy.Weakest ? dischargeLimitMin * count
                : _policies.Limits == LimitPolicy.Master ? master.DischargeCurrentLimitMilliamps : dischargeLimit;
        }

        private void SetFlags(BankReport report)
        {
            int alarms = _alarms;
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

            report.Alarms = alarms;
            report.Protections = protections;
        }

        private static int Max(int first, int second)
        {
            return first > second ? first : second;
        }

        private static int Min(int first, int second)
        {
            return first < second ? first : second;
        }
    }
}
