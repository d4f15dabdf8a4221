using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Reads a frame that was sent as name and value of each of its signals. It reads the bytes, not what was meant.</summary>
    internal static class SignalReader
    {
        public static void Write(ScpiCall call, CanFrame frame, DialectSettings dialect)
        {
            switch (frame.Id)
            {
                case FrameIds.Limits:
                    Put(call, "CVL_V", U16(frame, 0), 1);
                    Put(call, "CCL_A", S16(frame, 2), 1);
                    Put(call, "DCL_A", S16(frame, 4), 1);
                    Put(call, "DVL_V", U16(frame, 6), 1);
                    break;
                case FrameIds.State:
                    Put(call, "SOC_pct", U16(frame, 0), 0);
                    Put(call, "SOH_pct", U16(frame, 2), 0);
                    if (dialect.SendsFineSoc)
                    {
                        Put(call, "SOC_fine_pct", U16(frame, 4), 2);
                    }

                    break;
                case FrameIds.Measurements:
                    int current = S16(frame, 2);
                    Put(call, "voltage_V", S16(frame, 0), dialect.VoltageScale == VoltageScale.Decivolt ? 1 : 2);
                    Put(call, "current_A", dialect.CurrentSign == CurrentSign.DischargePositive ? -current : current, 1);
                    Put(call, "temperature_C", S16(frame, 4), 1);
                    break;
                case FrameIds.Alarms:
                    Put(call, "protections", U16(frame, 0), 0);
                    Put(call, "alarms", U16(frame, 2), 0);
                    Put(call, "modules", frame.Data[4], 0);
                    break;
                case FrameIds.VictronAlarms:
                    for (int index = 0; index < 8; index++)
                    {
                        Put(call, index < 4 ? "alarm_byte" : "warning_byte", frame.Data[index], 0);
                    }

                    break;
                case FrameIds.Requests:
                    PutBit(call, "charge_enable", frame, 7);
                    PutBit(call, "discharge_enable", frame, 6);
                    PutBit(call, "force_charge_bit5", frame, 5);
                    PutBit(call, "force_charge_bit4", frame, 4);
                    PutBit(call, "full_charge", frame, 3);
                    break;
                case FrameIds.Name:
                    call.Answer().AddQuoted("name");
                    PutName(call, frame);
                    break;
                case FrameIds.BatteryInfo:
                    Put(call, "capacity_Ah", U16(frame, 4), 0);
                    break;
                default:
                    Put(call, "capacity_Ah", U16(frame, 0), 0);
                    break;
            }
        }

        private static int U16(CanFrame frame, int offset)
        {
            return frame.Data[offset] | (frame.Data[offset + 1] << 8);
        }

        private static int S16(CanFrame frame, int offset)
        {
            int value = U16(frame, offset);
            return value > 0x7FFF ? value - 0x10000 : value;
        }

        private static void Put(ScpiCall call, string name, int value, int decimals)
        {
            call.Answer().AddQuoted(name);
            call.Answer().AddFixed(value, decimals, false);
        }

        private static void PutBit(ScpiCall call, string name, CanFrame frame, int bit)
        {
            Put(call, name, (frame.Data[0] >> bit) & 1, 0);
        }

        private static void PutName(ScpiCall call, CanFrame frame)
        {
            TextBuffer reply = call.Answer();
            reply.Add('"');
            for (int index = 0; index < frame.Length; index++)
            {
                char character = (char)frame.Data[index];
                reply.Add(character == '"' ? '\'' : character < ' ' || character > '~' ? '?' : character);
            }

            reply.Add('"');
        }
    }
}
