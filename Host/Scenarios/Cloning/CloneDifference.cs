namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>Something that a log and the run of a clone do not have in common.</summary>
    /// <param name="What">What it is.</param>
    /// <param name="Log">In the log.</param>
    /// <param name="Run">In the run.</param>
    public sealed record CloneDifference(string What, string Log, string Run);
}
