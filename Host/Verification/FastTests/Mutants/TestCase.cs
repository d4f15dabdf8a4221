using System;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>One test with its arguments.</summary>
    /// <param name="Name">Class, method and arguments.</param>
    /// <param name="Run">Runs it; throws if it fails.</param>
    internal sealed record TestCase(string Name, Action Run)
    {
        /// <summary>Time it took without a mutant, ms.</summary>
        public int Milliseconds { get; init; }
    }
}
