using BatterySim.Host.Scenarios.Actions;

namespace BatterySim.Host.Scenarios.Plans
{
    /// <summary>Something that is done, and when.</summary>
    /// <param name="AtMilliseconds">Time on the scenario's clock, ms.</param>
    /// <param name="Action">What is done.</param>
    internal sealed record TimedAction(long AtMilliseconds, ScenarioAction Action);
}
