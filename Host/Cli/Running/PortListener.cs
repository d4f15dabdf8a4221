using System;
using System.Diagnostics;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Listens to a live port for a time, and sends nothing.</summary>
    internal static class PortListener
    {
        private const int WaitMilliseconds = 200;

        /// <summary>Takes every frame into a survey.</summary>
        public static void Listen(CanPortUrl url, BusSurvey bus, long durationMilliseconds, CliHost host)
        {
            using AutoResetEvent arrived = new(false);
            using ICanPort port = CanPorts.Create(url);
            port.FrameArrived += () => arrived.Set();
            port.Reported += sentence => host.Error.WriteLine($"batterysim: {sentence}.");
            try
            {
                port.Open();
            }
            catch (CanPortException problem)
            {
                throw CliException.Failure($"{problem.Message}.");
            }

            host.Error.WriteLine($"batterysim: listening to {url} for {durationMilliseconds / 1000.0} s; Ctrl+C ends it earlier.");
            CanFrame frame = new();
            long start = Stopwatch.GetTimestamp();
            long? first = null;
            long last = 0;
            while (!host.Interruption.IsRequested && Stopwatch.GetElapsedTime(start).TotalMilliseconds < durationMilliseconds)
            {
                while (port.TryReceive(frame, out long microseconds))
                {
                    // The clock of the machine may be set while we listen.
                    first ??= microseconds;
                    last = Math.Max(last, microseconds - first.Value);
                    bus.Observe(frame, last);
                }

                arrived.WaitOne(WaitMilliseconds);
            }
        }
    }
}
