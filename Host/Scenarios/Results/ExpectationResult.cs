using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>One expectation and what became of it.</summary>
    public sealed class ExpectationResult
    {
        /// <summary>What was expected, in words: "inverter.fault is F58 within 11 s".</summary>
        public required string Expected { get; init; }

        /// <summary>Line in the scenario's file, 1 for the first.</summary>
        public required int Line { get; init; }

        /// <summary>Time on the scenario's clock from which it was watched, ms.</summary>
        public required long ArmedMilliseconds { get; init; }

        /// <summary>The verdict.</summary>
        public required Verdict Verdict { get; init; }

        /// <summary>Time at which the verdict fell, ms; -1 if none did.</summary>
        public long DecidedMilliseconds { get; init; } = -1;

        /// <summary>What was seen: value and time in words, or why nothing could be seen.</summary>
        public string Seen { get; init; } = "";

        /// <summary>Frames around the moment of a failure, one decoded line each.</summary>
        public IReadOnlyList<string> FramesAround { get; init; } = [];
    }
}
