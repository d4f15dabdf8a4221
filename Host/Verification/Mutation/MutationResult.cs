using System.Collections.Generic;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>What the library made of one fault.</summary>
    /// <param name="Mutant">The fault.</param>
    /// <param name="Failures">Scenarios that failed; null if the run did not end, which nobody overlooks either.</param>
    public sealed record MutationResult(Mutant Mutant, IReadOnlyList<string>? Failures)
    {
        /// <summary>True if the library noticed.</summary>
        public bool IsCaught => Failures is null or { Count: > 0 };
    }
}
