using System;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Twin
{
    /// <summary>Runs a session against the clock on the wall until its time is up or somebody asks it to stop.</summary>
    public sealed class TwinRunner
    {
        /// <summary>Simulated time that is run between two looks at the clock, ms: about 50 us of work, so that a stop is heeded at once.</summary>
        private const int SliceMilliseconds = 5000;

        /// <summary>Shortest sleep between two looks at the clock.</summary>
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

        /// <summary>Times that arrivals are taken in one millisecond; a port that floods must not stop time.</summary>
        private const int ExchangeRoundsMax = 16;

        /// <summary>Shortest wait for an arrival: less only burns the processor.</summary>
        private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(0.2);

        private readonly TwinSession _session;
        private readonly TimeProvider _clock;
        private SimulationPace _pace;
        private bool _hasPaceChanged;
        private long _startTimestamp;
        private long _startMilliseconds;
        private TimeSpan _paceStart;
        private ICommandSource? _commands;
        private volatile TaskCompletionSource _arrival = NewArrival();

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

        /// <summary>Orders that are carried out between two steps; null for none. The runner wakes when one comes in.</summary>
        public ICommandSource? Commands
        {
            get => _commands;
            set
            {
                _commands = value;
                if (value != null)
                {
                    value.Arrived += Wake;
                }
            }
        }

        /// <summary>Time on the wall between two calls of the callback, above 0; 1 s unless set.</summary>
        public TimeSpan ReportPeriod { get; init; } = TimeSpan.FromSeconds(1);

        /// <summary>External ports and logs that are on the bus too; null for none. The runner wakes when one receives something.</summary>
        public PortHub? Hub { get; init; }

        /// <summary>
        /// True where somebody outside keeps real time: what is late by more than <see cref="HostSlips.ToleranceMilliseconds"/> is not sent in a burst.
        /// </summary>
        public bool KeepsRealTime { get; init; }

        /// <summary>What becomes of time that was lost.</summary>
        public LatePolicy LatePolicy { get; init; }

        /// <summary>Times that were lost.</summary>
        public HostSlips Slips { get; } = new();

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
            Begin();
            TimeSpan nextReport = ReportPeriod;
            while (true)
            {
                Elapsed = _clock.GetElapsedTime(_startTimestamp);
                if (Elapsed >= nextReport)
                {
                    report?.Invoke();
                    nextReport = Elapsed + ReportPeriod;
                }

                if (stop.IsCancellationRequested)
                {
                    return _session.NowMilliseconds >= end;
                }

                bool hasMore = Step(end);
                if (_session.NowMilliseconds >= end)
                {
                    Elapsed = _clock.GetElapsedTime(_startTimestamp);
                    return true;
                }

                if (!hasMore)
                {
                    await WaitAsync(stop).ConfigureAwait(false);
                }
            }
        }

        /// <summary>Starts the clock, for <see cref="Pass"/>.</summary>
        public void Begin()
        {
            _startTimestamp = _clock.GetTimestamp();
            _startMilliseconds = _session.NowMilliseconds;
            _paceStart = TimeSpan.Zero;
        }

        /// <summary>Carries out orders and runs what is due by now, without waiting: for a thread that looks after several runners.</summary>
        public void Pass()
        {
            Elapsed = _clock.GetElapsedTime(_startTimestamp);
            Step(long.MaxValue);
        }

        // True if there is more to do at once.
        private bool Step(long endMilliseconds)
        {
            bool hasMore = Commands?.Run() ?? false;
            if (_hasPaceChanged)
            {
                _hasPaceChanged = false;
                _startMilliseconds = _session.NowMilliseconds;
                _paceStart = Elapsed;
            }

            long due = Math.Min(endMilliseconds, DueMilliseconds(_startMilliseconds, Elapsed - _paceStart));
            if (IsLate(due) && RecordSlip(due))
            {
                _startMilliseconds = _session.NowMilliseconds;
                _paceStart = Elapsed;
                due = _startMilliseconds;
            }

            long next = Math.Min(due, _session.NowMilliseconds + SliceMilliseconds);
            if (next >= _session.NowMilliseconds)
            {
                AdvanceTo(next);
            }

            return hasMore || _session.NowMilliseconds < due;
        }

        // Simulated time moves in whole milliseconds: at a slow pace being due by one of them is punctual.
        private bool IsLate(long due) =>
            KeepsRealTime && !_pace.IsMax
            && (due - _session.NowMilliseconds - (_pace.Factor < 1 ? 1 : 0)) / _pace.Factor > HostSlips.ToleranceMilliseconds;

        // True if time is to go on from here.
        private bool RecordSlip(long due)
        {
            var slip = new HostSlip(_session.NowMilliseconds, (long)((due - _session.NowMilliseconds) / _pace.Factor));
            Slips.Record(slip);
            if (LatePolicy == LatePolicy.Shift)
            {
                _session.Simulator.Schedule.RecordSlip((int)Math.Min(int.MaxValue, slip.LateMilliseconds));
                return true;
            }

            bool isOn = _session.Simulator.IsOutputOn;
            _session.Simulator.IsOutputOn = false;
            AdvanceTo(due);
            _session.Simulator.IsOutputOn = isOn;
            return false;
        }

        private long DueMilliseconds(long startMilliseconds, TimeSpan elapsed)
        {
            return _pace.IsMax ? long.MaxValue : startMilliseconds + (long)(elapsed.TotalMilliseconds * _pace.Factor);
        }

        // Frames of logs enter at their times; what has arrived from outside is received in the millisecond that the clock shows.
        private void AdvanceTo(long milliseconds)
        {
            if (Hub == null)
            {
                _session.AdvanceTo(milliseconds);
                return;
            }

            long next;
            do
            {
                long replay = Hub.NextReplayMicroseconds;
                next = replay == long.MaxValue ? milliseconds : Math.Clamp((replay + 999) / 1000, _session.NowMilliseconds, milliseconds);
                _session.AdvanceTo(next);
                bool hasReceived = false;
                for (int round = 0; round < ExchangeRoundsMax && Hub.Exchange(); round++)
                {
                    hasReceived = true;
                    _session.AdvanceTo(next);
                }

                // An answer takes a quarter of a millisecond on the bus and is complete in the next one. It leaves now, not when the clock
                // gets there: whoever asked is waiting.
                if (hasReceived && KeepsRealTime && next == milliseconds)
                {
                    _session.AdvanceTo(next + 1);
                    Hub.Exchange();
                }
            }
            while (next < milliseconds);
        }

        private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

        // Whoever comes between the change of the arrival and the next look at the commands is carried out by that look.
        private void Wake()
        {
            _arrival.TrySetResult();
            Hub?.Wake();
        }

        private async Task WaitAsync(CancellationToken stop)
        {
            if (Hub != null)
            {
                double dueMilliseconds = (_session.NextEventMilliseconds - _startMilliseconds) / _pace.Factor;
                double leftMilliseconds = dueMilliseconds - (Elapsed - _paceStart).TotalMilliseconds;
                TimeSpan toEvent = TimeSpan.FromMilliseconds(Math.Min(Tick.TotalMilliseconds, leftMilliseconds));
                Hub.Wait(toEvent < ShortestWait ? ShortestWait : toEvent, stop);
                return;
            }

            TaskCompletionSource arrival = _arrival;
            try
            {
                Task tick = Task.Delay(Tick, _clock, stop);
                await (await Task.WhenAny(tick, arrival.Task).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Being asked to stop is not an error; the loop sees it next.
            }

            if (arrival.Task.IsCompleted)
            {
                _arrival = NewArrival();
            }
        }
    }
}
