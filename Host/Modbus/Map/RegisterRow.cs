using System;
using System.Globalization;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>One fact of the register map: virtual server, bench observer and docs/modbus.md all take it from here.</summary>
    /// <param name="Address">First register, decimal, 0-based as in the PDU.</param>
    /// <param name="Type">How the value lies in its registers.</param>
    /// <param name="Name">Short name.</param>
    /// <param name="Meaning">What it says.</param>
    /// <param name="Provenance">What the row rests on.</param>
    public sealed record RegisterRow(int Address, RegisterType Type, string Name, string Meaning, RegisterProvenance Provenance)
    {
        /// <summary>Chapter.</summary>
        public RegisterGroup Group { get; init; }

        /// <summary>Unit; empty for a plain number or a code.</summary>
        public string Unit { get; init; } = "";

        /// <summary>Thousandths of the unit in one count: 10 for 0.01 V.</summary>
        public int ThousandthsPerCount { get; init; } = 1000;

        /// <summary>Counts that stand for 0: 1000 for temperatures.</summary>
        public int Offset { get; init; }

        /// <summary>Name behind "inverter." of what it shows; empty for nothing.</summary>
        public string Observable { get; init; } = "";

        /// <summary>Key of a scenario that is this setting, as "max-a-charge"; empty for none.</summary>
        public string Key { get; init; } = "";

        /// <summary>True where the register counts discharging positive and the observable charging.</summary>
        public bool IsInverted { get; init; }

        /// <summary>What the virtual Sol-Ark has there: thousandths of the unit, or the code itself; null where it has 0.</summary>
        public Func<SolArkFacts, long>? Value { get; init; }

        /// <summary>How a write changes a setting of the virtual Sol-Ark, from thousandths of the unit or a code; null if it cannot.</summary>
        public Action<InverterSettings, long>? Write { get; init; }

        /// <summary>Registers from the first to the last.</summary>
        public int Span => Type switch
        {
            RegisterType.U32 or RegisterType.S32 => 2,
            RegisterType.U32Split => 3,
            _ => 1,
        };

        /// <summary>True for a quantity; false for codes, bytes and texts, whose value is the register itself.</summary>
        public bool IsQuantity => Type is RegisterType.U16 or RegisterType.S16 or RegisterType.U32 or RegisterType.S32 or RegisterType.U32Split;

        /// <summary>Least and greatest value that the registers can carry: thousandths of the unit, or the code itself.</summary>
        public (long Least, long Most) Range =>
            IsQuantity ? ((Counts.Least - Offset) * ThousandthsPerCount, (Counts.Most - Offset) * ThousandthsPerCount) : Counts;

        private (long Least, long Most) Counts => Type switch
        {
            RegisterType.S16 => (short.MinValue, short.MaxValue),
            RegisterType.U32 or RegisterType.U32Split => (0L, uint.MaxValue),
            RegisterType.S32 => (int.MinValue, int.MaxValue),
            _ => (0L, ushort.MaxValue),
        };

        /// <summary>Reads the value: thousandths of the unit, or the code itself.</summary>
        /// <param name="word">Gives a register by its address.</param>
        public long Decode(Func<int, ushort> word)
        {
            ArgumentNullException.ThrowIfNull(word);
            long counts = Type switch
            {
                RegisterType.S16 => (short)word(Address),
                RegisterType.U32 => word(Address) | ((long)word(Address + 1) << 16),
                RegisterType.S32 => (int)(word(Address) | ((uint)word(Address + 1) << 16)),
                RegisterType.U32Split => word(Address) | ((long)word(Address + 2) << 16),
                _ => word(Address),
            };
            return IsQuantity ? (counts - Offset) * ThousandthsPerCount : counts;
        }

        /// <summary>Puts a value into the registers, held to what they can carry.</summary>
        public void Encode(long value, ushort[] words)
        {
            ArgumentNullException.ThrowIfNull(words);
            long counts = IsQuantity ? Rounded(value) + Offset : value;
            counts = Math.Clamp(counts, Counts.Least, Counts.Most);
            words[Address] = (ushort)counts;
            if (Span > 1)
            {
                words[Address + Span - 1] = (ushort)(counts >> 16);
            }
        }

        /// <summary>A value as people read it, with its unit.</summary>
        public string Format(long value)
        {
            switch (Type)
            {
                case RegisterType.Hex: return value.ToString("X4", CultureInfo.InvariantCulture);
                case RegisterType.Code: return value.ToString(CultureInfo.InvariantCulture);
                case RegisterType.Bytes: return string.Create(CultureInfo.InvariantCulture, $"{value >> 8}/{value & 0xFF}");
                case RegisterType.Text: return string.Concat(Printable(value >> 8), Printable(value & 0xFF));
                default:
                    int decimals = ThousandthsPerCount switch { 1 => 3, 10 => 2, 100 => 1, _ => 0 };
                    string number = (value / 1000m).ToString("F" + decimals, CultureInfo.InvariantCulture);
                    return Unit.Length == 0 ? number : $"{number} {Unit}";
            }
        }

        private long Rounded(long value)
        {
            long half = ThousandthsPerCount / 2;
            return (value >= 0 ? value + half : value - half) / ThousandthsPerCount;
        }

        private static string Printable(long character) => character is >= 0x20 and < 0x7F ? ((char)character).ToString() : ".";
    }
}
