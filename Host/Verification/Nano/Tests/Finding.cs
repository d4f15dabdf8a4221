namespace BatterySim.Nano.Tests
{
    /// <summary>One place where the board's code does what the interpreter or the house rules forbid.</summary>
    internal sealed record Finding(string Rule, string Where, string What)
    {
        public override string ToString() => $"{Where}: {What} ({Rule})";
    }
}
