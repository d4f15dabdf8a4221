using System.Collections.Generic;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>One case of a scenario, checked and ready to run; it may be run as often as one likes, on several threads at once.</summary>
    public sealed class ScenarioCase
    {
        internal ScenarioCase(ScenarioDocument document, CasePlan plan)
        {
            Document = document;
            Plan = plan;
            var reasons = new List<string>();
            foreach (SabotagePlan sabotage in plan.Sabotages)
            {
                reasons.Add(sabotage.Why);
            }

            Sabotages = reasons;
        }

        /// <summary>The file that it is from.</summary>
        public ScenarioDocument Document { get; }

        /// <summary>Name of the scenario, with parameters filled in.</summary>
        public required string Name { get; init; }

        /// <summary>Which case it is, as "id=351"; empty for a scenario of one case.</summary>
        public string Label { get; init; } = "";

        /// <summary>Description, with parameters filled in.</summary>
        public string Description { get; init; } = "";

        /// <summary>Source of the expectation, with parameters filled in.</summary>
        public string Source { get; init; } = "";

        /// <summary>Start of everything random, as the file says.</summary>
        public uint Seed { get; init; } = 1;

        /// <summary>Time on the scenario's clock at which it ends, ms.</summary>
        public long EndMilliseconds => Plan.EndMilliseconds;

        /// <summary>For each sabotage why the scenario must fail with it.</summary>
        public IReadOnlyList<string> Sabotages { get; }

        internal CasePlan Plan { get; }
    }
}
