namespace BatterySim.Host.Verification.Meter
{
    /// <summary>What the firmware costs the interpreter, as counts of instructions.</summary>
    /// <param name="PerSecond">Instructions of a hundred passes, mean.</param>
    /// <param name="WeightedPerSecond">The same with the extra cost of calls.</param>
    /// <param name="IdlePass">Instructions of the pass in the middle of all, which does nothing but look.</param>
    /// <param name="WeightedIdlePass">The same with the extra cost of calls.</param>
    /// <param name="WorstPass">Most instructions of a pass.</param>
    /// <param name="WeightedWorstPass">The same with the extra cost of calls.</param>
    public sealed record PassReport(
        long PerSecond, long WeightedPerSecond, long IdlePass, long WeightedIdlePass, long WorstPass, long WeightedWorstPass);
}
