using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Inverter
{
    /// <summary>Reads what a battery sends into the inverter's data of the battery, through the message catalogue.</summary>
    /// <remarks>It knows nothing of the bank's own definitions but the identifiers, so that an error in those shows.</remarks>
    internal sealed class BmsDataReader
    {
        private const int AlarmCodeBytes = 4;

        // Those identifiers that are read differ in their lowest bits.
        private const int Places = 64;

        private readonly InverterSettings _settings;
        private readonly BmsData _bmsData;
        private readonly RepeatedFrame?[] _repeated = new RepeatedFrame?[Places];
        private RepeatedFrame _reading = new();

        public BmsDataReader(InverterSettings settings, BmsData bmsData)
        {
            _settings = settings;
            _bmsData = bmsData;
        }

        /// <summary>Takes a frame; false if it is not one of a battery's or is too short to be understood.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TryRead(CanFrame frame, long nowMilliseconds)
        {
            if (frame.IsExtended || frame.IsRemote || (_settings.Quirks.StrictEightBytes && frame.Length != CanFrame.DataLengthMax))
            {
                return false;
            }

            ulong data = CompiledSignal.WordOf(frame);
            long quirksCount = _settings.Quirks.ChangeCount;
            RepeatedFrame? known = _repeated[frame.Id % Places];
            if (known is not null && known.IsSame(frame, data, quirksCount) && _bmsData.OnRepeated(known.Kind, nowMilliseconds)
                && known.OnRepeated(nowMilliseconds))
            {
                return true;
            }

            _reading.Begin();
            if (!ReadById(frame, data, nowMilliseconds))
            {
                return false;
            }

            BatteryFrames kind = KindOf(frame.Id);
            _bmsData.OnReceived(kind, nowMilliseconds);
            _reading.End(frame, data, quirksCount, kind);
            _repeated[frame.Id % Places] = _reading;
            _reading = known ?? new RepeatedFrame();
            return true;
        }

        private static BatteryFrames KindOf(uint id)
        {
            return id switch
            {
                LimitsFrame.CanId => BatteryFrames.Limits,
                StateFrame.CanId => BatteryFrames.State,
                MeasurementsFrame.CanId => BatteryFrames.Measurements,
                AlarmsFrame.CanId or VictronAlarmsFrame.CanId => BatteryFrames.Alarms,
                RequestsFrame.CanId => BatteryFrames.Requests,
                NameFrame.CanId => BatteryFrames.Name,
                _ => BatteryFrames.Capacity,
            };
        }

        private bool ReadById(CanFrame frame, ulong data, long nowMilliseconds)
        {
            return frame.Id switch
            {
                LimitsFrame.CanId => ReadLimits(frame, data, nowMilliseconds),
                StateFrame.CanId => ReadState(frame, data, nowMilliseconds),
                MeasurementsFrame.CanId => ReadMeasurements(frame, data, nowMilliseconds),
                AlarmsFrame.CanId => ReadAlarms(frame, data, nowMilliseconds),
                VictronAlarmsFrame.CanId => ReadVictronAlarms(frame, data, nowMilliseconds),
                RequestsFrame.CanId => frame.Length >= 1 && OnReceived(_bmsData.Requests, BmsDataSignals.Requests.Read(data), nowMilliseconds),
                NameFrame.CanId => frame.Length >= 1 && ReadName(frame),
                BatteryInfoFrame.CanId => ReadCapacity(BmsDataSignals.InfoCapacityMilliampereHours, frame, data, nowMilliseconds),
                CapacityFrame.CanId => ReadCapacity(BmsDataSignals.CapacityMilliampereHours, frame, data, nowMilliseconds),
                _ => false,
            };
        }

        private bool OnReceived(ReceivedValue value, int received, long nowMilliseconds)
        {
            value.OnReceived(received, nowMilliseconds);
            _reading.Add(value);
            return true;
        }

        // Takes a signal that the frame is long enough for.
        private bool TryStore(ReceivedValue value, CompiledSignal signal, CanFrame frame, ulong data, long nowMilliseconds)
        {
            return signal.IsIn(frame) && OnReceived(value, signal.Read(data), nowMilliseconds);
        }

        // Pylontech's own paper ends after DCL, so DVL may be missing.
        private bool ReadLimits(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (!BmsDataSignals.DischargeCurrentLimitMilliamps.IsIn(frame))
            {
                return false;
            }

            TryStore(_bmsData.ChargeVoltageLimitMillivolts, BmsDataSignals.ChargeVoltageLimitMillivolts, frame, data, nowMilliseconds);
            TryStore(_bmsData.ChargeCurrentLimitMilliamps, BmsDataSignals.ChargeCurrentLimitMilliamps, frame, data, nowMilliseconds);
            TryStore(_bmsData.DischargeCurrentLimitMilliamps, BmsDataSignals.DischargeCurrentLimitMilliamps, frame, data, nowMilliseconds);
            TryStore(_bmsData.DischargeVoltageLimitMillivolts, BmsDataSignals.DischargeVoltageLimitMillivolts, frame, data, nowMilliseconds);
            return true;
        }

        private bool ReadState(CanFrame frame, ulong data, long nowMilliseconds)
        {
            return TryStore(_bmsData.SohPermille, BmsDataSignals.SohPermille, frame, data, nowMilliseconds)
                && TryStore(_bmsData.SocPermille, BmsDataSignals.SocPermille, frame, data, nowMilliseconds);
        }

        private bool ReadMeasurements(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (!BmsDataSignals.TemperatureDecidegrees.IsIn(frame))
            {
                return false;
            }

            CompiledSignal voltage = _settings.Quirks.VoltageScale == VoltageScale.Decivolt
                ? BmsDataSignals.VoltageInTenthsMillivolts
                : BmsDataSignals.VoltageMillivolts;
            CompiledSignal current = _settings.Quirks.CurrentSign == CurrentSign.DischargePositive
                ? BmsDataSignals.CurrentDischargePositiveMilliamps
                : BmsDataSignals.CurrentMilliamps;
            TryStore(_bmsData.VoltageMillivolts, voltage, frame, data, nowMilliseconds);
            TryStore(_bmsData.CurrentMilliamps, current, frame, data, nowMilliseconds);
            TryStore(_bmsData.TemperatureDecidegrees, BmsDataSignals.TemperatureDecidegrees, frame, data, nowMilliseconds);
            return true;
        }

        private bool ReadAlarms(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (frame.Length < AlarmCodeBytes)
            {
                return false;
            }

            OnCode(frame, nowMilliseconds);
            OnReceived(_bmsData.Protections, BmsDataSignals.Protections.Read(data), nowMilliseconds);
            OnReceived(_bmsData.Alarms, BmsDataSignals.Alarms.Read(data), nowMilliseconds);
            TryStore(_bmsData.ModulesOnline, BmsDataSignals.ModulesOnline, frame, data, nowMilliseconds);
            return true;
        }

        private bool ReadVictronAlarms(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (frame.Length != CanFrame.DataLengthMax)
            {
                return false;
            }

            OnCode(frame, nowMilliseconds);
            OnReceived(_bmsData.Protections, BmsDataSignals.VictronProtections.Read(data), nowMilliseconds);
            OnReceived(_bmsData.Alarms, BmsDataSignals.VictronWarnings.Read(data), nowMilliseconds);
            return true;
        }

        private void OnCode(CanFrame frame, long nowMilliseconds)
        {
            OnReceived(_bmsData.AlarmCode, BinaryPrimitives.ReadInt32BigEndian(frame.Data), nowMilliseconds);
        }

        private bool ReadCapacity(CompiledSignal signal, CanFrame frame, ulong data, long nowMilliseconds)
        {
            return TryStore(_bmsData.CapacityMilliampereHours, signal, frame, data, nowMilliseconds);
        }

        private bool ReadName(CanFrame frame)
        {
            _bmsData.OnName(frame.Data, frame.Length);
            return true;
        }
    }
}
