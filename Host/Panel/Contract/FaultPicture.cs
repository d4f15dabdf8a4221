namespace BatterySim.Host.Panel.Contract
{
    /// <summary>An injected fault that acts or waits.</summary>
    /// <param name="Header">SCPI header in short form; with OFF behind it, the line that ends it.</param>
    /// <param name="Value">Its value as the instrument answers.</param>
    /// <param name="StartsInMilliseconds">Time until it starts, ms; 0 where it acts.</param>
    /// <param name="LeftMilliseconds">Time that is left, ms; null until it is cleared.</param>
    public sealed record FaultPicture(
        string Header,
        string Value,
        long StartsInMilliseconds,
        long? LeftMilliseconds);
}
