using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>One case of a scenario, checked and ready to run; it may be run as often as one likes, on several threads at once.</summary>
    public sealed class ScenarioCase
    {
        internal ScenarioCase(ScenarioDocument document)
        {
            Document = document;
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
        public long EndMilliseconds { get; init; }

        /// <summary>For each sabotage why the scenario must fail with it.</summary>
        public IReadOnlyList<string> Sabotages { get; init; } = [];
    }
}
