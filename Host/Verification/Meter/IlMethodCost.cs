namespace BatterySim.Host.Verification.Meter
{
    /// <summary>What one method costs the interpreter, without what it calls.</summary>
    /// <param name="Name">Full name with signature.</param>
    /// <param name="WeightedPerSecond">Instructions with the extra cost of its calls in a simulated second, mean.</param>
    public sealed record IlMethodCost(string Name, long WeightedPerSecond);
}
