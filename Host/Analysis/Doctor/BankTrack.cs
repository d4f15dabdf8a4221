using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Follows what a battery says of itself from frame to frame, and notes what a rule may object to.</summary>
    /// <remarks>Works on raw values: it looks at a million frames a second. Units are those of the wire: 0.1 V, 0.1 A, 0.1 degC, %.</remarks>
    public sealed class BankTrack
    {
        private const int CvlMin = 400;
        private const int CvlMax = 620;
        private const int TenthsBelow = 1000;
        private const int LimitMax = 20_000;
        private const int SocFull = 95;
        private const int SocLow = 20;
        private const int SocJumpPercent = 5;
        private const int VoltageJumpMillivolts = 3000;
        private const int CvlMarginMillivolts = 200;
        private const int TemperatureMin = -400;
        private const int TemperatureMax = 1000;
        private const int FlowingDeciamps = 50;
        private const ulong FourBytes = 0xFFFF_FFFF;
        private const ulong OneByte = 0xFF;
        private const int Unknown = int.MinValue;

        private int _soc = Unknown;
        private int _millivolts = Unknown;
        private int _deciamps;
        private int _cvl = Unknown;
        private int _ccl = Unknown;
        private int _dcl = Unknown;
        private readonly CanFrame _limits = new();
        private int _requests = Unknown;
        private int _capacity = Unknown;
        private bool _hasProtection;
        private ulong _lastMeasured;
        private long _lastMeasuredMicroseconds = -1;
        private bool _startsAtZero;

        /// <summary>0x351 whose bytes are swapped, or 0x355.</summary>
        public Condition BytesSwapped { get; } = new();

        /// <summary>CVL outside 40 to 62 V.</summary>
        public Condition CvlOutOfRange { get; } = new();

        /// <summary>CVL more than 0.2 V below the bank's voltage.</summary>
        public Condition CvlBelowVoltage { get; } = new();

        /// <summary>DVL above the bank's voltage.</summary>
        public Condition DvlAboveVoltage { get; } = new();

        /// <summary>CCL or DCL below 0.</summary>
        public Condition LimitNegative { get; } = new();

        /// <summary>CCL or DCL above 2,000 A.</summary>
        public Condition LimitHuge { get; } = new();

        /// <summary>CCL or DCL of 0.</summary>
        public Condition LimitZero { get; } = new();

        /// <summary>The largest CCL or DCL, 0.1 A; null if there is none.</summary>
        public int? LargestDeciamps { get; private set; }

        /// <summary>Every bit of 0x35C that was ever set.</summary>
        public int RequestBitsSeen { get; private set; }

        /// <summary>CCL 0 without a protection and below 95 % SOC.</summary>
        public Condition ChargeLimitZero { get; } = new();

        /// <summary>DCL 0 without a protection and above 20 % SOC.</summary>
        public Condition DischargeLimitZero { get; } = new();

        /// <summary>SOC or SOH above 100 %.</summary>
        public Condition SocAbove100 { get; } = new();

        /// <summary>SOC that changes by 5 % or more from one frame to the next.</summary>
        public Condition SocJump { get; } = new();

        /// <summary>SOC 0 in the first frames, which then rises at once.</summary>
        public Condition SocZeroAtStart { get; } = new();

        /// <summary>SOC that the voltage contradicts.</summary>
        public Condition SocContradictsVoltage { get; } = new();

        /// <summary>0x356 whose voltage is plausible in 0.1 V only.</summary>
        public Condition VoltageInTenths { get; } = new();

        /// <summary>Bank voltage outside 36 to 64 V.</summary>
        public Condition VoltageOutOfRange { get; } = new();

        /// <summary>Bank voltage that changes by 3 V or more from one frame to the next.</summary>
        public Condition VoltageJump { get; } = new();

        /// <summary>Temperature outside -40 to 100 degC.</summary>
        public Condition TemperatureImpossible { get; } = new();

        /// <summary>0x356 that does not change although 5 A or more flow.</summary>
        public Condition Frozen { get; } = new();

        /// <summary>Protection bits of 0x359 (Pylontech).</summary>
        public Condition Protection { get; } = new();

        /// <summary>Alarm bits of 0x359 (Pylontech).</summary>
        public Condition Alarm { get; } = new();

        /// <summary>Bits of 0x359 or 0x35C that no document explains.</summary>
        public Condition UnknownBits { get; } = new();

        /// <summary>Bytes of 0x359 that are not 0 (Deye V3.3, where they are fault tables).</summary>
        public Condition DeyeFault { get; } = new();

        /// <summary>Alarms of 0x35A that are raised.</summary>
        public Condition VictronAlarm { get; } = new();

        /// <summary>Warnings of 0x35A that are raised.</summary>
        public Condition VictronWarning { get; } = new();

        /// <summary>0x359 with the letters PN and no module.</summary>
        public Condition ModulesZero { get; } = new();

        /// <summary>Enable bit of 0x35C that contradicts the limit of its direction.</summary>
        public Condition EnableContradictsLimit { get; } = new();

        /// <summary>Force charge requested.</summary>
        public Condition ForceCharge { get; } = new();

        /// <summary>Full charge requested.</summary>
        public Condition FullCharge { get; } = new();

        /// <summary>Capacity that changes.</summary>
        public Condition CapacityChange { get; } = new();

        /// <summary>29-bit identifier with the number of a battery frame.</summary>
        public Condition ExtendedBatteryId { get; } = new();

        /// <summary>Manufacturer's name of 0x35E, padding removed; null if there is none.</summary>
        public string? Name { get; private set; }

        /// <summary>The frame that carried the name.</summary>
        public Condition NameFrame { get; } = new();

        /// <summary>First SOC, %; null if there is none.</summary>
        public int? FirstSoc { get; private set; }

        /// <summary>Last SOC, %; null if there is none.</summary>
        public int? LastSoc => _soc == Unknown ? null : _soc;

        /// <summary>Charge that flowed by the raw sign of 0x356, Ah.</summary>
        public double RawAmpereHours { get; private set; }

        /// <summary>Largest CVL, DCL and so on are of no interest to a rule; the last ones are shown: CVL in 0.1 V; null if there is none.</summary>
        public int? LastCvl => _cvl == Unknown ? null : _cvl;

        internal void Observe(CanFrame frame, long time)
        {
            if (frame.IsRemote)
            {
                return;
            }

            if (frame.IsExtended)
            {
                ExtendedBatteryId.Update(frame.Id is 0x351 or 0x355 or 0x356 or 0x359 or 0x35C or 0x35E, time, frame);
                return;
            }

            switch (frame.Id)
            {
                case 0x351 when frame.Length >= 6:
                    OnLimits(frame, time);
                    break;
                case 0x355 when frame.Length >= 4:
                    OnState(frame, time);
                    break;
                case 0x356 when frame.Length >= 4:
                    OnMeasured(frame, time);
                    break;
                case 0x359 when frame.Length >= 4:
                    OnAlarms(frame, time);
                    break;
                case 0x35A when frame.Length >= 4:
                    ulong pairs = CompiledSignal.WordOf(frame);
                    VictronAlarm.Update(WireSignals.HasRaised(pairs, WireSignals.AlarmPairs), time, frame);
                    VictronWarning.Update(
                        frame.Length == CanFrame.DataLengthMax && WireSignals.HasRaised(pairs, WireSignals.WarningPairs), time, frame);
                    break;
                case 0x35C when frame.Length >= 1:
                    OnRequests(frame, time);
                    break;
                case 0x35E:
                    OnName(frame, time);
                    break;
                case 0x379 when frame.Length >= 2:
                    int capacity = WireSignals.CapacityAmpereHours.Read(CompiledSignal.WordOf(frame));
                    CapacityChange.Update(_capacity != Unknown && capacity != _capacity, time, frame);
                    _capacity = capacity;
                    break;
                default:
                    break;
            }
        }

        private static int Swap(int value) => ((value & 0xFF) << 8) | ((value >> 8) & 0xFF);

        private void OnLimits(CanFrame frame, long time)
        {
            ulong data = CompiledSignal.WordOf(frame);
            _cvl = WireSignals.ChargeVoltageLimitDecivolts.Read(data);
            _ccl = WireSignals.ChargeCurrentLimitDeciamps.Read(data);
            _dcl = WireSignals.DischargeCurrentLimitDeciamps.Read(data);
            bool isInRange = _cvl is >= CvlMin and <= CvlMax;
            bool isSwapped = !isInRange && Swap(_cvl) is >= CvlMin and <= CvlMax;
            BytesSwapped.Update(isSwapped, time, frame);
            CvlOutOfRange.Update(!isInRange && !isSwapped, time, frame);
            if (isSwapped)
            {
                return;
            }

            _limits.CopyFrom(frame);
            if (_millivolts != Unknown)
            {
                CheckVoltageLimits(_limits, time);
            }

            LimitNegative.Update(_ccl < 0 || _dcl < 0, time, frame);
            LimitHuge.Update(_ccl > LimitMax || _dcl > LimitMax, time, frame);
            CheckEnables(frame, time);
            LimitZero.Update(_ccl == 0 || _dcl == 0, time, frame);
            LargestDeciamps = Math.Max(LargestDeciamps ?? 0, Math.Max(_ccl, _dcl));
            CheckZeroLimits(_limits, time);
        }

        // Looked at with the first voltage as well.
        private void CheckVoltageLimits(CanFrame limits, long time)
        {
            int dvl = WireSignals.DischargeVoltageLimitDecivolts.IsIn(limits)
                ? WireSignals.DischargeVoltageLimitDecivolts.Read(CompiledSignal.WordOf(limits)) : 0;
            CvlBelowVoltage.Update(_cvl is >= CvlMin and <= CvlMax && (_cvl * 100) < _millivolts - CvlMarginMillivolts, time, limits);
            DvlAboveVoltage.Update(dvl > 0 && _millivolts > TenthsBelow && dvl * 100 > _millivolts, time, limits);
        }

        // Looked at with SOC as well, since in the first set the limits come before it.
        private void CheckZeroLimits(CanFrame limits, long time)
        {
            ChargeLimitZero.Update(_ccl == 0 && !_hasProtection && _soc is >= 0 and < SocFull, time, limits);
            DischargeLimitZero.Update(_dcl == 0 && !_hasProtection && _soc is > SocLow and <= 100, time, limits);
        }

        private void OnState(CanFrame frame, long time)
        {
            ulong data = CompiledSignal.WordOf(frame);
            int soc = WireSignals.SocPercent.Read(data);
            int soh = WireSignals.SohPercent.Read(data);
            bool isSwapped = soc > 255 && (soc & 0xFF) == 0 && Swap(soc) <= 100;
            if (isSwapped)
            {
                BytesSwapped.Update(true, time, frame);
                return;
            }

            SocAbove100.Update(soc > 100 || soh > 100, time, frame);
            SocJump.Update(_soc is > 0 and <= 100 && Math.Abs(soc - _soc) >= SocJumpPercent && soc <= 100, time, frame);
            SocZeroAtStart.Update(_startsAtZero && soc > 1, time, frame);
            _startsAtZero = soc == 0 && (FirstSoc is null || _startsAtZero);

            // A gauge that begins at 0 tells nothing of the charge that flowed since.
            FirstSoc = SocZeroAtStart.Count == 1 && SocZeroAtStart.FirstMicroseconds == time ? soc : FirstSoc ?? soc;
            bool isFirst = _soc == Unknown;
            _soc = soc;
            if (isFirst && _limits.Length > 0)
            {
                CheckZeroLimits(_limits, time);
            }
        }

        private void OnMeasured(CanFrame frame, long time)
        {
            ulong data = CompiledSignal.WordOf(frame);
            int raw = WireSignals.BankVoltageRaw.Read(data);
            int millivolts = raw is > 0 and < TenthsBelow ? raw * 100 : raw * 10;
            VoltageInTenths.Update(raw is >= CvlMin and <= CvlMax, time, frame);
            VoltageOutOfRange.Update(millivolts is < 36_000 or > 64_000, time, frame);
            VoltageJump.Update(_millivolts != Unknown && Math.Abs(millivolts - _millivolts) >= VoltageJumpMillivolts, time, frame);
            bool isFirst = _millivolts == Unknown;
            _millivolts = millivolts;
            if (isFirst && _limits.Length > 0)
            {
                CheckVoltageLimits(_limits, time);
            }

            int deciamps = WireSignals.BankCurrentDeciamps.Read(data);
            int temperature = WireSignals.TemperatureDecidegrees.IsIn(frame) ? WireSignals.TemperatureDecidegrees.Read(data) : 0;
            TemperatureImpossible.Update(temperature is < TemperatureMin or > TemperatureMax, time, frame);
            if (_lastMeasuredMicroseconds >= 0)
            {
                const double DeciampMicrosecondsPerAmpereHour = 3.6e10;
                RawAmpereHours += (time - _lastMeasuredMicroseconds) * (double)_deciamps / DeciampMicrosecondsPerAmpereHour;
                Frozen.Update(data == _lastMeasured && Math.Abs(deciamps) >= FlowingDeciamps, time, frame);
            }

            // 15 cells are charged to 53 V, 16 to 56 V; an LFP cell rests at 3.2 V when nearly empty and is above 3.3 V only when nearly full.
            int cells = _cvl is > 0 and < 546 ? 15 : 16;
            bool rests = Math.Abs(deciamps) < FlowingDeciamps;
            SocContradictsVoltage.Update(
                rests && _soc is >= 0 and <= 100
                && ((_soc > 60 && millivolts < cells * 3100) || (_soc < 20 && millivolts > cells * 3380)), time, frame);
            _deciamps = deciamps;
            _lastMeasured = data;
            _lastMeasuredMicroseconds = time;
        }

        private void OnAlarms(CanFrame frame, long time)
        {
            ulong data = CompiledSignal.WordOf(frame);
            ulong flags = data & FourBytes;
            bool isPylontech = WireSignals.ManufacturerMark.IsIn(frame) && WireSignals.ManufacturerMark.Read(data) == WireSignals.PylontechMark;
            bool isProtected = (flags & WireSignals.ProtectionBits) != 0;
            _hasProtection = isPylontech && isProtected;
            Protection.Update(isProtected, time, frame);
            Alarm.Update((flags & WireSignals.AlarmBits) != 0, time, frame);
            UnknownBits.Update((flags & ~(WireSignals.ProtectionBits | WireSignals.AlarmBits)) != 0, time, frame);
            DeyeFault.Update(flags != 0, time, frame);
            ModulesZero.Update(isPylontech && WireSignals.ModulesOnline.Read(data) == 0, time, frame);
        }

        // Looked at with either frame, since which of them comes first says nothing.
        private void CheckEnables(CanFrame frame, long time)
        {
            if (_ccl != Unknown && _requests != Unknown)
            {
                EnableContradictsLimit.Update(
                    Has(WireSignals.ChargeEnableBit) == (_ccl == 0) || Has(WireSignals.DischargeEnableBit) == (_dcl == 0), time, frame);
            }
        }

        private void OnRequests(CanFrame frame, long time)
        {
            _requests = (int)(CompiledSignal.WordOf(frame) & OneByte);
            RequestBitsSeen |= _requests;
            CheckEnables(frame, time);
            ForceCharge.Update(Has(WireSignals.ForceChargeBits), time, frame);
            FullCharge.Update(Has(WireSignals.FullChargeBit), time, frame);
            UnknownBits.Update(Has(~WireSignals.RequestBits), time, frame);
        }

        private bool Has(ulong requests) => ((ulong)_requests & requests) != 0;

        private void OnName(CanFrame frame, long time)
        {
            NameFrame.Update(true, time, frame);
            Name ??= string.Create(frame.Length, frame, static (target, source) =>
            {
                for (int index = 0; index < target.Length; index++)
                {
                    target[index] = source.Data[index] is >= (byte)' ' and <= (byte)'~'
                        ? (char)source.Data[index] : source.Data[index] == 0 ? ' ' : '?';
                }
            }).TrimEnd();
        }
    }
}
