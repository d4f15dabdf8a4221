namespace BatterySim.Host.Twin
{
    /// <summary>A time during which the machine did not let the program run.</summary>
    /// <param name="AtMilliseconds">Simulated time at which it was noticed, ms.</param>
    /// <param name="LateMilliseconds">How far simulated time was behind the clock on the wall, ms of that clock.</param>
    public readonly record struct HostSlip(long AtMilliseconds, long LateMilliseconds);
}
