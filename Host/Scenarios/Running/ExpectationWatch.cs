using System;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Watches one expectation from its step on until its verdict has fallen. A look allocates nothing.</summary>
    internal sealed class ExpectationWatch
    {
        private const long Never = long.MaxValue;

        private readonly Func<Observed>? _read;
        private readonly Func<Observed>? _readUntil;
        private readonly string _reason;
        private bool _isHolding;
        private long _holdStart;
        private Observed _value;
        private long _valueSince;
        private long _least = long.MaxValue;
        private long _most = long.MinValue;

        // When it had to be so at the latest; -1 for a failure of another kind.
        private long _deadline = -1;

        /// <param name="plan">What is expected.</param>
        /// <param name="read">How it is seen; null if it cannot be.</param>
        /// <param name="readUntil">How what ends it is seen; null if it cannot be or there is no such thing.</param>
        /// <param name="reason">Why something cannot be seen.</param>
        public ExpectationWatch(ExpectationPlan plan, Func<Observed>? read, Func<Observed>? readUntil, string reason)
        {
            Plan = plan;
            _read = read;
            _readUntil = readUntil;
            _reason = reason;
        }

        /// <summary>What is expected.</summary>
        public ExpectationPlan Plan { get; }

        /// <summary>The verdict; null while it has not fallen.</summary>
        public Verdict? Verdict { get; private set; }

        /// <summary>When it fell, ms.</summary>
        public long DecidedMilliseconds { get; private set; } = -1;

        /// <summary>What was seen, in words.</summary>
        public string Seen { get; private set; } = "";

        /// <summary>True while what was seen last is unknown.</summary>
        public bool IsUnknown => !_value.IsKnown;

        /// <summary>How far a number that failed lay outside its bounds, thousandths of its unit; 0 for anything else.</summary>
        public long Excess { get; private set; }

        /// <summary>Next time at which the verdict may fall by the clock alone, ms.</summary>
        public long NextMilliseconds
        {
            get
            {
                if (Verdict != null)
                {
                    return Never;
                }

                long next = Plan.Until is { WithinMilliseconds: >= 0 } until ? until.AtMilliseconds + until.WithinMilliseconds : Never;
                next = Math.Min(next, Plan.UntilMilliseconds >= 0 ? Plan.UntilMilliseconds : Never);
                if (_isHolding || Plan.IsNever)
                {
                    return Math.Min(next, Plan.ForMilliseconds >= 0 ? HoldFrom + Plan.ForMilliseconds : Never);
                }

                return Plan.WithinMilliseconds >= 0 ? Math.Min(next, Plan.AtMilliseconds + Plan.WithinMilliseconds) : next;
            }
        }

        private long HoldFrom => _isHolding ? _holdStart : Plan.AtMilliseconds;

        private bool HasHold => Plan.ForMilliseconds >= 0 || Plan.UntilMilliseconds >= 0 || Plan.Until != null;

        /// <summary>Begins to watch; what is meant for this moment is decided at once.</summary>
        /// <param name="obstacle">Why nothing can be said of it, for all that is seen; null for nothing.</param>
        /// <param name="now">Time, ms.</param>
        public void Begin(string? obstacle, long now)
        {
            if (obstacle != null || _read == null || (Plan.Until != null && _readUntil == null))
            {
                Decide(Results.Verdict.NotObservable, now, obstacle ?? _reason);
                return;
            }

            _value = _read();
            _valueSince = now;
            RecordRange();
            bool holds = Plan.Condition.Holds(_value);
            if (Plan.IsNever || Plan.WithinMilliseconds >= 0)
            {
                Look(now);
                return;
            }

            if (!HasHold)
            {
                _deadline = holds ? -1 : now;
                Decide(holds ? Results.Verdict.Passed : Results.Verdict.Failed, now, $"It was {Format(_value)} at {Time(now)}.");
                return;
            }

            _isHolding = true;
            _holdStart = now;
            Look(now);
        }

        /// <summary>Looks again.</summary>
        public void Look(long now)
        {
            if (Verdict != null)
            {
                return;
            }

            // What was so at the last look stayed so until this one: between two looks nothing happens.
            bool isOver = (Plan.ForMilliseconds >= 0 && (_isHolding || Plan.IsNever) && now > HoldFrom + Plan.ForMilliseconds)
                || (Plan.UntilMilliseconds >= 0 && (_isHolding || Plan.IsNever) && now > Plan.UntilMilliseconds);
            if (isOver)
            {
                Hold(now);
                return;
            }

            Observed value = _read!();
            if (value != _value)
            {
                _value = value;
                _valueSince = now;
                RecordRange();
            }

            if (Plan.Until != null && HasEnded(now))
            {
                return;
            }

            Judge(Plan.Condition.Holds(value), now);
        }

        /// <summary>The scenario is over.</summary>
        public void End(long now)
        {
            if (Verdict != null)
            {
                return;
            }

            if (Plan.Until != null)
            {
                Decide(Results.Verdict.Failed, now, $"What was to end it never came: {Plan.Until.Text}; it was {Format(_readUntil!())} at {Time(now)}.");
            }
            else if (Plan.IsNever)
            {
                Decide(Results.Verdict.Passed, now, $"It was not so up to the end; last {Format(_value)}.");
            }
            else
            {
                Decide(Results.Verdict.Failed, now, "The scenario ended before it was decided.");
            }
        }

        private void Judge(bool holds, long now)
        {
            if (Plan.IsNever)
            {
                if (holds)
                {
                    Decide(Results.Verdict.Failed, now, $"It was {Format(_value)} at {Time(now)}.");
                }
                else if (now >= NextMilliseconds)
                {
                    Hold(now);
                }

                return;
            }

            if (!_isHolding)
            {
                Seek(holds, now);
                return;
            }

            if (holds)
            {
                if (now >= NextMilliseconds && Plan.Until == null)
                {
                    Hold(now);
                }

                return;
            }

            bool mayTryAgain = Plan.WithinMilliseconds >= 0 && now < Plan.AtMilliseconds + Plan.WithinMilliseconds;
            _isHolding = false;
            if (!mayTryAgain)
            {
                Decide(Results.Verdict.Failed, now, BrokenHold(now));
            }
        }

        /// <summary>Looks on after a failure, to say when it would have passed.</summary>
        /// <returns>True once there is nothing left to look for.</returns>
        public bool CheckLate(long now)
        {
            if (Verdict != Results.Verdict.Failed || Plan.IsNever || _deadline < 0)
            {
                return true;
            }

            Observed value = _read!();
            if (!Plan.Condition.Holds(value))
            {
                return false;
            }

            Seen += $" It became {Format(value)} at {Time(now)}, {Time(now - _deadline)} late.";
            return true;
        }

        /// <summary>The time to look on is over.</summary>
        public void EndLate(long now)
        {
            if (Verdict == Results.Verdict.Failed && !Plan.IsNever && _deadline >= 0)
            {
                Seen += $" It was not so up to {Time(now)} either.";
            }
        }

        /// <summary>What is seen now, or was when last looked at where looking costs time.</summary>
        public Observed Peek(bool mayRead) => mayRead && _read != null ? _read() : _value;

        private string BrokenHold(long now)
        {
            if (now == _holdStart)
            {
                _deadline = now;
                return $"It was {Format(_value)} at {Time(now)}, from when on it had to hold.";
            }

            string wanted = Plan.ForMilliseconds >= 0 ? $", {Time(now - _holdStart)} of {Time(Plan.ForMilliseconds)}"
                : Plan.UntilMilliseconds >= 0 ? $" and not to {Time(Plan.UntilMilliseconds)}" : "";
            return $"It held from {Time(_holdStart)} to {Time(now)}{wanted}; then it became {Format(_value)}.";
        }

        private void Seek(bool holds, long now)
        {
            if (holds && now <= Plan.AtMilliseconds + Plan.WithinMilliseconds)
            {
                _isHolding = true;
                _holdStart = now;
                if (!HasHold)
                {
                    Decide(Results.Verdict.Passed, now, $"It became {Format(_value)} at {Time(now)}.");
                }
            }
            else if (now >= Plan.AtMilliseconds + Plan.WithinMilliseconds)
            {
                _deadline = Plan.AtMilliseconds + Plan.WithinMilliseconds;
                Decide(Results.Verdict.Failed, now, $"It was {Format(_value)} from {Time(_valueSince)}{Range()} to {Time(now)}.");
            }
        }

        private bool HasEnded(long now)
        {
            ExpectationPlan until = Plan.Until!;
            if (until.Condition.Holds(_readUntil!()))
            {
                bool isMet = Plan.IsNever || _isHolding;
                Decide(isMet ? Results.Verdict.Passed : Results.Verdict.Failed, now,
                    isMet ? $"It held until {Time(now)}." : $"It was {Format(_value)} when '{until.Text}' came at {Time(now)}.");
            }
            else if (until.WithinMilliseconds >= 0 && now >= until.AtMilliseconds + until.WithinMilliseconds)
            {
                Decide(Results.Verdict.Failed, now, $"What was to end it did not come: {until.Text}; it was {Format(_readUntil())} at {Time(now)}.");
            }

            return Verdict != null;
        }

        private void Hold(long now)
        {
            Decide(Results.Verdict.Passed, now, Plan.IsNever
                ? $"It was not so; last {Format(_value)}."
                : $"It held from {Time(_holdStart)} to {Time(now)}; last {Format(_value)}.");
        }

        private void Decide(Verdict verdict, long now, string seen)
        {
            Verdict = verdict;
            DecidedMilliseconds = now;
            Seen = seen;
            if (verdict == Results.Verdict.Failed && _value.IsKnown && Plan.Condition.Bounds is (long low, long high))
            {
                Excess = _value.Number < low ? low - _value.Number : _value.Number > high ? _value.Number - high : 0;
            }
        }

        private void RecordRange()
        {
            if (_value.IsKnown)
            {
                _least = Math.Min(_least, _value.Number);
                _most = Math.Max(_most, _value.Number);
            }
        }

        private string Range()
        {
            return Plan.What.Kind.Shape == ObservableShape.Number && _least < _most
                ? $" (between {Format(Observed.Of(_least))} and {Format(Observed.Of(_most))})"
                : "";
        }

        private string Format(in Observed value) => Plan.What.Kind.Format(value);

        private static string Time(long milliseconds) => QuantityKind.Time.Format(milliseconds);
    }
}
