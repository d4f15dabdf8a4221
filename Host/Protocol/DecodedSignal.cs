using System.Globalization;

namespace BatterySim.Host.Protocol
{
    /// <summary>A signal of a frame with its value.</summary>
    /// <param name="Definition">Which signal it is; for bits that no source explains a definition made for the frame.</param>
    /// <param name="Raw">Value on the wire, sign extended where the signal is signed.</param>
    /// <param name="Value">Physical value in the unit of the definition; of meaning for numbers only.</param>
    /// <param name="Text">Characters, or bytes in hexadecimal; empty for numbers and flags.</param>
    public sealed record DecodedSignal(SignalDefinition Definition, long Raw, decimal Value, string Text)
    {
        /// <summary>Name with its unit.</summary>
        public string Name => Definition.Name;

        /// <summary>True for a flag that is set.</summary>
        public bool IsSet => Definition.Kind == SignalKind.Flag && Raw != 0;

        /// <summary>True for a flag that is clear, and for a condition that is not raised.</summary>
        public bool IsClear => (Definition.Kind == SignalKind.Flag && Raw == 0) || (Definition.Kind == SignalKind.Condition && Raw != 1);

        /// <summary>Name of the value; null if it has none.</summary>
        public string? ValueName =>
            Definition.Kind is SignalKind.Number or SignalKind.Condition && Definition.ValueNames.TryGetValue(Raw, out string? name) ? name : null;

        /// <summary>True for a number outside the range that makes sense.</summary>
        public bool IsOutOfRange => Definition.Kind == SignalKind.Number && Definition.Minimum < Definition.Maximum
            && (Value < Definition.Minimum || Value > Definition.Maximum);

        /// <summary>The value as a person reads it; numbers with the decimals of the wire's step.</summary>
        public override string ToString()
        {
            return Definition.Kind switch
            {
                SignalKind.Flag => IsSet ? "set" : "clear",
                SignalKind.Number or SignalKind.Condition => ValueName ?? Value.ToString(CultureInfo.InvariantCulture),
                _ => Text,
            };
        }
    }
}
