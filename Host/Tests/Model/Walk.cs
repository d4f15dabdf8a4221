using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>One battery led from empty to full and back as its limits allow; each claim of its profile is looked at on the way.</summary>
    internal sealed class Walk
    {
        private const int StepSeconds = 5;
        private const int NearMillivolts = 700;
        private const int BesideMillivolts = 8;

        // Limits are worked out every third second, gathered in the next and sent in the one after that.
        private const int BehindMilliseconds = 10_000;

        // What CCL comes from between empty and full at room temperature.
        private static readonly ProfileKey[] ChargeKeys =
        [
            ProfileKey.ChargeTaperStartPermille, ProfileKey.ChargeTaperPercent, ProfileKey.ChargeStepOneCellMillivolts,
            ProfileKey.ChargeStepOnePercent, ProfileKey.ChargeStepTwoCellMillivolts, ProfileKey.ChargeStepTwoPercent,
            ProfileKey.ChargeStepThreeCellMillivolts, ProfileKey.ChargeStepThreePercent, ProfileKey.ChargeStopCellMillivolts,
            ProfileKey.ChargeStepReleaseCellMillivolts,
            ProfileKey.ContinuousCurrentMilliamps,
        ];

        private readonly BatteryProfile _profile;
        private readonly Rack _rack;
        private readonly SortedSet<string> _faults = new(StringComparer.Ordinal);
        private readonly HashSet<ProfileKey> _requested = [];
        private readonly Queue<(long Milliseconds, int Least, int Most)> _bands = new();
        private int _stepReached;
        private int _stepPossible;
        private long _lowSince;
        private bool _isPeakUsedUp;
        private double _peakSeconds;

        public Walk(string name, int percent)
            : this(ProfileCatalogue.Create(name), ProfileCatalogue.Create(name), percent)
        {
        }

        /// <param name="played">What the bank is.</param>
        /// <param name="claimed">What is expected of it.</param>
        /// <param name="percent">SOC at which the walk begins.</param>
        public Walk(BatteryProfile played, BatteryProfile claimed, int percent)
        {
            _profile = claimed;
            _rack = new Rack(played, soc: percent * 10);
            _rack.Wait(3);
        }

        /// <summary>What did not hold.</summary>
        public IReadOnlyCollection<string> Faults => _faults;

        /// <summary>Rows of the profile that were looked at.</summary>
        public HashSet<ProfileKey> Claimed { get; } = [];

        private int Soc => _rack.SocOnWire;

        private BatteryModule Battery => _rack.Battery(1);

        private int CurrentMilliamps => _rack.Bank.Bank.CurrentMilliamps;

        public void ChargeToFull()
        {
            double nearSeconds = 0;
            while (Soc < 100)
            {
                if (_rack.Now > 12 * 3_600_000L)
                {
                    Fault($"never full: {Soc} %, {_rack.VoltageOnWire} mV, CCL {_rack.ChargeLimitOnWire} mA");
                    return;
                }

                int room = Number(ProfileKey.ChargeVoltageLimitMillivolts) - _rack.Bank.Bank.VoltageMillivolts;
                bool isNear = room < NearMillivolts || Soc >= 97 || Battery.CellMaxMillivolts > StepLevels.Min() - 60;
                int most = Math.Max(0, CurrentMilliamps + (room * 50));
                _rack.Current(Math.Min(_rack.ChargeLimitOnWire, isNear ? most : int.MaxValue) / 1000.0);
                Wait(1);
                CheckAlways(false);
                CheckCharge();
                nearSeconds = CouldBeFull() ? nearSeconds + 1 : 0;
                Claim(ProfileKey.FullHoldPermille, Soc == 100 || Soc <= Number(ProfileKey.FullHoldPermille) / 10, $"{Soc} % before full");
            }

            // Looked at every third second, and shown a burst or two later.
            Claim(ProfileKey.FullSeconds, nearSeconds >= Number(ProfileKey.FullSeconds) - 6, $"full after {nearSeconds} s near CVL and below the tail");
            Claim(ProfileKey.FullTailPermille, CurrentMilliamps <= (Tail * 11 / 10) + 200, $"full at {CurrentMilliamps} mA");
        }

        public void RestWhileFull()
        {
            _rack.Current(0);
            int delay = Number(ProfileKey.FullDelaySeconds);
            for (int second = 0; second < 600 + delay; second += StepSeconds)
            {
                Wait(StepSeconds);
                CheckAlways(true);
                bool isBeside = Math.Abs(second + StepSeconds - delay) < 20 && delay != 0;
                CheckFull(second + StepSeconds < delay, isBeside);
            }

            bool isOpen = _profile.NumberOf(ProfileKey.FullOpensChargeFet) != 0;
            _rack.Current(1);
            Wait(1);
            Claim(ProfileKey.FullOpensChargeFet, isOpen == (CurrentMilliamps == 0), $"{CurrentMilliamps} mA into a full battery");
            _rack.Current(0);
        }

        public void DischargeToEmpty()
        {
            CheckRelease();
            bool refuses = true;
            while (_rack.DischargeLimitOnWire > 0 && Battery.IsRunning)
            {
                _rack.Current(-Math.Min(_rack.DischargeLimitOnWire, Number(ProfileKey.CapacityMilliampereHours)) / 1000.0);
                Wait(StepSeconds);
                if (_rack.DischargeLimitOnWire == 0 || !Battery.CanDischarge)
                {
                    break;
                }

                CheckAlways(refuses && Soc >= Number(ProfileKey.RechargePermille) / 10);
                refuses = CheckRecharge(refuses);
                CheckDischarge();
                if (_rack.Now > 60 * 3_600_000L)
                {
                    Fault("never empty");
                    return;
                }
            }

            Claim(ProfileKey.RechargePermille, !refuses, "never took charge again");
            bool isStopped = Soc == 0 || Battery.CellMinMillivolts <= Number(ProfileKey.DischargeStopCellMillivolts) + 120;
            Claim(ProfileKey.DischargeStopCellMillivolts, isStopped, $"DCL 0 at {Soc} % and {Battery.CellMinMillivolts} mV");
        }

        public void FallAsleep()
        {
            _rack.Current(0);
            int seconds = Number(ProfileKey.SleepSeconds);
            for (int second = 0; second < seconds + 7200 && Battery.IsRunning; second += StepSeconds)
            {
                Wait(StepSeconds);
            }

            double low = (_rack.Now - _lowSince) / 1000.0;
            Claim(ProfileKey.SleepSeconds, Battery.IsRunning || Math.Abs(low - seconds) <= 15, $"asleep after {low} s at rest below the level");
            int level = Number(ProfileKey.SleepCellMillivolts);
            Claim(ProfileKey.SleepCellMillivolts, !Battery.IsRunning || Battery.CellMinMillivolts >= level, $"awake at {Battery.CellMinMillivolts} mV");
        }

        private int Tail => (int)((long)Number(ProfileKey.CapacityMilliampereHours) * Number(ProfileKey.FullTailPermille) / 1000);

        private void CheckAlways(bool isFull)
        {
            bool isFloat = isFull && _profile.TextOf(ProfileKey.FullChargeVoltage) != "keep" && Number(ProfileKey.ChargeFullPercent) == 0;
            int cvl = Number(isFloat ? ProfileKey.FloatVoltageMillivolts : ProfileKey.ChargeVoltageLimitMillivolts);
            bool mayBeEither = _profile.TextOf(ProfileKey.FullChargeVoltage) != "keep" && !isFloat && Soc >= Number(ProfileKey.RechargePermille) / 10;
            int asked = _rack.Bank.Report.ChargeVoltageLimitMillivolts;
            _ = isFull && Claimed.Add(ProfileKey.FloatVoltageMillivolts) && Claimed.Add(ProfileKey.FullChargeVoltage);
            Claim(ProfileKey.ChargeVoltageLimitMillivolts, asked == cvl || mayBeEither || IsRamp, $"CVL {asked} instead of {cvl} at {Soc} %");
            int dvl = Rack.S16(_rack.LastOf(0x351), 6) * 100;
            Claim(ProfileKey.DischargeVoltageLimitMillivolts, Math.Abs(dvl - Number(ProfileKey.DischargeVoltageLimitMillivolts)) <= 50, $"DVL {dvl}");
            Claim(ProfileKey.ProtectionSet, Battery.Protections.Protections == 0 || Soc <= 1, $"protections {_rack.ProtectionsOnWire:X4} at {Soc} %");
            CheckRequests();
            CheckName();
        }

        private void CheckName()
        {
            string name = System.Text.Encoding.ASCII.GetString(_rack.LastOf(0x35E)).TrimEnd(' ', '\0');
            Claim(ProfileKey.ManufacturerName, name == _profile.TextOf(ProfileKey.ManufacturerName).TrimEnd(), $"name {name}");
            int capacity = Rack.S16(_rack.LastOf(0x379), 0) & 0xFFFF;
            Claim(ProfileKey.CapacityMilliampereHours, Math.Abs((capacity * 1000) - Number(ProfileKey.CapacityMilliampereHours)) <= 500, $"{capacity} Ah");
            Claim(ProfileKey.CellCount, Battery.CellCount == Number(ProfileKey.CellCount), $"{Battery.CellCount} cells");
        }

        private bool IsRamp => _profile.TextOf(ProfileKey.FullChargeVoltage) == "ramp";

        private void CheckRequests()
        {
            int requests = _rack.LastOf(0x35C)[0];
            CheckRequest(requests & 0x20, ProfileKey.ForceChargeBit5OnPermille, ProfileKey.ForceChargeBit5OffPermille);
            CheckRequest(requests & 0x10, ProfileKey.ForceChargeBit4OnPermille, ProfileKey.ForceChargeBit4OffPermille);
        }

        // What lies within a percent of a level may be either: the wire has whole percents, and a burst is a second old.
        private void CheckRequest(int bit, ProfileKey on, ProfileKey off)
        {
            int permille = Battery.SocPermille;
            Claim(on, bit != 0 || Number(on) < 0 || permille > Number(on) - 10, $"no request at {permille} permille");
            Claim(off, bit == 0 || permille < Number(off) + 12, $"a request at {permille} permille");
            Claim(off, bit != 0 || !_requested.Contains(on) || permille > Number(off) - 10, $"no request any more at {permille} permille");
            _ = bit != 0 ? _requested.Add(on) : _requested.Remove(on);
        }

        private void CheckCharge()
        {
            int cell = Battery.CellMaxMillivolts;
            TrackSteps(cell);
            int least = Part(_stepPossible, Soc >= TaperStart - 1);
            int most = Part(_stepReached, Soc > TaperStart + 1);
            int limit = _rack.ChargeLimitOnWire;

            // The wire is some seconds behind the cells.
            _bands.Enqueue((_rack.Now, least, most));
            Claimed.UnionWith(ChargeKeys);
            while (_bands.Peek().Milliseconds < _rack.Now - BehindMilliseconds)
            {
                _bands.Dequeue();
            }

            bool isWithin = limit >= _bands.Min(static band => band.Least) - 100 && limit <= _bands.Max(static band => band.Most) + 100;
            Claim(ProfileKey.ChargeCurrentLimitMilliamps, isWithin || IsPeakOver, $"CCL {limit} instead of {least} to {most} at {Soc} % and {cell} mV");
        }

        // A cell beside a level may have been seen on either side of it; below the release voltage all steps are taken back.
        private void TrackSteps(int cell)
        {
            int release = Number(ProfileKey.ChargeStepReleaseCellMillivolts);
            int reached = StepLevels.Count(level => cell >= level + BesideMillivolts);
            _stepReached = cell < release + BesideMillivolts ? 0 : Math.Max(_stepReached, reached);
            int possible = StepLevels.Count(level => cell >= level - BesideMillivolts);
            _stepPossible = cell < release - BesideMillivolts ? possible : Math.Max(_stepPossible, possible);
        }

        private int TaperStart => Number(ProfileKey.ChargeTaperStartPermille) / 10;

        private IEnumerable<int> StepLevels =>
        [
            Number(ProfileKey.ChargeStepOneCellMillivolts), Number(ProfileKey.ChargeStepTwoCellMillivolts),
            Number(ProfileKey.ChargeStepThreeCellMillivolts), Number(ProfileKey.ChargeStopCellMillivolts),
        ];

        private int Part(int step, bool tapers)
        {
            int[] percents =
            [
                100, Number(ProfileKey.ChargeStepOnePercent), Number(ProfileKey.ChargeStepTwoPercent), Number(ProfileKey.ChargeStepThreePercent), 0,
            ];
            int percent = tapers ? Math.Min(percents[step], Number(ProfileKey.ChargeTaperPercent)) : percents[step];
            return Number(ProfileKey.ChargeCurrentLimitMilliamps) / 100 * percent;
        }

        private bool CouldBeFull()
        {
            bool isAtLimit = Battery.VoltageMillivolts >= Number(ProfileKey.ChargeVoltageLimitMillivolts) - 150;
            bool isAtStop = Battery.CellMaxMillivolts >= Number(ProfileKey.ChargeStopCellMillivolts) - 10 || _stepPossible == 4;
            return CurrentMilliamps <= Tail + 200 && (isAtLimit || isAtStop);
        }

        private void CheckFull(bool isEarly, bool isBeside)
        {
            Claim(ProfileKey.FullReleasePermille, Soc == 100, $"{Soc} % while full and at rest");
            int allowed = Number(ProfileKey.ChargeCurrentLimitMilliamps) / 100 * Number(ProfileKey.ChargeFullPercent);
            bool stepsDown = _rack.ChargeLimitOnWire <= allowed + 100;
            bool isOpen = Number(ProfileKey.FullOpensChargeFet) != 0;
            int charge = _rack.ChargeLimitOnWire;
            Claim(ProfileKey.ChargeFullPercent, stepsDown && (allowed == 0 || isOpen || charge > 0), $"CCL {charge} when full");
            int discharge = _rack.DischargeLimitOnWire;
            Claim(ProfileKey.DischargeCurrentLimitMilliamps, discharge == DischargeMost || IsPeakOver, $"DCL {discharge} when full");
            bool keeps = Number(ProfileKey.FullDropsChargeEnable) == 0;
            bool isEnabled = (_rack.LastOf(0x35C)[0] & 0x80) != 0;
            bool isExpected = keeps || allowed > 0 || isEarly;
            Claim(ProfileKey.FullDropsChargeEnable, isEnabled == isExpected || isBeside, $"charge enable {isEnabled} when full");
            bool isFetOpen = isOpen && !isEarly;
            Claim(ProfileKey.FullDelaySeconds, Battery.CanCharge != isFetOpen || isBeside, $"charge FET {(Battery.CanCharge ? "closed" : "open")}");
            bool isAlarmed = (_rack.AlarmsOnWire & 0x0002) != 0;
            bool mayAlarm = Number(ProfileKey.FullRaisesAlarm) != 0 || (Battery.Protections.Alarms & 1) != 0;
            bool mustAlarm = mayAlarm && _rack.VoltageOnWire > Number(ProfileKey.FloatVoltageMillivolts) + 50;
            Claim(ProfileKey.FullRaisesAlarm, isAlarmed ? mayAlarm : !mustAlarm, $"alarms {_rack.AlarmsOnWire:X4} when full");
        }

        // 100 % until the first share of the capacity was drawn.
        private void CheckRelease()
        {
            long before = Battery.ThroughputMilliampMilliseconds;
            double share = 0;
            _rack.Current(-Number(ProfileKey.CapacityMilliampereHours) / 5000.0);
            while (Soc == 100 && share < 80)
            {
                Wait(1);
                share = (before - Battery.ThroughputMilliampMilliseconds) * 1000.0 / (Battery.CapacityMilliampereHours * 3_600_000.0);
            }

            int release = Number(ProfileKey.FullReleasePermille);
            Claim(ProfileKey.FullReleasePermille, Math.Abs(share - release) <= 8, $"left 100 % after {share:F1} permille");
        }

        // Returns whether it still refuses.
        private bool CheckRecharge(bool refuses)
        {
            int allowed = Number(ProfileKey.ChargeCurrentLimitMilliamps) / 100 * Number(ProfileKey.ChargeFullPercent);
            int recharge = Number(ProfileKey.RechargePermille) / 10;
            bool takes = _rack.ChargeLimitOnWire > allowed + 100 || (allowed > 0 && Soc < recharge - 1);
            if (refuses)
            {
                Claim(ProfileKey.RechargePermille, !takes || Soc <= recharge, $"takes charge at {Soc} %");
                Claim(ProfileKey.RechargePermille, takes || Soc >= recharge - 2, $"refuses at {Soc} %");
            }

            return refuses && !takes;
        }

        private int DischargeMost => Number(ProfileKey.DischargeCurrentLimitMilliamps);

        private bool IsPeakOver => _peakSeconds >= Number(ProfileKey.PeakSeconds) - 60 || _isPeakUsedUp;

        // Above the continuous current the time counts up, below it down; once used up, the limits have to fall.
        private void CheckPeak(int seconds)
        {
            int continuous = Number(ProfileKey.ContinuousCurrentMilliamps);
            bool isAbove = Math.Abs(CurrentMilliamps) > continuous + 1000;
            _peakSeconds = continuous == 0 ? -100_000 : Math.Max(0, _peakSeconds + (isAbove ? seconds : -seconds));
            _isPeakUsedUp = continuous != 0 && (_peakSeconds >= Number(ProfileKey.PeakSeconds) || (_isPeakUsedUp && _peakSeconds > 0));
            Claim(ProfileKey.PeakSeconds, _peakSeconds <= Number(ProfileKey.PeakSeconds) + 30, $"{CurrentMilliamps} mA for {_peakSeconds} s");
        }

        private void CheckDischarge()
        {
            int cell = Battery.CellMinMillivolts;
            int taper = Number(ProfileKey.DischargeTaperCellMillivolts);
            int stop = Number(ProfileKey.DischargeStopCellMillivolts);
            int limit = _rack.DischargeLimitOnWire;
            Claim(ProfileKey.DischargeTaperCellMillivolts, cell < taper + 25 || limit == DischargeMost || IsPeakOver, $"DCL {limit} at {cell} mV");
            bool isBetween = cell < taper - 40 && cell > stop + 25;
            Claim(ProfileKey.DischargeTaperCellMillivolts, !isBetween || limit < DischargeMost, $"DCL still {limit} at {cell} mV");
            Claim(ProfileKey.DischargeCurrentLimitMilliamps, limit <= DischargeMost, $"DCL {limit}");
            Claim(ProfileKey.DischargeStopCellMillivolts, cell > stop - 25 || limit < DischargeMost / 2, $"DCL {limit} at {cell} mV");
        }

        private int Number(ProfileKey key) => _profile.NumberOf(key);

        private void Wait(int seconds)
        {
            _rack.Wait(seconds);
            CheckPeak(seconds);
            bool isLow = Battery.CellMinMillivolts < Number(ProfileKey.SleepCellMillivolts) && Math.Abs(CurrentMilliamps) < 1000;
            _lowSince = isLow || !Battery.IsRunning ? _lowSince : _rack.Now;
        }

        private void Claim(ProfileKey key, bool holds, string what)
        {
            Claimed.Add(key);
            if (!holds)
            {
                Fault($"{ProfileKeys.NameOf(key)}: {what}");
            }
        }

        private void Fault(string what)
        {
            if (_faults.Count < 20)
            {
                _faults.Add(what);
            }
        }
    }
}
