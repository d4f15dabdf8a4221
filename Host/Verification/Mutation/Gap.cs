namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>An error that once survived every test.</summary>
    /// <param name="Mutant">The error; its name is that of the question that brings it to light.</param>
    /// <param name="Answer">What the sound program answers to it.</param>
    public sealed record Gap(Mutant Mutant, string Answer);
}
