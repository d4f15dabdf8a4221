using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol
{
    /// <summary>Turns a report into any frame that the bank can send, in the form that the dialect asks for.</summary>
    public static class FrameEncoder
    {
        /// <summary>Number of different frames that the bank can send.</summary>
        public const int FrameKindCount = 9;

        /// <summary>Writes the frame with the given identifier; false if a value in it is unknown, so that it has to be withheld.</summary>
        public static bool TryEncode(uint id, BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (!TryEncodeNative(id, bank, dialect, frame))
            {
                return false;
            }

            if (dialect.DataLength == DataLength.Padded)
            {
                frame.SetLength(CanFrame.DataLengthMax);
            }

            return true;
        }

        /// <summary>Index of a frame the bank can send, 0 to <see cref="FrameKindCount"/> - 1; -1 for any other identifier.</summary>
        public static int IndexOf(uint id)
        {
            switch (id)
            {
                case FrameIds.Limits: return 0;
                case FrameIds.State: return 1;
                case FrameIds.Measurements: return 2;
                case FrameIds.Alarms: return 3;
                case FrameIds.VictronAlarms: return 4;
                case FrameIds.Requests: return 5;
                case FrameIds.Name: return 6;
                case FrameIds.BatteryInfo: return 7;
                case FrameIds.Capacity: return 8;
                default: return -1;
            }
        }

        /// <summary>Identifier of a frame the bank can send.</summary>
        /// <param name="index">0 to <see cref="FrameKindCount"/> - 1.</param>
        public static ushort IdAt(int index)
        {
            switch (index)
            {
                case 0: return FrameIds.Limits;
                case 1: return FrameIds.State;
                case 2: return FrameIds.Measurements;
                case 3: return FrameIds.Alarms;
                case 4: return FrameIds.VictronAlarms;
                case 5: return FrameIds.Requests;
                case 6: return FrameIds.Name;
                case 7: return FrameIds.BatteryInfo;
                default: return FrameIds.Capacity;
            }
        }

        private static bool TryEncodeNative(uint id, BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            switch (id)
            {
                case FrameIds.Limits: return LimitsFrame.TryWrite(bank, frame);
                case FrameIds.State: return StateFrame.TryWrite(bank, dialect.SendsFineSoc, frame);
                case FrameIds.Measurements: return MeasurementsFrame.TryWrite(bank, dialect.VoltageScale, dialect.CurrentSign, frame);
                case FrameIds.Alarms: return AlarmsFrame.TryWrite(bank, frame);
                case FrameIds.VictronAlarms: return VictronAlarmsFrame.TryWrite(bank, frame);
                case FrameIds.Requests: return RequestsFrame.TryWrite(bank, frame);
                case FrameIds.Name:
                    return NameFrame.TryWrite(dialect.ManufacturerName.Length > 0 ? dialect.ManufacturerName : bank.ManufacturerName, frame);
                case FrameIds.BatteryInfo: return BatteryInfoFrame.TryWrite(bank, frame);
                case FrameIds.Capacity: return CapacityFrame.TryWrite(bank, frame);
                default: return false;
            }
        }
    }
}
