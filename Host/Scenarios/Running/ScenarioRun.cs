using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>One run of one case on one stand.</summary>
    internal sealed class ScenarioRun
    {
        private const int MarksMax = 2000;
        private const int SamplesMax = 1000;
        private const int SampleMinMilliseconds = 100;
        private const int FramesMax = 60;
        private const int SlipMilliseconds = 50;
        private const long BeforeMicroseconds = 1_500_000;
        private const long AfterMilliseconds = 500;
        private const long LateMilliseconds = 10_000;
        private const long LateStepMilliseconds = 1000;

        private readonly IStand _stand;
        private readonly CasePlan _plan;
        private readonly IReadOnlyList<TimedAction> _actions;
        private readonly List<ExpectationWatch> _watches = [];
        private readonly List<ExpectationWatch> _byTime = [];
        private readonly List<ExpectationWatch> _active = [];
        private readonly List<(ExpectationWatch Watch, long At)> _captures = [];
        private readonly Dictionary<ExpectationWatch, IReadOnlyList<string>> _frames = [];
        private readonly List<ExpectationWatch> _late = [];
        private readonly CourseRecorder _courses;
        private readonly FailureDoubts _doubts;
        private readonly List<RepeatedSend> _sends = [];
        private readonly List<FrameSummary> _summaries = [];
        private readonly List<TimelineMark> _marks = [];
        private readonly List<PlotSample> _samples = [];
        private readonly FrameDecoder _decoder;
        private readonly CanFrame _scratch = new();
        private readonly long _samplePeriod;
        private int _nextAction;
        private int _nextWatch;
        private long _nextSample;
        private long _end;
        private string? _obstacle;
        private string? _slip;
        private long _slipMilliseconds;

        public ScenarioRun(IStand stand, CasePlan plan, SabotagePlan? sabotage)
        {
            _stand = stand;
            _plan = plan;
            _courses = new CourseRecorder(stand.IsComplete);
            _doubts = new FailureDoubts(stand, plan);
            _end = plan.EndMilliseconds;
            _actions = sabotage == null ? plan.Actions : Compiling.TimeOrder.Of([.. plan.Actions, .. sabotage.Actions]);
            _samplePeriod = Math.Max(SampleMinMilliseconds, plan.EndMilliseconds / SamplesMax);
            _decoder = new FrameDecoder((sabotage?.Setup ?? plan.Setup).Dialect);
        }

        /// <summary>What came of each expectation, in the order of the file.</summary>
        public IReadOnlyList<ExpectationResult> Expectations
        {
            get
            {
                var results = new List<ExpectationResult>();
                foreach (ExpectationWatch watch in _watches)
                {
                    (long Low, long High)? bounds = watch.Plan.Condition.Bounds;
                    results.Add(new ExpectationResult
                    {
                        Expected = watch.Plan.Text,
                        Observable = watch.Plan.What.Text,
                        IsNumber = watch.Plan.What.Kind.Shape == ObservableShape.Number,
                        Course = _courses.Of(watch.Plan.What.Text),
                        LeastWanted = bounds is { Low: > long.MinValue } ? bounds.Value.Low : null,
                        MostWanted = bounds is { High: < long.MaxValue } ? bounds.Value.High : null,
                        Line = watch.Plan.Position.Line,
                        ArmedMilliseconds = watch.Plan.AtMilliseconds,
                        Verdict = WhyNot(watch) != null ? Verdict.NotObservable : watch.Verdict ?? Verdict.Failed,
                        DecidedMilliseconds = watch.DecidedMilliseconds,
                        Seen = WhyNot(watch) ?? watch.Seen,
                        FramesAround = _frames.GetValueOrDefault(watch, []),
                    });
                }

                return results;
            }
        }

        /// <summary>What was done and what happened.</summary>
        public IReadOnlyList<TimelineMark> Marks => _marks;

        /// <summary>The course of the plot's quantities.</summary>
        public IReadOnlyList<PlotSample> Samples => _samples;

        /// <summary>What there is to say of each identifier.</summary>
        public IReadOnlyList<FrameSummary> Frames => _summaries;

        /// <summary>True once the scenario is over, and only the time of a late expectation is still looked for.</summary>
        public bool IsOver { get; private set; }

        /// <summary>Runs to the end.</summary>
        /// <exception cref="StandException">It cannot go on.</exception>
        public void Run(CancellationToken stop)
        {
            foreach (bool _ in Steps(static () => long.MaxValue, stop))
            {
                // Without a limit there is no pause.
            }
        }

        /// <summary>Runs to the end, and pauses where the scenario's clock has come to a limit: for a caller that has other things to do.</summary>
        /// <param name="limit">Time on the scenario's clock up to which it may run now, ms; asked again after each pause.</param>
        /// <param name="stop">Breaks the run off.</param>
        /// <returns>A pause each.</returns>
        /// <exception cref="StandException">It cannot go on.</exception>
        public IEnumerable<bool> Steps(Func<long> limit, CancellationToken stop)
        {
            Bind();
            _stand.Stepped += Look;
            _stand.Reported += (kind, milliseconds, text) => Mark(milliseconds, kind, text);
            while (true)
            {
                // Event by event, each once, and up to the same moment as without a pause: where it pauses must not add a look.
                long next = NextMilliseconds();
                for (long most = limit(); next > most; most = limit())
                {
                    while (_stand.NextEventMilliseconds <= most && _stand.NextEventMilliseconds < next)
                    {
                        _stand.StepToNextEvent();
                    }

                    yield return true;
                }

                if (next > _stand.NowMilliseconds)
                {
                    _stand.AdvanceTo(next, stop);
                }

                if (DoDue(next) || next == 0)
                {
                    // What was done takes effect in the same moment, before anything is expected of it.
                    _stand.AdvanceTo(next, stop);
                }

                BeginDue(next);
                CaptureDue(next);
                if (next >= _end)
                {
                    break;
                }
            }

            foreach (ExpectationWatch watch in _active.ToArray())
            {
                watch.End(_end);
                RecordVerdict(watch);
            }

            CaptureDue(long.MaxValue);
            Summarize();
            IsOver = true;
            CheckLate(stop);
            RecordSlip();
            SortMarks();
        }

        // How late a thing came is worth some simulated seconds; real ones of a bench it is not.
        private void CheckLate(CancellationToken stop)
        {
            long until = _end + LateMilliseconds;
            while (_stand.IsComplete && _late.Count > 0 && _stand.NowMilliseconds < until)
            {
                _stand.AdvanceTo(Math.Min(until, _stand.NowMilliseconds + LateStepMilliseconds), stop);
            }

            foreach (ExpectationWatch watch in _late)
            {
                watch.EndLate(_stand.NowMilliseconds);
            }
        }

        private void Summarize()
        {
            foreach (FrameSlot slot in _stand.Frames.Seen())
            {
                var last = new FrameRecord(slot.LastMicroseconds, slot.Id, slot.IsExtended, slot.IsRemote, slot.Length, slot.Data);
                _summaries.Add(new FrameSummary(
                    (int)slot.Id,
                    slot.IsExtended,
                    slot.Count,
                    slot.PeriodMinMicroseconds / 1000,
                    slot.PeriodMeanMicroseconds / 1000,
                    slot.PeriodMaxMicroseconds / 1000,
                    FrameText.Meaning(last, _decoder, _scratch)));
            }
        }

        // A machine that stood still for longer than the shortest time in the file made things late itself: neither a pass nor a failure says
        // anything of the inverter then.
        private void RecordSlip()
        {
            long slip = _slipMilliseconds = _stand.ReadWorstSlipMilliseconds();
            long tightest = TightestMilliseconds();
            if (slip > tightest)
            {
                _slip = string.Create(
                    CultureInfo.InvariantCulture,
                    $"It could not be judged: the host slipped {slip} ms, more than the shortest time that the case looks at, {tightest} ms.");
                Mark(_plan.EndMilliseconds, MarkKind.Failure, _slip);
            }
        }

        private string? WhyNot(ExpectationWatch watch) =>
            _slip ?? (watch.Verdict is null or Verdict.Failed ? _doubts.Of(watch, _slipMilliseconds) : null);

        // Times that have to be kept; a machine may always be late by what no bus shows.
        private long TightestMilliseconds()
        {
            IEnumerable<long> times = _plan.Expectations.SelectMany(plan => new[] { plan.WithinMilliseconds, plan.ForMilliseconds });
            return Math.Max(SlipMilliseconds, times.Where(time => time > 0).DefaultIfEmpty(long.MaxValue).Min());
        }

        private void Bind()
        {
            foreach (ExpectationPlan plan in _plan.Expectations)
            {
                _watches.Add(ExpectationSight.Create(_stand, plan, out int lagMilliseconds));
                _end = Math.Max(_end, _plan.EndMilliseconds + lagMilliseconds);
            }

            _byTime.AddRange(_watches);
            _byTime.Sort((left, right) =>
            {
                int order = left.Plan.AtMilliseconds.CompareTo(right.Plan.AtMilliseconds);
                return order != 0 ? order : _watches.IndexOf(left).CompareTo(_watches.IndexOf(right));
            });
        }

        private long NextMilliseconds()
        {
            long next = _end;
            next = _nextAction < _actions.Count ? Math.Min(next, DueMilliseconds(_actions[_nextAction])) : next;
            next = _nextWatch < _byTime.Count ? Math.Min(next, _byTime[_nextWatch].Plan.AtMilliseconds) : next;
            foreach (ExpectationWatch watch in _active)
            {
                next = Math.Min(next, watch.NextMilliseconds);
            }

            foreach (RepeatedSend send in _sends)
            {
                next = Math.Min(next, send.NextMilliseconds);
            }

            foreach ((_, long at) in _captures)
            {
                next = Math.Min(next, at);
            }

            return Math.Max(next, _stand.NowMilliseconds);
        }

        private bool DoDue(long now)
        {
            bool hasDone = false;
            while (_nextAction < _actions.Count && DueMilliseconds(_actions[_nextAction]) <= now)
            {
                Do(_actions[_nextAction].Action, Math.Max(now, _actions[_nextAction].AtMilliseconds));
                _nextAction++;
                hasDone = true;
            }

            for (int index = _sends.Count - 1; index >= 0; index--)
            {
                if (_sends[index].NextMilliseconds <= now)
                {
                    RecordProblem(_stand.Send(_sends[index].Take()), null);
                    hasDone = true;
                    if (_sends[index].IsOver)
                    {
                        _sends.RemoveAt(index);
                    }
                }
            }

            return hasDone;
        }

        // What is sent on the bus has its time there; what is set has to be set by then.
        private long DueMilliseconds(TimedAction timed) =>
            timed.AtMilliseconds - (timed.Action is SendAction ? 0 : _stand.ActionLeadMilliseconds);

        private void Do(ScenarioAction action, long now)
        {
            RecordProblem(action.Do(_stand), action);
            Mark(now, MarkKind.Action, action.Text);
            if (action is SendAction { EveryMilliseconds: > 0 } send)
            {
                var repeated = new RepeatedSend(send, now);
                if (!repeated.IsOver)
                {
                    _sends.Add(repeated);
                }
            }
        }

        // On a bench a person may have to lend a hand; what is expected after that cannot be judged.
        private void RecordProblem(string? problem, ScenarioAction? action)
        {
            if (problem == null)
            {
                return;
            }

            if (!_stand.IsComplete)
            {
                _obstacle ??= problem;
                return;
            }

            string place = action == null
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"{action.Position.Path}:{action.Position.Line}:{action.Position.Column}: ");
            throw new StandException(place + problem);
        }

        private void BeginDue(long now)
        {
            while (_nextWatch < _byTime.Count && _byTime[_nextWatch].Plan.AtMilliseconds <= now)
            {
                ExpectationWatch watch = _byTime[_nextWatch];
                _nextWatch++;
                watch.Begin(_obstacle ?? (watch.Plan.What.IsOnBus ? null : _stand.Obstacle), now);
                if (watch.Verdict == null)
                {
                    _active.Add(watch);
                }
                else
                {
                    RecordVerdict(watch);
                }
            }
        }

        private void Look()
        {
            long now = _stand.NowMilliseconds;
            for (int index = _active.Count - 1; index >= 0; index--)
            {
                ExpectationWatch watch = _active[index];
                watch.Look(now);
                if (watch.Verdict != null)
                {
                    _active.RemoveAt(index);
                    RecordVerdict(watch);
                }
            }

            for (int index = _late.Count - 1; index >= 0; index--)
            {
                if (_late[index].CheckLate(now))
                {
                    _late.RemoveAt(index);
                }
            }

            if (now >= _nextSample && !IsOver)
            {
                _nextSample = now + _samplePeriod;
                _samples.Add(_stand.Sample());
                _courses.Take(_watches, now);
            }
        }

        private void RecordVerdict(ExpectationWatch watch)
        {
            if (watch.Verdict == Verdict.Failed && WhyNot(watch) == null)
            {
                Mark(watch.DecidedMilliseconds, MarkKind.Failure, watch.Plan.Text);
                _late.Add(watch);
                _captures.Add((watch, watch.DecidedMilliseconds + AfterMilliseconds));
            }
        }

        private void CaptureDue(long now)
        {
            for (int index = _captures.Count - 1; index >= 0; index--)
            {
                if (_captures[index].At <= now)
                {
                    _frames[_captures[index].Watch] = FramesAround(_captures[index].Watch.DecidedMilliseconds);
                    _captures.RemoveAt(index);
                }
            }
        }

        private List<string> FramesAround(long milliseconds)
        {
            long middle = milliseconds * 1000;
            List<FrameRecord> records = _stand.Frames.Between(middle - BeforeMicroseconds, middle + (AfterMilliseconds * 1000));
            while (records.Count > FramesMax)
            {
                // The one that is further away goes first.
                bool isFirst = middle - records[0].Microseconds >= 2 * (records[^1].Microseconds - middle);
                records.RemoveAt(isFirst ? 0 : records.Count - 1);
            }

            var lines = new List<string>();
            foreach (FrameRecord record in records)
            {
                lines.Add(FrameText.Line(record, _decoder, _scratch));
            }

            return lines;
        }

        // Marks of one moment stay in the order in which they came.
        private void SortMarks()
        {
            List<TimelineMark> sorted = [.. _marks.OrderBy(mark => mark.Milliseconds)];
            _marks.Clear();
            _marks.AddRange(sorted);
        }

        private void Mark(long milliseconds, MarkKind kind, string text)
        {
            if (_marks.Count < MarksMax && (!IsOver || kind == MarkKind.Failure))
            {
                _marks.Add(new TimelineMark(Math.Max(0, milliseconds), kind, text));
            }
        }
    }
}
