using System;
using System.Text;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Reads a signal of the protocol catalogue out of the last frame of its identifier, without allocating for numbers.</summary>
    internal static class SignalValue
    {
        /// <summary>What a signal is as an observable.</summary>
        public static ObservableKind KindOf(SignalDefinition signal)
        {
            switch (signal.Kind)
            {
                case SignalKind.Flag: return ObservableKind.Switch;
                case SignalKind.Text or SignalKind.Bytes: return ObservableKind.Text;
                case SignalKind.Condition: return ObservableKind.Word("not supported", "raised", "clear", "not supported (11)");
                default:
                    foreach (QuantityKind quantity in QuantityKind.All)
                    {
                        foreach (string unit in quantity.Units)
                        {
                            if (string.Equals(unit, signal.Unit, StringComparison.OrdinalIgnoreCase))
                            {
                                return ObservableKind.Number(quantity);
                            }
                        }
                    }

                    return ObservableKind.Plain;
            }
        }

        /// <summary>Reads the signal; unknown if the frame was never seen or is too short for it.</summary>
        public static Observed Read(SignalDefinition signal, FrameSlot slot)
        {
            bool isText = signal.Kind is SignalKind.Text or SignalKind.Bytes;
            if (slot.Count == 0 || slot.IsRemote || slot.Length < (isText ? signal.FirstByte + 1 : signal.BytesNeeded))
            {
                return Observed.Unknown;
            }

            if (isText)
            {
                return Observed.Of(TextOf(signal, slot));
            }

            ulong mask = signal.BitLength == 64 ? ulong.MaxValue : (1UL << signal.BitLength) - 1;
            ulong bits = slot.Data >> signal.StartBit & mask;
            bool isNegative = signal.IsSigned && bits >> (signal.BitLength - 1) != 0;
            long raw = isNegative ? (long)(bits | ~mask) : (long)bits;
            if (signal.Kind != SignalKind.Number)
            {
                return Observed.Of(raw);
            }

            decimal value = ((raw * signal.Scale) + signal.Offset) * QuantityKind.Thousand;
            return signal.IsAbsentAtZero && raw == 0 ? Observed.Unknown : Observed.Of((long)Math.Clamp(value, -1e15m, 1e15m));
        }

        private static string TextOf(SignalDefinition signal, FrameSlot slot)
        {
            int end = Math.Min(signal.BytesNeeded, slot.Length);
            if (signal.Kind == SignalKind.Bytes)
            {
                return FrameText.Bytes(slot.Data >> (8 * signal.FirstByte), end - signal.FirstByte);
            }

            var text = new StringBuilder();
            for (int index = signal.FirstByte; index < end; index++)
            {
                text.Append((char)(slot.Data >> (8 * index) & 0xFF));
            }

            return text.ToString().TrimEnd(' ', '\0');
        }
    }
}
