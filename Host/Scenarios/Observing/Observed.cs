namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>What an observable was at one moment.</summary>
    /// <param name="IsKnown">False while there is nothing to see: never received, never sent.</param>
    /// <param name="Number">Thousandths of a unit, 1 or 0 of a switch, the place of a word, bits of a set.</param>
    /// <param name="Text">Of a text only.</param>
    internal readonly record struct Observed(bool IsKnown, long Number, string? Text)
    {
        /// <summary>Nothing to see.</summary>
        public static Observed Unknown => default;

        /// <summary>A number, a word or a set.</summary>
        public static Observed Of(long number) => new(true, number, null);

        /// <summary>A switch.</summary>
        public static Observed Of(bool isOn) => new(true, isOn ? 1 : 0, null);

        /// <summary>A number that may be unknown.</summary>
        public static Observed If(bool isKnown, long number) => new(isKnown, isKnown ? number : 0, null);

        /// <summary>A text.</summary>
        public static Observed Of(string text) => new(true, 0, text);
    }
}
