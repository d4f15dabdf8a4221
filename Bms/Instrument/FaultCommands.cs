using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>FAULt: wrong values and wrong frames, each with a start and a duration.</summary>
    internal static class FaultCommands
    {
        private const int DelayMaxMilliseconds = 5000;
        private const int CopiesMax = 10;

        private static readonly string[] ValueNames =
        {
            "CVL", "CCL", "DCL", "DVL", "SOC", "SOH", "voltage", "current", "temperature", "protections", "alarms",
            "charge enable", "discharge enable", "force charge bit 5", "force charge bit 4", "full charge", "modules", "capacity",
        };

        private static readonly string[] KindNames =
        {
            "left out", "delayed", "wrong length", "29-bit id", "stale", "out of order", "duplicated", "corrupted", "remote", "other bytes",
        };

        private static readonly string[] CableNames = { "cable, bursts", "cable, bus-off" };

        /// <summary>Name of the fault at a place of the plan, for people.</summary>
        public static void WriteName(TextBuffer text, int index)
        {
            if (index < (int)ReportValue.Count)
            {
                text.Add("value ");
                text.Add(ValueNames[index]);
                return;
            }

            int place = index - (int)ReportValue.Count;
            if (index >= FaultPlan.IndexOf(CableFaultKind.Burst))
            {
                text.Add(CableNames[index - FaultPlan.IndexOf(CableFaultKind.Burst)]);
                return;
            }

            if (index >= FaultPlan.IndexOfExtra(0))
            {
                text.Add("extra frame ");
                text.AddNumber(index - FaultPlan.IndexOfExtra(0) + 1);
                return;
            }

            text.Add("frame 0x");
            text.AddHex(FrameTable.At(place / (int)FrameFaultKind.Count).Id, 3);
            text.Add(' ');
            text.Add(KindNames[place % (int)FrameFaultKind.Count]);
        }

        public static void Clear(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Simulator.Faults.ClearAll();
                call.Simulator.NoteFaults();
            }
        }

        public static void Count(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.Faults.SetCount, ScpiUnit.None);
        }

        public static void Value(ScpiCall call)
        {
            ReportValue which = (ReportValue)call.Tag;
            int index = FaultPlan.IndexOf(which);
            ScpiUnit unit = UnitOf(which);
            FaultWindow window = call.Simulator.Faults.At(index);
            if (call.IsQuery)
            {
                if (!window.IsSet)
                {
                    call.Answer().Add("OFF");
                }
                else if (window.Value == BankReport.Unknown)
                {
                    call.Answer().Add("UNKN");
                    FaultTiming.Answer(call, window);
                }
                else
                {
                    call.AnswerNumber(window.Value, unit);
                    FaultTiming.Answer(call, window);
                }

                return;
            }

            if (FaultTiming.TryClear(call, index))
            {
                return;
            }

            int value = BankReport.Unknown;
            if (!IsFlag(which) && call.TakeWord("UNKNown"))
            {
                FaultTiming.Set(call, index, value, 0);
                return;
            }

            bool isRead = unit == ScpiUnit.None && IsSwitch(which)
                ? call.ReadSwitch(ValueNames[call.Tag], false)
                : call.ReadNumber(ValueNames[call.Tag], unit, MinOf(which), MaxOf(which), 0);
            if (isRead)
            {
                value = call.Value;
                FaultTiming.Set(call, index, value, 0);
            }
        }

        public static void Frame(ScpiCall call)
        {
            FrameFaultKind kind = (FrameFaultKind)call.Tag;
            int frame = FrameTable.Find((uint)call.FirstSuffix).Index;
            int index = FaultPlan.IndexOf(frame, kind);
            FaultWindow window = call.Simulator.Faults.At(index);
            if (call.IsQuery)
            {
                AnswerFrame(call, kind, window);
                return;
            }

            if (FaultTiming.TryClear(call, index))
            {
                return;
            }

            int value = 1;
            long detail = 0;
            switch (kind)
            {
                case FrameFaultKind.Delay:
                    call.ReadNumber("delay", ScpiUnit.Second, 1, DelayMaxMilliseconds, 100);
                    value = call.Value;
                    break;
                case FrameFaultKind.Length:
                    call.ReadNumber("length", ScpiUnit.None, 0, CanFrame.DataLengthMax, CanFrame.DataLengthMax);
                    value = call.Value;
                    break;
                case FrameFaultKind.Duplicate:
                    call.ReadNumber("copies", ScpiUnit.None, 1, CopiesMax, 1);
                    value = call.Value;
                    break;
                case FrameFaultKind.Corrupt:
                    if (call.ReadNumber("byte", ScpiUnit.None, 0, CanFrame.DataLengthMax - 1, 0))
                    {
                        value = call.Value;
                        call.ReadNumber("bits", ScpiUnit.None, 1, 255, 255);
                        detail = call.Value;
                    }

                    break;
                case FrameFaultKind.Bytes:
                    if (call.ReadText("bytes", 2 * CanFrame.DataLengthMax) && FrameText.ReadBytes(call, call.Frame))
                    {
                        value = call.Frame.Length;
                        detail = FrameText.Pack(call.Frame);
                    }

                    break;
                default:
                    call.ReadSwitch("fault", false);
                    break;
            }

            if (!call.HasFailed)
            {
                FaultTiming.Set(call, index, value, detail);
            }
        }

        private static void AnswerFrame(ScpiCall call, FrameFaultKind kind, FaultWindow window)
        {
            if (!window.IsSet)
            {
                call.Answer().Add("OFF");
                return;
            }

            switch (kind)
            {
                case FrameFaultKind.Delay: call.AnswerNumber(window.Value, ScpiUnit.Second); break;
                case FrameFaultKind.Length: call.AnswerNumber(window.Value, ScpiUnit.None); break;
                case FrameFaultKind.Duplicate: call.AnswerNumber(window.Value, ScpiUnit.None); break;
                case FrameFaultKind.Corrupt:
                    call.AnswerNumber(window.Value, ScpiUnit.None);
                    call.AnswerNumber(window.Detail, ScpiUnit.None);
                    break;
                case FrameFaultKind.Bytes: FrameText.AnswerBytes(call, window.Value, window.Detail); break;
                default: call.Answer().Add("ON"); break;
            }

            FaultTiming.Answer(call, window);
        }

        private static bool IsFlag(ReportValue value)
        {
            return IsSwitch(value) || value == ReportValue.Protections || value == ReportValue.Alarms;
        }

        private static bool IsSwitch(ReportValue value)
        {
            return value >= ReportValue.ChargeEnable && value <= ReportValue.FullCharge;
        }

        private static ScpiUnit UnitOf(ReportValue value)
        {
            switch (value)
            {
                case ReportValue.ChargeVoltageLimit:
                case ReportValue.DischargeVoltageLimit:
                case ReportValue.Voltage: return ScpiUnit.Volt;
                case ReportValue.ChargeCurrentLimit:
                case ReportValue.DischargeCurrentLimit:
                case ReportValue.Current: return ScpiUnit.Ampere;
                case ReportValue.Soc:
                case ReportValue.Soh: return ScpiUnit.Percent;
                case ReportValue.Temperature: return ScpiUnit.Celsius;
                case ReportValue.Capacity: return ScpiUnit.AmpereHour;
                default: return ScpiUnit.None;
            }
        }

        // The ranges are those of the wire: beyond them the value would be cut, and something else would be sent than was ordered.
        private static int MinOf(ReportValue value)
        {
            switch (value)
            {
                case ReportValue.ChargeCurrentLimit:
                case ReportValue.DischargeCurrentLimit:
                case ReportValue.Current: return -3276700;
                case ReportValue.Temperature: return -32767;
                default: return 0;
            }
        }

        private static int MaxOf(ReportValue value)
        {
            switch (value)
            {
                case ReportValue.ChargeVoltageLimit:
                case ReportValue.DischargeVoltageLimit: return 6553500;
                case ReportValue.Voltage: return 327670;
                case ReportValue.Soc:
                case ReportValue.Soh: return 655350;
                case ReportValue.Temperature: return 32767;
                case ReportValue.Protections:
                case ReportValue.Alarms: return BmsFlags.All;
                case ReportValue.ModulesOnline: return 255;
                case ReportValue.Capacity: return 65535000;
                default: return 3276700;
            }
        }
    }
}
