using System.Collections.Generic;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Language;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>What a profile file holds.</summary>
    /// <param name="Profile">The profile; null if anything is wrong.</param>
    /// <param name="Diagnostics">Everything that is wrong, by place.</param>
    public sealed record ProfileFileResult(BatteryProfile? Profile, IReadOnlyList<Diagnostic> Diagnostics)
    {
        /// <summary>How the battery speaks; null if the file does not say.</summary>
        public ProfileDialect? Dialect { get; init; }

        /// <summary>What the bank is like at the start; null if the file does not say.</summary>
        public ProfileStart? Start { get; init; }

        /// <summary>The profile that the file extends; null if it extends none.</summary>
        public BatteryProfile? Base { get; init; }
    }
}
