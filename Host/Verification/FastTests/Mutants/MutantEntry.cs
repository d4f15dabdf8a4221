namespace BatterySim.FastTests.Mutants
{
    /// <summary>One mutant that dotnet-stryker made.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="File">File, with a slash between folders.</param>
    /// <param name="Kind">Mutator that made it.</param>
    /// <param name="Text">What was there, an arrow, and what takes its place.</param>
    internal sealed record MutantEntry(int Number, string File, string Kind, string Text);
}
