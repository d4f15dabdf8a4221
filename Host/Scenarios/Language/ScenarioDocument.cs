using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>A scenario's file after reading: what it is about, what is wrong with it, and the cases to run.</summary>
    public sealed class ScenarioDocument
    {
        internal ScenarioDocument(string path)
        {
            Path = path;
        }

        /// <summary>Ending of files that are there to be included and are never run by themselves.</summary>
        public const string SetupEnding = ".setup.yaml";

        /// <summary>Path as it was given.</summary>
        public string Path { get; }

        /// <summary>Name, with the places of parameters still in it; the file's name if it has none.</summary>
        public string Name { get; internal set; } = "";

        /// <summary>What it is about.</summary>
        public string Description { get; internal set; } = "";

        /// <summary>Where the expectation comes from.</summary>
        public string Source { get; internal set; } = "";

        /// <summary>Words to filter by.</summary>
        public IReadOnlyList<string> Tags { get; internal set; } = [];

        /// <summary>The lines of the file.</summary>
        internal IReadOnlyList<string> Lines { get; set; } = [];

        /// <summary>True for a shared set-up.</summary>
        public bool IsSetup => Path.EndsWith(SetupEnding, System.StringComparison.Ordinal);

        /// <summary>Everything that is wrong, by place; a file with a problem has no cases.</summary>
        public IReadOnlyList<Diagnostic> Diagnostics { get; internal set; } = [];

        /// <summary>The cases: one, or one for each row of the table or combination of the parameters. Empty for a shared set-up.</summary>
        public IReadOnlyList<ScenarioCase> Cases { get; internal set; } = [];
    }
}
