namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>One deliberate fault in the core.</summary>
    /// <param name="Name">Short name, as "current-sign".</param>
    /// <param name="Kind">Kind of fault it stands for.</param>
    /// <param name="File">Source file, from the root of the repository.</param>
    /// <param name="Original">Text that is found exactly once in the file.</param>
    /// <param name="Mutated">What takes its place.</param>
    /// <param name="Meaning">What the bank then does wrong, in words.</param>
    public sealed record Mutant(string Name, MutantKind Kind, string File, string Original, string Mutated, string Meaning);
}
