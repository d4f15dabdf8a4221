namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>A line of a scenario's file.</summary>
    /// <param name="Number">1 for the first.</param>
    /// <param name="Text">The line.</param>
    public readonly record struct SourceLine(int Number, string Text);
}
