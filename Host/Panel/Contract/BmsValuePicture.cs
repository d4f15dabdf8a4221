namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A value that the inverter received from the BMS, beside the bank's own.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Received">What the inverter holds, with unit.</param>
    /// <param name="Actual">What the bank has, with unit; empty where nothing compares.</param>
    /// <param name="Differs">True where they differ by more than the frame's resolution.</param>
    /// <param name="AgeMilliseconds">Time since it was received, ms; -1 never.</param>
    public sealed record BmsValuePicture(
        string Name,
        string Received,
        string Actual,
        bool Differs,
        long AgeMilliseconds);
}
