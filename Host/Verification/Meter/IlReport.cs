using System.Collections.Generic;

namespace BatterySim.Host.Verification.Meter
{
    /// <summary>What a bank costs the interpreter.</summary>
    /// <param name="ExecutedPerSecond">Instructions executed in a simulated second, mean.</param>
    /// <param name="WeightedPerSecond">The same with the extra cost of calls, mean.</param>
    /// <param name="ExecutedPerCallMax">Most instructions executed in one <c>Advance(100)</c>.</param>
    /// <param name="WeightedPerCallMax">The same with the extra cost of calls.</param>
    /// <param name="Methods">What each method costs, the dearest first.</param>
    public sealed record IlReport(
        long ExecutedPerSecond, long WeightedPerSecond, long ExecutedPerCallMax, long WeightedPerCallMax, IReadOnlyList<IlMethodCost> Methods);
}
