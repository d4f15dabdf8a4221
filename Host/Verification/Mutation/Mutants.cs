using System.Collections.Generic;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>All deliberate faults.</summary>
    public static class Mutants
    {
        /// <summary>All of them, in the order of the list in docs/mutation.md.</summary>
        public static IReadOnlyList<Mutant> All { get; } = [.. WireMutants.All, .. ConversationMutants.All, .. BankMutants.All];
    }
}
