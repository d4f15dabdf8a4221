using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument
{
    /// <summary>FAULt: wrong values and wrong frames, each with a start and a duration.</summary>
    internal static class FaultCommands
    {
        private const int DelayMaxMilliseconds = 5000;
        private const int TimeMaxMilliseconds = 86400000;
        private const int CopiesMax = 10;

        private static readonly string[] ValueNames =
        {
            "CVL", "CCL", "DCL", "DVL", "SOC", "SOH", "voltage", "current", "temperature", "protections", "alarms",
            "charge enable", "discharge enable", "force charge bit 5", "force charge bit 4", "full charge", "modules", "capacity",
        };

        private static readonly string[] KindNames =
        {
            "left out", "delayed", "wrong length", "29-bit id", "stale", "out of order", "duplicated", "corrupted", "remote",
        };

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
            text.Add("frame 0x");
            text.AddHex(FrameEncoder.IdAt(place / (int)FrameFaultKind.Count), 3);
            text.Add(' ');
            text.Add(KindNames[place % (int)FrameFaultKind.Count]);
        }

        public static void Clear(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Simulator.Faults.ClearAll();
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
                    AnswerTimes(call, window);
                }
                else
                {
                    call.AnswerNumber(window.Value, unit);
                    AnswerTimes(call, window);
                }

                return;
            }

            if (TryClear(call, index))
            {
                return;
            }

            int value = BankReport.Unknown;
            if (!IsFlag(which) && call.TakeWord("UNKNown"))
            {
                Set(call, index, value, 0);
                return;
            }

            bool isRead = unit == ScpiUnit.None && IsSwitch(which)
                ? call.ReadSwitch(ValueNames[call.Tag], false)
                : call.ReadNumber(ValueNames[call.Tag], unit, MinOf(which), MaxOf(which), 0);
            if (isRead)
            {
                value = call.Value;
                Set(call, index, value, 0);
            }
        }

        public static void Frame(ScpiCall call)
        {
            FrameFaultKind kind = (FrameFaultKind)call.Tag;
            int frame = FrameEncoder.IndexOf((uint)call.FirstSuffix);
            int index = FaultPlan.IndexOf(frame, kind);
            FaultWindow window = call.Simulator.Faults.At(index);
            if (call.IsQuery)
            {
                AnswerFrame(call, kind, window);
                return;
            }

            if (TryClear(call, index))
            {
                return;
            }

            int value = 1;
            int detail = 0;
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
                default:
                    call.ReadSwitch("fault", false);
                    break;
            }

            if (!call.HasFailed)
            {
                Set(call, index, value, detail);
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
                default: call.Answer().Add("ON"); break;
            }

            AnswerTimes(call, window);
        }

        private static bool TryClear(ScpiCall call, int index)
        {
            if (!call.TakeWord("OFF"))
            {
                return false;
            }

            if (call.EndSetting())
            {
                call.Simulator.Faults.Clear(index);
            }

            return true;
        }

        // What follows the value: time until the start and time that it lasts, 0 for until it is cleared.
        private static void Set(ScpiCall call, int index, int value, int detail)
        {
            int delay = 0;
            int duration = 0;
            if (call.HasMore)
            {
                call.ReadNumber("start", ScpiUnit.Second, 0, TimeMaxMilliseconds, 0);
                delay = call.Value;
            }

            if (!call.HasFailed && call.HasMore)
            {
                call.ReadNumber("duration", ScpiUnit.Second, 0, TimeMaxMilliseconds, 0);
                duration = call.Value;
            }

            if (!call.HasFailed && call.EndSetting())
            {
                call.Simulator.Faults.Set(index, value, detail, call.Simulator.NowMilliseconds + delay, duration);
                call.Simulator.NoteFaults();
            }
        }

        // Time until it starts, 0 if it has, and time that is left of it, 0 for until it is cleared.
        private static void AnswerTimes(ScpiCall call, FaultWindow window)
        {
            long now = call.Simulator.NowMilliseconds;
            long start = window.StartMilliseconds > now ? window.StartMilliseconds : now;
            call.AnswerNumber(start - now, ScpiUnit.Second);
            call.AnswerNumber(window.EndMilliseconds == long.MaxValue ? 0 : window.EndMilliseconds - start, ScpiUnit.Second);
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

        // The ranges are those of the wire: beyond them the encoder would cut the value, and something else would be sent than was ordered.
        private static int MinOf(ReportValue value)
        {
            return value == ReportValue.Current ? -3276700
                : value == ReportValue.Temperature ? -400
                : value == ReportValue.ModulesOnline ? 1
                : value == ReportValue.Capacity ? 1000 : 0;
        }

        private static int MaxOf(ReportValue value)
        {
            switch (value)
            {
                case ReportValue.ChargeVoltageLimit:
                case ReportValue.DischargeVoltageLimit: return 6553500;
                case ReportValue.Voltage: return 327670;
                case ReportValue.Soc:
                case ReportValue.Soh:
                case ReportValue.Temperature: return 1000;
                case ReportValue.Protections:
                case ReportValue.Alarms: return BmsFlags.All;
                case ReportValue.ModulesOnline: return 255;
                case ReportValue.Capacity: return 65535000;
                default: return 3276700;
            }
        }
    }
}
