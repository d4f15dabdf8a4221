using System.Collections.Generic;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>What a case is compiled from: the file on top of what it includes.</summary>
    internal sealed record CaseParts
    {
        /// <summary>Where the file begins.</summary>
        public required SourcePosition Position { get; init; }

        /// <summary>The bank's keys; null for none.</summary>
        public SourceNode? Bank { get; init; }

        /// <summary>The inverter's keys; null for none.</summary>
        public SourceNode? Inverter { get; init; }

        /// <summary>The timelines, those of the includes first, and whether each may expect.</summary>
        public IReadOnlyList<(SourceNode Timeline, bool MayExpect)> Timelines { get; init; } = [];

        /// <summary>Ways to break it; null for none.</summary>
        public SourceNode? Sabotage { get; init; }

        /// <summary>The time of its end; null for none given.</summary>
        public SourceNode? End { get; init; }

        /// <summary>Start of everything random; null for none given.</summary>
        public SourceNode? Seed { get; init; }

        /// <summary>These parts with the parameters filled in.</summary>
        public CaseParts Fill(Substitution substitution)
        {
            var timelines = new List<(SourceNode, bool)>();
            foreach ((SourceNode timeline, bool mayExpect) in Timelines)
            {
                timelines.Add((substitution.Apply(timeline), mayExpect));
            }

            return this with
            {
                Bank = Bank == null ? null : substitution.Apply(Bank),
                Inverter = Inverter == null ? null : substitution.Apply(Inverter),
                Timelines = timelines,
                Sabotage = Sabotage == null ? null : substitution.Apply(Sabotage),
                End = End == null ? null : substitution.Apply(End),
                Seed = Seed == null ? null : substitution.Apply(Seed),
            };
        }
    }
}
