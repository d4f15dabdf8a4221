using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Plans
{
    /// <summary>How bank or bench are broken so that the scenario must fail.</summary>
    internal sealed class SabotagePlan
    {
        /// <summary>Why it must fail.</summary>
        public required string Why { get; init; }

        /// <summary>What is done, by time; after the step of the same time.</summary>
        public required IReadOnlyList<TimedAction> Actions { get; init; }

        /// <summary>Another set-up; null for the scenario's own.</summary>
        public SetupPlan? Setup { get; init; }
    }
}
