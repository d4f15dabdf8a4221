using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>FAULt: wrong values and wrong frames, each with a start and a duration.</summary>
    internal static class FaultCommands
    {
        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.FaultClear: Clear(call); break;
                case CommandId.FaultCount: Count(call); break;
                case CommandId.FaultValue: Value(call); break;
                case CommandId.FaultFrame: Frame(call); break;
                case CommandId.ExtraFrame: ExtraFaultCommands.Extra(call); break;
                case CommandId.CableFault: ExtraFaultCommands.Cable(call); break;
                case CommandId.GaugeFault: GaugeFaultCommands.Run(call); break;
                default: ExtraFaultCommands.Lost(call); break;
            }
        }

        /// <summary>Name of the fault at a place of the plan, for people.</summary>
        public static void WriteName(TextBuffer text, int index)
        {
            if (index < (int)ReportValue.Count)
            {
                text.Add("value ");
                text.Add(FaultNames.Of((ReportValue)index));
                return;
            }

            if (index >= FaultPlan.IndexOf(GaugeFaultKind.Voltage))
            {
                text.Add("gauge, ");
                text.Add(FaultNames.Of((GaugeFaultKind)(index - FaultPlan.IndexOf(GaugeFaultKind.Voltage))));
                return;
            }

            int place = index - (int)ReportValue.Count;
            if (index >= FaultPlan.IndexOf(CableFaultKind.Burst))
            {
                text.Add(index == FaultPlan.IndexOf(CableFaultKind.Burst) ? "cable, bursts" : "cable, bus-off");
                return;
            }

            if (index >= FaultPlan.IndexOfExtra(0))
            {
                text.Add("extra frame ");
                text.AddNumber(index - FaultPlan.IndexOfExtra(0) + 1);
                return;
            }

            text.Add("frame 0x");
            FrameText.WriteSuffix(text, FrameTable.At(place / (int)FrameFaultKind.Count).Suffix);
            text.Add(' ');
            text.Add(FaultNames.Of((FrameFaultKind)(place % (int)FrameFaultKind.Count)));
        }

        private static void Clear(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Simulator.Faults.ClearAll();
                call.Simulator.OnFaultsChange();
            }
        }

        private static void Count(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.Faults.SetCount, ScpiUnit.None);
        }

        private static void Value(ScpiCall call)
        {
            ReportValue which = (ReportValue)call.Tag;
            int index = FaultPlan.IndexOf(which);
            FaultWindow window = call.Simulator.Faults.At(index);
            if (call.IsQuery)
            {
                if (call.TryAnswerBound())
                {
                    return;
                }

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
                    call.AnswerNumber(window.Value, call.Row.ParameterAt(0).Unit);
                    FaultTiming.Answer(call, window);
                }

                return;
            }

            if (FaultTiming.TryClear(call, index))
            {
                return;
            }

            string problem = call.Instrument.IsRecalling ? null : FaultCarriers.FindProblem(which, call.Staged.Dialect);
            if (problem != null)
            {
                call.Fail(ScpiError.SettingsConflict).Add(problem);
                return;
            }

            if (!IsFlag(which) && call.ConsumeWord("UNKNown"))
            {
                FaultTiming.Set(call, index, BankReport.Unknown, 0);
            }
            else if (IsSwitch(which) && call.ConsumeWord("ON"))
            {
                FaultTiming.Set(call, index, 1, 0);
            }
            else if (call.ReadNumber())
            {
                FaultTiming.Set(call, index, call.Value, 0);
            }
        }

        private static void Frame(ScpiCall call)
        {
            FrameFaultKind kind = (FrameFaultKind)call.Tag;
            int frame = FrameTable.Find((uint)call.FirstSuffix).Index;
            int index = FaultPlan.IndexOf(frame, kind);
            FaultWindow window = call.Simulator.Faults.At(index);
            if (call.IsQuery)
            {
                if (!call.TryAnswerBound())
                {
                    AnswerFrame(call, kind, window);
                }

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
                    call.ReadNumber();
                    value = call.Value;
                    break;
                case FrameFaultKind.Length:
                    call.ReadNumber();
                    value = call.Value;
                    break;
                case FrameFaultKind.Duplicate:
                    call.ReadNumber();
                    value = call.Value;
                    break;
                case FrameFaultKind.Corrupt:
                    if (call.ReadNumber())
                    {
                        value = call.Value;
                        call.ReadNumber();
                        detail = call.Value;
                    }

                    break;
                case FrameFaultKind.Bytes:
                    if (call.ReadText() && FrameText.ReadBytes(call, call.Frame))
                    {
                        value = call.Frame.Length;
                        detail = FrameText.Pack(call.Frame);
                    }

                    break;
                default:
                    FaultTiming.Switch(call, index);
                    return;
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
    }
}
