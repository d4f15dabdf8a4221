using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>One expectation and what became of it.</summary>
    public sealed record ExpectationResult
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

        /// <summary>What is looked at, as the file has it: "inverter.fault".</summary>
        public string Observable { get; init; } = "";

        /// <summary>True where it is a number that can be drawn to scale; otherwise its values are words.</summary>
        public bool IsNumber { get; init; }

        /// <summary>Course of what is looked at, by time: a point where it changed.</summary>
        public IReadOnlyList<CoursePoint> Course { get; init; } = [];

        /// <summary>Bounds within which a number had to lie, thousandths of its unit; null for a condition of another kind or an open end.</summary>
        public long? LeastWanted { get; init; }

        /// <summary>The upper one.</summary>
        public long? MostWanted { get; init; }

        /// <summary>The step of the file that expects it.</summary>
        public IReadOnlyList<SourceLine> Step { get; init; } = [];

        /// <summary>Frames around the moment of a failure, one decoded line each.</summary>
        public IReadOnlyList<string> FramesAround { get; init; } = [];
    }
}
