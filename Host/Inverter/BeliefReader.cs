using System.Buffers.Binary;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Inverter
{
    /// <summary>Reads what a battery sends into what the inverter believes, through the message catalogue.</summary>
    /// <remarks>It knows nothing of the bank's own definitions but the identifiers, so that an error in those shows.</remarks>
    internal sealed class BeliefReader
    {
        private const int AlarmCodeBytes = 4;

        private readonly InverterSettings _settings;
        private readonly InverterBelief _belief;

        public BeliefReader(InverterSettings settings, InverterBelief belief)
        {
            _settings = settings;
            _belief = belief;
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
                _belief.Hear(KindOf(frame.Id), nowMilliseconds);
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
                RequestsFrame.CanId => frame.Length >= 1 && Hear(_belief.Requests, BeliefSignals.Requests.Read(data), nowMilliseconds),
                NameFrame.CanId => frame.Length >= 1 && ReadName(frame),
                BatteryInfoFrame.CanId => ReadCapacity(BeliefSignals.InfoCapacityMilliampereHours, frame, data, nowMilliseconds),
                CapacityFrame.CanId => ReadCapacity(BeliefSignals.CapacityMilliampereHours, frame, data, nowMilliseconds),
                _ => false,
            };
        }

        private static bool Hear(HeardValue value, int heard, long nowMilliseconds)
        {
            value.Hear(heard, nowMilliseconds);
            return true;
        }

        // Takes a signal that the frame is long enough for.
        private static bool TryHear(HeardValue value, CompiledSignal signal, CanFrame frame, ulong data, long nowMilliseconds)
        {
            return signal.IsIn(frame) && Hear(value, signal.Read(data), nowMilliseconds);
        }

        // Pylontech's own paper ends after DCL, so DVL may be missing.
        private bool ReadLimits(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (!BeliefSignals.DischargeCurrentLimitMilliamps.IsIn(frame))
            {
                return false;
            }

            TryHear(_belief.ChargeVoltageLimitMillivolts, BeliefSignals.ChargeVoltageLimitMillivolts, frame, data, nowMilliseconds);
            TryHear(_belief.ChargeCurrentLimitMilliamps, BeliefSignals.ChargeCurrentLimitMilliamps, frame, data, nowMilliseconds);
            TryHear(_belief.DischargeCurrentLimitMilliamps, BeliefSignals.DischargeCurrentLimitMilliamps, frame, data, nowMilliseconds);
            TryHear(_belief.DischargeVoltageLimitMillivolts, BeliefSignals.DischargeVoltageLimitMillivolts, frame, data, nowMilliseconds);
            return true;
        }

        private bool ReadState(CanFrame frame, ulong data, long nowMilliseconds)
        {
            return TryHear(_belief.SohPermille, BeliefSignals.SohPermille, frame, data, nowMilliseconds)
                && TryHear(_belief.SocPermille, BeliefSignals.SocPermille, frame, data, nowMilliseconds);
        }

        private bool ReadMeasurements(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (!BeliefSignals.TemperatureDecidegrees.IsIn(frame))
            {
                return false;
            }

            CompiledSignal voltage = _settings.Quirks.VoltageScale == VoltageScale.Decivolt
                ? BeliefSignals.VoltageInTenthsMillivolts
                : BeliefSignals.VoltageMillivolts;
            CompiledSignal current = _settings.Quirks.CurrentSign == CurrentSign.DischargePositive
                ? BeliefSignals.CurrentDischargePositiveMilliamps
                : BeliefSignals.CurrentMilliamps;
            TryHear(_belief.VoltageMillivolts, voltage, frame, data, nowMilliseconds);
            TryHear(_belief.CurrentMilliamps, current, frame, data, nowMilliseconds);
            TryHear(_belief.TemperatureDecidegrees, BeliefSignals.TemperatureDecidegrees, frame, data, nowMilliseconds);
            return true;
        }

        private bool ReadAlarms(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (frame.Length < AlarmCodeBytes)
            {
                return false;
            }

            HearCode(frame, nowMilliseconds);
            _belief.Protections.Hear(BeliefSignals.Protections.Read(data), nowMilliseconds);
            _belief.Alarms.Hear(BeliefSignals.Alarms.Read(data), nowMilliseconds);
            TryHear(_belief.ModulesOnline, BeliefSignals.ModulesOnline, frame, data, nowMilliseconds);
            return true;
        }

        private bool ReadVictronAlarms(CanFrame frame, ulong data, long nowMilliseconds)
        {
            if (frame.Length != CanFrame.DataLengthMax)
            {
                return false;
            }

            HearCode(frame, nowMilliseconds);
            _belief.Protections.Hear(BeliefSignals.VictronProtections.Read(data), nowMilliseconds);
            _belief.Alarms.Hear(BeliefSignals.VictronWarnings.Read(data), nowMilliseconds);
            return true;
        }

        private void HearCode(CanFrame frame, long nowMilliseconds)
        {
            _belief.AlarmCode.Hear(BinaryPrimitives.ReadInt32BigEndian(frame.Data), nowMilliseconds);
        }

        private bool ReadCapacity(CompiledSignal signal, CanFrame frame, ulong data, long nowMilliseconds)
        {
            return TryHear(_belief.CapacityMilliampereHours, signal, frame, data, nowMilliseconds);
        }

        private bool ReadName(CanFrame frame)
        {
            _belief.HearName(frame.Data, frame.Length);
            return true;
        }
    }
}
