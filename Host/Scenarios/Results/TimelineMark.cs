namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>Something that was done or that happened.</summary>
    /// <param name="Milliseconds">Time on the scenario's clock, ms.</param>
    /// <param name="Kind">Who did it.</param>
    /// <param name="Text">What, in words.</param>
    public readonly record struct TimelineMark(long Milliseconds, MarkKind Kind, string Text);
}
