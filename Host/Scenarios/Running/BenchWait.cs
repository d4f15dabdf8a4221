using System;
using System.Diagnostics;
using System.Threading;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Waits in real time for what a bench has to come to, or until somebody breaks it off.</summary>
    internal static class BenchWait
    {
        /// <summary>Waits for a time.</summary>
        /// <exception cref="OperationCanceledException">It was broken off.</exception>
        public static void For(int milliseconds, CancellationToken stop)
        {
            if (stop.WaitHandle.WaitOne(milliseconds))
            {
                stop.ThrowIfCancellationRequested();
            }
        }

        /// <summary>Looks again and again until something is so.</summary>
        /// <param name="lookMilliseconds">Time from one look to the next.</param>
        /// <param name="atMostMilliseconds">Longest wait.</param>
        /// <param name="isSo">Looks.</param>
        /// <param name="stop">Breaks it off.</param>
        /// <returns>False if the time was over before.</returns>
        /// <exception cref="OperationCanceledException">It was broken off.</exception>
        public static bool Until(int lookMilliseconds, int atMostMilliseconds, Func<bool> isSo, CancellationToken stop)
        {
            long start = Stopwatch.GetTimestamp();
            while (!isSo())
            {
                if (Stopwatch.GetElapsedTime(start).TotalMilliseconds >= atMostMilliseconds)
                {
                    return false;
                }

                For(lookMilliseconds, stop);
            }

            return true;
        }
    }
}
