using System;
using System.Threading;
using System.Threading.Tasks;

namespace BatterySim.Host.Twin
{
    /// <summary>Runs a session against the clock on the wall until its time is up or somebody asks it to stop.</summary>
    public sealed class TwinRunner
    {
        /// <summary>Simulated time that is run between two looks at the clock, ms: about 50 us of work, so that a stop is heeded at once.</summary>
        private const int SliceMilliseconds = 5000;

        /// <summary>Shortest sleep between two looks at the clock.</summary>
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

        private readonly TwinSession _session;
        private readonly TimeProvider _clock;
        private SimulationPace _pace;
        private bool _hasPaceChanged;

        /// <summary>Makes a runner.</summary>
        /// <param name="session">What is run.</param>
        /// <param name="pace">How fast.</param>
        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        public TwinRunner(TwinSession session, SimulationPace pace, TimeProvider? clock = null)
        {
            _session = session;
            _pace = pace;
            _clock = clock ?? TimeProvider.System;
        }

        /// <summary>How fast; a change holds from the moment at which it is made.</summary>
        public SimulationPace Pace
        {
            get => _pace;
            set
            {
                _pace = value;
                _hasPaceChanged = true;
            }
        }

        /// <summary>Orders that are carried out between two steps; null for none.</summary>
        public ICommandSource? Commands { get; set; }

        /// <summary>Time on the wall between two calls of the callback, above 0; 1 s unless set.</summary>
        public TimeSpan ReportPeriod { get; init; } = TimeSpan.FromSeconds(1);

        /// <summary>Time on the wall that the run has taken.</summary>
        public TimeSpan Elapsed { get; private set; }

        /// <summary>
        /// Runs until the session's time reaches the end or a stop is asked for; either way all that was due by then is done and the task
        /// ends without an exception. At <see cref="SimulationPace.Max"/> it works on the caller's thread until it is done.
        /// </summary>
        /// <param name="endMilliseconds">Simulated time at which to end, ms; null to run until stopped.</param>
        /// <param name="report">Called about once every <see cref="ReportPeriod"/> of the clock on the wall, between two steps.</param>
        /// <param name="stop">Asks the run to end.</param>
        /// <returns>True if the end was reached, false if it was stopped before.</returns>
        public async Task<bool> RunAsync(long? endMilliseconds, Action? report, CancellationToken stop)
        {
            long end = endMilliseconds ?? long.MaxValue;
            long startTimestamp = _clock.GetTimestamp();
            long startMilliseconds = _session.NowMilliseconds;
            TimeSpan paceStart = TimeSpan.Zero;
            TimeSpan nextReport = ReportPeriod;
            while (true)
            {
                Elapsed = _clock.GetElapsedTime(startTimestamp);
                if (Elapsed >= nextReport)
                {
                    report?.Invoke();
                    nextReport = Elapsed + ReportPeriod;
                }

                if (stop.IsCancellationRequested)
                {
                    return _session.NowMilliseconds >= end;
                }

                Commands?.Run();
                if (_hasPaceChanged)
                {
                    _hasPaceChanged = false;
                    startMilliseconds = _session.NowMilliseconds;
                    paceStart = Elapsed;
                }

                long due = Math.Min(end, DueMilliseconds(startMilliseconds, Elapsed - paceStart));
                long next = Math.Min(due, _session.NowMilliseconds + SliceMilliseconds);
                if (next >= _session.NowMilliseconds)
                {
                    _session.AdvanceTo(next);
                }

                if (_session.NowMilliseconds >= end)
                {
                    Elapsed = _clock.GetElapsedTime(startTimestamp);
                    return true;
                }

                if (_session.NowMilliseconds >= due)
                {
                    await WaitAsync(stop).ConfigureAwait(false);
                }
            }
        }

        private long DueMilliseconds(long startMilliseconds, TimeSpan elapsed)
        {
            return _pace.IsMax ? long.MaxValue : startMilliseconds + (long)(elapsed.TotalMilliseconds * _pace.Factor);
        }

        private async Task WaitAsync(CancellationToken stop)
        {
            try
            {
                await Task.Delay(Tick, _clock, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Being asked to stop is not an error; the loop sees it next.
            }
        }
    }
}
