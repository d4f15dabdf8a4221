using System;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>How one case is run.</summary>
    public sealed class RunOptions
    {
        /// <summary>Folder for the trace (every frame as candump writes it), made if it is not there; null for none.</summary>
        public string? TraceFolder { get; init; }

        /// <summary>Name of the trace's file without ending; null for one made from file and case.</summary>
        public string? TraceName { get; init; }

        /// <summary>Start of everything random; null for that of the file.</summary>
        public uint? Seed { get; init; }

        /// <summary>Index of the sabotage that is done as well; null for none.</summary>
        public int? Sabotage { get; init; }

        /// <summary>Makes the stand; null for the virtual one.</summary>
        public Func<IScenarioStand>? StandFactory { get; init; }
    }
}
