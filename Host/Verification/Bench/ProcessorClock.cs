using System;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Time that the processors have given this process: what others on the machine do is not in it.</summary>
    internal static class ProcessorClock
    {
        /// <summary>Since the process started, s; all threads, the just-in-time compiler's included.</summary>
        public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds;
    }
}
