using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace BatterySim.Host.Cli.Fleets
{
    /// <summary>Runs the banks of a fleet in real time: one thread for each processor, each with its share of the banks.</summary>
    internal sealed class FleetRun(IReadOnlyList<FleetBank> banks, long? durationMilliseconds, CliHost host)
    {
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
        private static readonly TimeSpan ReportPeriod = TimeSpan.FromSeconds(10);

        private Exception? _failure;

        /// <summary>Runs until the time is over or somebody stops it.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(host.Interruption.Token);
            int count = Math.Clamp(Environment.ProcessorCount, 1, banks.Count);
            Thread[] workers = [.. Enumerable.Range(0, count).Select(number => new Thread(() => Work(number, count, stop)) { Name = $"banks {number}" })];
            long start = Stopwatch.GetTimestamp();
            TimeSpan processorStart = ProcessorTime();
            host.Output.WriteLine(Invariant($"{banks.Count} banks in real time on {count} threads; Ctrl+C ends it."));
            foreach (Thread worker in workers)
            {
                worker.Start();
            }

            TimeSpan next = ReportPeriod;
            while (!stop.IsCancellationRequested)
            {
                TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
                if (elapsed.TotalMilliseconds >= (durationMilliseconds ?? long.MaxValue))
                {
                    break;
                }

                if (elapsed >= next)
                {
                    WriteLine(elapsed, ProcessorTime() - processorStart);
                    next += ReportPeriod;
                }

                stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
            }

            stop.Cancel();
            foreach (Thread worker in workers)
            {
                worker.Join();
            }

            WriteLine(Stopwatch.GetElapsedTime(start), ProcessorTime() - processorStart);
            return _failure is null ? ExitCodes.Success : throw new InvalidOperationException("a bank failed", _failure);
        }

        private void Work(int number, int count, CancellationTokenSource stop)
        {
            FleetBank[] mine = [.. banks.Where((_, index) => index % count == number)];
            try
            {
                foreach (FleetBank bank in mine)
                {
                    bank.Runner.Begin();
                }

                while (!stop.IsCancellationRequested)
                {
                    long begin = Stopwatch.GetTimestamp();
                    foreach (FleetBank bank in mine)
                    {
                        bank.Pass();
                    }

                    TimeSpan left = Tick - Stopwatch.GetElapsedTime(begin);
                    if (left > TimeSpan.Zero)
                    {
                        stop.Token.WaitHandle.WaitOne(left);
                    }
                }
            }
            catch (Exception problem)
            {
                _failure = problem;
                stop.Cancel();
            }
        }

        private void WriteLine(TimeSpan elapsed, TimeSpan processor)
        {
            long frames = banks.Sum(static bank => bank.Session.Bus.FrameCount);
            long replies = banks.Sum(static bank => bank.Session.InverterFrameCount);
            long slips = banks.Sum(static bank => (long)bank.Runner.Slips.Count);
            long worst = banks.Max(static bank => bank.Runner.Slips.WorstMilliseconds);
            string late = slips == 0 ? "never late" : Invariant($"{slips} times late, {worst} ms at worst");
            host.Output.WriteLine(Invariant(
                $"{elapsed.TotalSeconds,7:F1} s  {banks.Count} banks  {frames} frames  {replies} from inverters  {late}  processor {processor / elapsed * 100:F0} %"));
            host.Output.Flush();
        }

        private static TimeSpan ProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime;

        private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
