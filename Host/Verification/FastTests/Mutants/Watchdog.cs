using System;
using System.IO;
using System.Threading;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>Ends this process, with the answer that a mutant never returns, if a test takes far longer than without it.</summary>
    /// <remarks>Processor time rather than time of day, so that a loaded machine makes no difference.</remarks>
    internal sealed class Watchdog : IDisposable
    {
        private const int LookMilliseconds = 100;
        private const int SpareMilliseconds = 1000;
        private const int Factor = 10;

        private readonly TextWriter _answers;
        private readonly Timer _timer;
        private long _endTicks = long.MaxValue;

        /// <summary>Watches nothing yet.</summary>
        /// <param name="answers">Where the answer is written.</param>
        public Watchdog(TextWriter answers)
        {
            _answers = answers;
            _timer = new Timer(_ => Look(), null, LookMilliseconds, LookMilliseconds);
        }

        /// <summary>A test begins.</summary>
        /// <param name="milliseconds">Time it took without a mutant.</param>
        public void Begin(int milliseconds) => Interlocked.Exchange(
            ref _endTicks, Environment.CpuUsage.TotalTime.Ticks + TimeSpan.FromMilliseconds(SpareMilliseconds + ((long)Factor * milliseconds)).Ticks);

        /// <summary>It has ended.</summary>
        public void End() => Interlocked.Exchange(ref _endTicks, long.MaxValue);

        /// <inheritdoc/>
        public void Dispose() => _timer.Dispose();

        private void Look()
        {
            if (Environment.CpuUsage.TotalTime.Ticks > Interlocked.Read(ref _endTicks))
            {
                _answers.WriteLine(WorkerProcess.Endless);
                _answers.Flush();
                Environment.Exit(1);
            }
        }
    }
}
