using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Plans
{
    /// <summary>Something that is expected, and when.</summary>
    internal sealed class ExpectationPlan
    {
        /// <summary>In words, with its times.</summary>
        public required string Text { get; init; }

        /// <summary>Where it stands.</summary>
        public required SourcePosition Position { get; init; }

        /// <summary>What is looked at.</summary>
        public required ObservableReference What { get; init; }

        /// <summary>What it is to be, or never to be.</summary>
        public required Condition Condition { get; init; }

        /// <summary>Time from which it is watched, ms.</summary>
        public required long AtMilliseconds { get; init; }

        /// <summary>True for what must not happen.</summary>
        public bool IsNever { get; init; }

        /// <summary>Time within which it has to become so, ms; -1 for at once.</summary>
        public long WithinMilliseconds { get; init; } = -1;

        /// <summary>Time for which it has to stay so, ms; -1 for none given.</summary>
        public long ForMilliseconds { get; init; } = -1;

        /// <summary>Time on the scenario's clock until which it has to stay so, ms; -1 for none given.</summary>
        public long UntilMilliseconds { get; init; } = -1;

        /// <summary>What ends it, in place of a time; null for none.</summary>
        public ExpectationPlan? Until { get; init; }

        /// <summary>The same for something that is seen late and in steps: watched that much later, judged that much wider.</summary>
        public ExpectationPlan SeenWith(ObservationLimits limits, ObservationLimits untilLimits)
        {
            if (limits == ObservationLimits.None && untilLimits == ObservationLimits.None)
            {
                return this;
            }

            long from = AtMilliseconds + limits.LagMilliseconds;
            return new ExpectationPlan
            {
                Text = Text,
                Position = Position,
                What = What,
                Condition = Condition.Widened(limits.Slack),
                AtMilliseconds = from,
                IsNever = IsNever,
                WithinMilliseconds = WithinMilliseconds,

                // Seen late by anything up to the lag: what comes right after the end may be seen before a time that began later has passed.
                ForMilliseconds = ForMilliseconds < 0 ? -1 : System.Math.Max(1, ForMilliseconds - limits.LagMilliseconds),
                UntilMilliseconds = UntilMilliseconds < 0 ? -1 : System.Math.Max(from, UntilMilliseconds),
                Until = Until?.SeenWith(untilLimits, ObservationLimits.None),
            };
        }
    }
}
