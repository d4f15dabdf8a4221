using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument
{
    /// <summary>What every fault has behind its value: the time until it starts and the time that it lasts.</summary>
    internal static class FaultTiming
    {
        /// <summary>Ends a fault if the next parameter is OFF, or DEF, which is the same: by itself there is no fault.</summary>
        public static bool TryClear(ScpiCall call, int index)
        {
            if (!call.ConsumeWord("OFF") && !call.ConsumeWord("DEFault"))
            {
                return false;
            }

            Clear(call, index);
            return true;
        }

        /// <summary>Begins a fault that is there or not, or ends it: 0 is OFF as everywhere.</summary>
        /// <param name="call">The command.</param>
        /// <param name="index">Place of the fault in the plan.</param>
        public static void Switch(ScpiCall call, int index)
        {
            if (!call.ReadSwitch())
            {
                return;
            }

            if (call.Value != 0)
            {
                Set(call, index, 1, 0);
            }
            else
            {
                Clear(call, index);
            }
        }

        /// <summary>Reads the times and orders the fault.</summary>
        public static void Set(ScpiCall call, int index, int value, long detail)
        {
            int delay;
            int duration;
            if (Read(call, out delay, out duration))
            {
                call.Simulator.Faults.Set(index, value, detail, call.Simulator.NowMilliseconds + delay, duration);
                call.Simulator.OnFaultsChange();
            }
        }

        /// <summary>Reads what follows the value: time until the start and time that it lasts, 0 for until it is cleared.</summary>
        /// <returns>True if the fault is to be ordered now.</returns>
        public static bool Read(ScpiCall call, out int delayMilliseconds, out int durationMilliseconds)
        {
            delayMilliseconds = 0;
            durationMilliseconds = 0;
            if (!call.HasFailed && call.HasMore)
            {
                call.ReadTime("start");
                delayMilliseconds = call.Value;
            }

            if (!call.HasFailed && call.HasMore)
            {
                call.ReadTime("duration");
                durationMilliseconds = call.Value;
            }

            return !call.HasFailed && call.EndSetting();
        }

        /// <summary>Answers with the time until it starts, 0 if it has, and the time that is left of it, 0 for until it is cleared.</summary>
        public static void Answer(ScpiCall call, FaultWindow window)
        {
            long now = call.Simulator.NowMilliseconds;
            long start = window.StartMilliseconds > now ? window.StartMilliseconds : now;
            call.AnswerNumber(start - now, ScpiUnit.Second);
            call.AnswerNumber(window.EndMilliseconds == long.MaxValue ? 0 : window.EndMilliseconds - start, ScpiUnit.Second);
        }

        private static void Clear(ScpiCall call, int index)
        {
            if (call.EndSetting())
            {
                call.Simulator.Faults.Clear(index);
                call.Simulator.OnFaultsChange();
            }
        }
    }
}
