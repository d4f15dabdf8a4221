using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Plans
{
    /// <summary>A case, checked and compiled.</summary>
    internal sealed class CasePlan
    {
        /// <summary>Bank and inverter.</summary>
        public required SetupPlan Setup { get; init; }

        /// <summary>What is done, by time.</summary>
        public required IReadOnlyList<TimedAction> Actions { get; init; }

        /// <summary>What is expected, in the order of the file.</summary>
        public required IReadOnlyList<ExpectationPlan> Expectations { get; init; }

        /// <summary>Ways to break it.</summary>
        public required IReadOnlyList<SabotagePlan> Sabotages { get; init; }

        /// <summary>Time at which it ends, ms.</summary>
        public required long EndMilliseconds { get; init; }
    }
}
