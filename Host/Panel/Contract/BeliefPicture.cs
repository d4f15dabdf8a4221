namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A value that the inverter received, beside what is.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Believed">What the inverter holds, with unit.</param>
    /// <param name="Actual">What the bank has, with unit; empty where nothing compares.</param>
    /// <param name="Differs">True where they differ by more than the frame's resolution.</param>
    /// <param name="AgeMilliseconds">Time since it was received, ms; -1 never.</param>
    public sealed record BeliefPicture(
        string Name,
        string Believed,
        string Actual,
        bool Differs,
        long AgeMilliseconds);
}
