using System;
using System.Linq;
using BatterySim.Host.Inverter;
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

        /// <summary>True where it has to hold for so short a time that what is seen late may miss it: a failure then says nothing.</summary>
        public bool IsTooShort { get; init; }

        /// <summary>True if only an inverter that was just switched on can fulfil it.</summary>
        public bool NeedsFreshInverter
        {
            get
            {
                bool IsWanted(InverterState state) => Condition.Holds(Observed.Of((long)state)) != IsNever;
                return What.Text switch
                {
                    "inverter.state" when !Condition.IsForUnknown => Enum.GetValues<InverterState>().Where(IsWanted).SequenceEqual([InverterState.WaitingForBms]),
                    string text => text.StartsWith("inverter.", StringComparison.Ordinal) && Condition.IsForUnknown && Condition.IsUnknown != IsNever,
                };
            }
        }

        /// <summary>The same for something that is seen late and in steps: watched that much later, judged that much wider.</summary>
        public ExpectationPlan SeenWith(ObservationLimits limits, ObservationLimits untilLimits)
        {
            int lag = limits.LagMilliseconds;
            if (lag == 0 && limits.Slack == 0 && untilLimits == ObservationLimits.None)
            {
                return this;
            }

            // What was so for a moment, or for less than the lag, may be seen at any time of the lag and be over before its end.
            bool isMoment = !IsNever && UntilMilliseconds < 0 && Until == null && WithinMilliseconds < 0 && ForMilliseconds < lag;
            bool isBrief = !IsNever && ForMilliseconds >= 0 && ForMilliseconds < lag;
            long from = AtMilliseconds + (isMoment || isBrief ? 0 : lag);
            long within = isMoment || isBrief ? Math.Max(0, WithinMilliseconds) + lag : WithinMilliseconds;
            return new ExpectationPlan
            {
                Text = Text,
                Position = Position,
                What = What,

                // What must not be counts as seen only if all of the step it is seen in must not be.
                Condition = Condition.Widened(IsNever ? -limits.Slack : limits.Slack),
                AtMilliseconds = from,
                IsNever = IsNever,
                WithinMilliseconds = lag == 0 ? WithinMilliseconds : within,

                // Seen late by anything up to the lag: what comes right after the end may be seen before a time that began later has passed.
                ForMilliseconds = ForMilliseconds < 0 ? -1 : Math.Max(1, ForMilliseconds - lag),
                UntilMilliseconds = UntilMilliseconds < 0 ? -1 : Math.Max(from, UntilMilliseconds),
                Until = Until?.SeenWith(untilLimits, ObservationLimits.None),
                IsTooShort = isBrief && ForMilliseconds < lag / 2,
            };
        }
    }
}
