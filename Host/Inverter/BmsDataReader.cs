using System.Buffers.Binary;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Inverter
{
    /// <summary>Reads what a battery sends into what the inverter believes, through the message catalogue.</summary>
    /// <remarks>It knows nothing of the bank's own definitions but the identifiers, so that an error in those shows.</remarks>
    internal sealed class BmsDataReader
    {
        private const int AlarmCodeBytes = 4;

        private readonly InverterSettings _settings;
        private readonly BmsData _bmsData;
        private ulong? _alarmData;
        private int _alarmBits;
        private int _protectionBits;

        public BmsDataReader(InverterSettings settings, BmsData bmsData)
        {
            _settings = settings;
            _bmsData = bmsData;
        }

        /// <summary>Takes a frame; false if it is not one of a battery's or is too short to be understood.</summary>
        public bool TryRead(CanFrame frame, long nowMilliseconds)
        {
            if (frame.IsExtended || frame.IsRemote || (_settings.Quirks.StrictEightBytes && frame.Length != CanFrame.DataLengthMax))
            {
                return false;
            }

            bool isUnderstood = ReadById(frame, nowMilliseconds);
            if (isUnderstood)
            {
                _bmsData.OnReceived(KindOf(frame.Id), nowMilliseconds);
            }

            return isUnderstood;
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

        private bool ReadById(CanFrame frame, long nowMilliseconds)
        {
            ulong data = CompiledSignal.WordOf(frame);
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

        private static bool OnReceived(ReceivedValue value, int received, long nowMilliseconds)
        {
            value.OnReceived(received, nowMilliseconds);
            return true;
        }

        // Takes a signal that the frame is long enough for.
        private static bool TryStore(ReceivedValue value, CompiledSignal signal, CanFrame frame, ulong data, long nowMilliseconds)
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

            // Two dozen bits that are the same for hours.
            if (data != _alarmData)
            {
                _alarmData = data;
                _protectionBits = BmsDataSignals.Protections.Read(data);
                _alarmBits = BmsDataSignals.Alarms.Read(data);
            }

            OnCode(frame, nowMilliseconds);
            _bmsData.Protections.OnReceived(_protectionBits, nowMilliseconds);
            _bmsData.Alarms.OnReceived(_alarmBits, nowMilliseconds);
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
            _bmsData.Protections.OnReceived(BmsDataSignals.VictronProtections.Read(data), nowMilliseconds);
            _bmsData.Alarms.OnReceived(BmsDataSignals.VictronWarnings.Read(data), nowMilliseconds);
            return true;
        }

        private void OnCode(CanFrame frame, long nowMilliseconds)
        {
            _bmsData.AlarmCode.OnReceived(BinaryPrimitives.ReadInt32BigEndian(frame.Data), nowMilliseconds);
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
