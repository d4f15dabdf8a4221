using System;
using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>One case of one scenario after its run: all that a report says of it.</summary>
    public sealed class ScenarioResult
    {
        /// <summary>Path of the scenario's file as it was given.</summary>
        public required string Path { get; init; }

        /// <summary>Name of the scenario.</summary>
        public required string Name { get; init; }

        /// <summary>Which case of a table or of parameters, as "id=351"; empty for a scenario of one case.</summary>
        public string Case { get; init; } = "";

        /// <summary>What it is about, in its author's words.</summary>
        public string Description { get; init; } = "";

        /// <summary>Where the expectation comes from.</summary>
        public string Source { get; init; } = "";

        /// <summary>Words to filter by.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];

        /// <summary>The verdict.</summary>
        public required Verdict Verdict { get; init; }

        /// <summary>Why it could not run, in one sentence; null if it ran.</summary>
        public string? Problem { get; init; }

        /// <summary>What was expected and what became of it, in the order of the file.</summary>
        public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

        /// <summary>Where it ran: "virtual", or the addresses of a bench.</summary>
        public string Stand { get; init; } = "virtual";

        /// <summary>Model of the inverter, as given.</summary>
        public string InverterModel { get; init; } = "";

        /// <summary>Firmware of the inverter, as given; empty if nobody said.</summary>
        public string InverterFirmware { get; init; } = "";

        /// <summary>Settings of bank and inverter, as "bank.profile" and its value, in the order of the file.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

        /// <summary>Start of everything random.</summary>
        public uint Seed { get; init; }

        /// <summary>Time on the scenario's clock at which it ended, ms.</summary>
        public long DurationMilliseconds { get; init; }

        /// <summary>Time on the wall that it took.</summary>
        public TimeSpan Elapsed { get; init; }

        /// <summary>What was done and what happened, by time.</summary>
        public IReadOnlyList<TimelineMark> Marks { get; init; } = [];

        /// <summary>Course of the quantities that the plot shows, by time; about a thousand at most.</summary>
        public IReadOnlyList<PlotSample> Samples { get; init; } = [];

        /// <summary>What there is to say of each frame id on the bus, by id.</summary>
        public IReadOnlyList<FrameSummary> Frames { get; init; } = [];

        /// <summary>The command that runs this case alone, in the form that shells of Unix and Windows take.</summary>
        public string RerunCommand { get; init; } = "";

        /// <summary>File with every frame in candump form; null if none was asked for.</summary>
        public string? TracePath { get; init; }
    }
}
