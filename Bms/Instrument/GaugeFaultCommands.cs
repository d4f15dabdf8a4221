using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument
{
    /// <summary>FAULt:GAUGe: gauges that lie for a time.</summary>
    internal static class GaugeFaultCommands
    {
        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            GaugeFaultKind kind = (GaugeFaultKind)call.Tag;
            int index = FaultPlan.IndexOf(kind);
            if (call.IsQuery)
            {
                if (!call.TryAnswerBound())
                {
                    Answer(call, kind, call.Simulator.Faults.At(index));
                }

                return;
            }

            if (FaultTiming.TryClear(call, index))
            {
                return;
            }

            if (kind == GaugeFaultKind.Master)
            {
                FaultTiming.Switch(call, index);
                return;
            }

            if (!call.ReadNumber())
            {
                return;
            }

            int value = call.Value;
            if (kind != GaugeFaultKind.Error)
            {
                FaultTiming.Set(call, index, value, 0);
            }
            else if (call.ReadNumber())
            {
                FaultTiming.Set(call, index, value, call.Value);
            }
        }

        private static void Answer(ScpiCall call, GaugeFaultKind kind, FaultWindow window)
        {
            if (!window.IsSet)
            {
                call.Answer().Add("OFF");
                return;
            }

            switch (kind)
            {
                case GaugeFaultKind.Voltage:
                    call.AnswerNumber(window.Value, ScpiUnit.None);
                    break;
                case GaugeFaultKind.Error:
                    call.AnswerNumber(window.Value, ScpiUnit.Percent);
                    call.AnswerNumber(window.Detail, ScpiUnit.None);
                    break;
                case GaugeFaultKind.Hold:
                    call.AnswerNumber(window.Value, ScpiUnit.Percent);
                    break;
                default:
                    call.Answer().Add("ON");
                    break;
            }

            FaultTiming.Answer(call, window);
        }
    }
}
