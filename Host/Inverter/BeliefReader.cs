using System.Buffers.Binary;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Inverter
{
    /// <summary>Reads what a battery sends into what the inverter believes. Written from the papers, not from the bank's encoder.</summary>
    internal sealed class BeliefReader
    {
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
                FrameIds.Limits => BatteryFrames.Limits,
                FrameIds.State => BatteryFrames.State,
                FrameIds.Measurements => BatteryFrames.Measurements,
                FrameIds.Alarms or FrameIds.VictronAlarms => BatteryFrames.Alarms,
                FrameIds.Requests => BatteryFrames.Requests,
                FrameIds.Name => BatteryFrames.Name,
                _ => BatteryFrames.Capacity,
            };
        }

        private bool ReadById(CanFrame frame, long nowMilliseconds)
        {
            switch (frame.Id)
            {
                case FrameIds.Limits: return frame.Length >= 6 && ReadLimits(frame, nowMilliseconds);
                case FrameIds.State: return frame.Length >= 4 && ReadState(frame, nowMilliseconds);
                case FrameIds.Measurements: return frame.Length >= 6 && ReadMeasurements(frame, nowMilliseconds);
                case FrameIds.Alarms: return frame.Length >= 4 && ReadAlarms(frame, nowMilliseconds);
                case FrameIds.VictronAlarms: return frame.Length == 8 && ReadVictronAlarms(frame, nowMilliseconds);
                case FrameIds.Requests: return frame.Length >= 1 && Hear(_belief.Requests, frame.Data[0], nowMilliseconds);
                case FrameIds.Name: return frame.Length >= 1 && ReadName(frame);
                case FrameIds.BatteryInfo: return frame.Length >= 6 && ReadCapacity(frame.GetU16(4), nowMilliseconds);
                case FrameIds.Capacity: return frame.Length >= 2 && ReadCapacity(frame.GetU16(0), nowMilliseconds);
                default: return false;
            }
        }

        private static bool Hear(HeardValue value, int heard, long nowMilliseconds)
        {
            value.Hear(heard, nowMilliseconds);
            return true;
        }

        // Sol-Ark CAN V1.3, 0x351; Pylontech's own paper ends after DCL.
        private bool ReadLimits(CanFrame frame, long nowMilliseconds)
        {
            _belief.ChargeVoltageLimitMillivolts.Hear(frame.GetU16(0) * 100, nowMilliseconds);
            _belief.ChargeCurrentLimitMilliamps.Hear(frame.GetS16(2) * 100, nowMilliseconds);
            _belief.DischargeCurrentLimitMilliamps.Hear(frame.GetS16(4) * 100, nowMilliseconds);
            if (frame.Length >= 8)
            {
                _belief.DischargeVoltageLimitMillivolts.Hear(frame.GetU16(6) * 100, nowMilliseconds);
            }

            return true;
        }

        private bool ReadState(CanFrame frame, long nowMilliseconds)
        {
            _belief.SocPermille.Hear(frame.GetU16(0) * 10, nowMilliseconds);
            _belief.SohPermille.Hear(frame.GetU16(2) * 10, nowMilliseconds);
            return true;
        }

        private bool ReadMeasurements(CanFrame frame, long nowMilliseconds)
        {
            int current = frame.GetS16(2) * 100;
            _belief.VoltageMillivolts.Hear(frame.GetS16(0) * (_settings.Quirks.VoltageScale == VoltageScale.Decivolt ? 100 : 10), nowMilliseconds);
            _belief.CurrentMilliamps.Hear(_settings.Quirks.CurrentSign == CurrentSign.DischargePositive ? -current : current, nowMilliseconds);
            _belief.TemperatureDecidegrees.Hear(frame.GetS16(4), nowMilliseconds);
            return true;
        }

        private bool ReadAlarms(CanFrame frame, long nowMilliseconds)
        {
            HearCode(frame, nowMilliseconds);
            _belief.Protections.Hear(FlagsOf(frame.Data[0], frame.Data[1]), nowMilliseconds);
            _belief.Alarms.Hear(FlagsOf(frame.Data[2], frame.Data[3]), nowMilliseconds);
            if (frame.Length >= 5)
            {
                _belief.ModulesOnline.Hear(frame.Data[4], nowMilliseconds);
            }

            return true;
        }

        private bool ReadVictronAlarms(CanFrame frame, long nowMilliseconds)
        {
            HearCode(frame, nowMilliseconds);
            _belief.Protections.Hear(VictronFlagsOf(frame.Data, 0), nowMilliseconds);
            _belief.Alarms.Hear(VictronFlagsOf(frame.Data, 4), nowMilliseconds);
            return true;
        }

        private void HearCode(CanFrame frame, long nowMilliseconds)
        {
            _belief.AlarmCode.Hear(BinaryPrimitives.ReadInt32BigEndian(frame.Data), nowMilliseconds);
        }

        private bool ReadName(CanFrame frame)
        {
            _belief.HearName(frame.Data, frame.Length);
            return true;
        }

        private bool ReadCapacity(int ampereHours, long nowMilliseconds)
        {
            return Hear(_belief.CapacityMilliampereHours, ampereHours * 1000, nowMilliseconds);
        }

        private static int FlagsOf(int first, int second)
        {
            return ((first & AlarmBits.DischargeOverCurrent) != 0 ? BmsFlags.DischargeOverCurrent : 0)
                | ((first & AlarmBits.UnderTemperature) != 0 ? BmsFlags.UnderTemperature : 0)
                | ((first & AlarmBits.OverTemperature) != 0 ? BmsFlags.OverTemperature : 0)
                | ((first & AlarmBits.UnderVoltage) != 0 ? BmsFlags.UnderVoltage : 0)
                | ((first & AlarmBits.OverVoltage) != 0 ? BmsFlags.OverVoltage : 0)
                | ((second & AlarmBits.System) != 0 ? BmsFlags.System : 0)
                | ((second & AlarmBits.ChargeOverCurrent) != 0 ? BmsFlags.ChargeOverCurrent : 0);
        }

        // Two bits each, 01 raised.
        private static int VictronFlagsOf(byte[] data, int offset)
        {
            return (IsRaised(data[offset], 6) ? BmsFlags.OverTemperature : 0)
                | (IsRaised(data[offset], 4) ? BmsFlags.UnderVoltage : 0)
                | (IsRaised(data[offset], 2) ? BmsFlags.OverVoltage : 0)
                | (IsRaised(data[offset + 1], 6) ? BmsFlags.DischargeOverCurrent : 0)
                | (IsRaised(data[offset + 1], 0) ? BmsFlags.UnderTemperature : 0)
                | (IsRaised(data[offset + 2], 6) ? BmsFlags.System : 0)
                | (IsRaised(data[offset + 2], 0) ? BmsFlags.ChargeOverCurrent : 0);
        }

        private static bool IsRaised(int pairs, int shift) => ((pairs >> shift) & 3) == 1;
    }
}
