using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument
{
    /// <summary>FAULt:EXTRa# and FAULt:CABLe: frames that do not belong there, and a cable that loses them.</summary>
    internal static class ExtraFaultCommands
    {
        public static void Extra(ScpiCall call)
        {
            int slot = call.FirstSuffix - 1;
            int index = FaultPlan.IndexOfExtra(slot);
            FaultWindow window = call.Simulator.Faults.At(index);
            if (call.IsQuery)
            {
                if (!window.IsSet)
                {
                    call.Answer().Add("OFF");
                    return;
                }

                FrameText.Write(call.Answer(), call.Simulator.ExtraFrames.FrameAt(slot));
                call.AnswerNumber(window.Value, ScpiUnit.Second);
                FaultTiming.Answer(call, window);
                return;
            }

            if (FaultTiming.TryClear(call, index) || !call.ReadText() || !FrameText.ReadFrame(call, call.Frame))
            {
                return;
            }

            int period = 0;
            if (call.HasMore)
            {
                call.ReadNumber();
                period = call.Value;
            }

            int delay;
            int duration;
            if (FaultTiming.Read(call, out delay, out duration))
            {
                call.Simulator.ExtraFrames.Set(slot, call.Frame, period, call.Simulator.NowMilliseconds + delay, duration);
                call.Simulator.OnFaultsChange();
            }
        }

        public static void Cable(ScpiCall call)
        {
            int index = FaultPlan.IndexOf((CableFaultKind)call.Tag);
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
                    return;
                }

                call.AnswerNumber(window.Value, ScpiUnit.Percent);
                call.AnswerNumber(window.Detail, ScpiUnit.None);
                FaultTiming.Answer(call, window);
                return;
            }

            if (FaultTiming.TryClear(call, index) || !call.ReadNumber())
            {
                return;
            }

            int chance = call.Value;
            if (call.ReadNumber())
            {
                FaultTiming.Set(call, index, chance, call.Value);
            }
        }

        public static void Lost(ScpiCall call)
        {
            call.AnswerNumber(call.Simulator.Cable.LostCount, ScpiUnit.None);
            call.AnswerNumber(call.Simulator.Cable.BusOffCount, ScpiUnit.None);
        }
    }
}
