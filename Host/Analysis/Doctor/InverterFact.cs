namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Something public about one make of inverter that a rule holds a battery against.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Text">What the inverter does, one clause.</param>
    /// <param name="Source">Where it is from.</param>
    /// <param name="Provenance">documented, field or assumed.</param>
    /// <typeparam name="T">Kind of the value.</typeparam>
    public sealed record InverterFact<T>(T Value, string Text, string Source, string Provenance);
}
