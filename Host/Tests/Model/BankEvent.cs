namespace BatterySim.Host.Tests.Model
{
    /// <summary>Something that a person, the weather or the inverter does to a bank.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Battery">To which battery, 0 for the first.</param>
    /// <param name="Value">How much, 0 to 9999; its meaning is the kind's.</param>
    internal sealed record BankEvent(BankEventKind Kind, int Battery, int Value);
}
