using System;
using System.Collections.Generic;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>What <c>scenario run</c> was asked for, checked.</summary>
    internal sealed record ScenarioRequest
    {
        /// <summary>Files and folders.</summary>
        public required IReadOnlyList<string> Paths { get; init; }

        /// <summary>Texts of which a case has to carry one; empty for every case.</summary>
        public IReadOnlyList<string> Filters { get; init; } = [];

        /// <summary>Cases by their exact name, as a report has it in brackets; empty for every case.</summary>
        public IReadOnlyList<string> Cases { get; init; } = [];

        /// <summary>Which part of the cases to run.</summary>
        public ScenarioShard Shard { get; init; } = ScenarioShard.All;

        /// <summary>File for JUnit XML; null for none.</summary>
        public string? JUnitPath { get; init; }

        /// <summary>Folder for the pages and traces; null for none.</summary>
        public string? ReportFolder { get; init; }

        /// <summary>Cases run at a time.</summary>
        public int Jobs { get; init; } = 1;

        /// <summary>Start of everything random; null for what each file says.</summary>
        public uint? Seed { get; init; }

        /// <summary>Makes the bench; null for the stand inside the program.</summary>
        public Func<IScenarioStand>? Bench { get; init; }

        /// <summary>True if a case that was observed in part counts as failed.</summary>
        public bool IsStrict { get; init; }

        /// <summary>True if nothing is begun after the first case that did not pass.</summary>
        public bool FailsFast { get; init; }

        /// <summary>True if the sabotages are run instead of the cases, each of which has to make its case fail.</summary>
        public bool IsSabotage { get; init; }
    }
}
