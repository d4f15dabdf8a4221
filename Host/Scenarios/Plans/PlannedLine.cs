using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Plans
{
    /// <summary>A line for the instrument and where in the file it comes from.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Position">Where it comes from.</param>
    internal readonly record struct PlannedLine(string Line, SourcePosition Position);
}
