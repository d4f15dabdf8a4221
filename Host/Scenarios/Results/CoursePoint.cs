namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>What an observable was from a time on.</summary>
    /// <param name="Milliseconds">Time on the scenario's clock, ms.</param>
    /// <param name="Value">Thousandths of its unit, the place of a word, or bits of a set; <see cref="long.MinValue"/> where it is not known.</param>
    /// <param name="Text">The same in words.</param>
    public readonly record struct CoursePoint(long Milliseconds, long Value, string Text);
}
