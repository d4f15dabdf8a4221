namespace BatterySim.Bms.Instrument
{
    /// <summary>What a number is measured in, and how finely it is kept.</summary>
    public sealed class ScpiUnit
    {
        /// <summary>A whole number.</summary>
        public static readonly ScpiUnit None = new ScpiUnit("", "", 0, false);

        /// <summary>Volts, kept in mV.</summary>
        public static readonly ScpiUnit Volt = new ScpiUnit("V", "V", 3, true);

        /// <summary>Amperes, kept in mA.</summary>
        public static readonly ScpiUnit Ampere = new ScpiUnit("A", "A", 3, true);

        /// <summary>Ampere-hours, kept in mAh.</summary>
        public static readonly ScpiUnit AmpereHour = new ScpiUnit("AH", "Ah", 3, true);

        /// <summary>Watts.</summary>
        public static readonly ScpiUnit Watt = new ScpiUnit("W", "W", 0, true);

        /// <summary>Ohms, kept in microohms.</summary>
        public static readonly ScpiUnit Ohm = new ScpiUnit("OHM", "ohm", 6, true);

        /// <summary>Seconds, kept in ms.</summary>
        public static readonly ScpiUnit Second = new ScpiUnit("S", "s", 3, true);

        /// <summary>Percent, kept in permille.</summary>
        public static readonly ScpiUnit Percent = new ScpiUnit("PCT", "%", 1, false);

        /// <summary>Degrees Celsius, kept in tenths.</summary>
        public static readonly ScpiUnit Celsius = new ScpiUnit("CEL", "degC", 1, false);

        /// <summary>A factor, kept in thousandths.</summary>
        public static readonly ScpiUnit Factor = new ScpiUnit("", "", 3, false);

        private readonly string _name;
        private readonly string _symbol;
        private readonly int _decimals;
        private readonly bool _hasMultiplier;

        private ScpiUnit(string name, string symbol, int decimals, bool hasMultiplier)
        {
            _name = name;
            _symbol = symbol;
            _decimals = decimals;
            _hasMultiplier = hasMultiplier;
        }

        /// <summary>Its suffix.</summary>
        public string Name { get { return _name; } }

        /// <summary>As people write it.</summary>
        public string Symbol { get { return _symbol; } }

        /// <summary>Places behind the point that are kept.</summary>
        public int Decimals { get { return _decimals; } }

        /// <summary>Reads a suffix.</summary>
        /// <param name="text">Buffer that holds it.</param>
        /// <param name="start">Its first character.</param>
        /// <param name="end">Past its last one.</param>
        /// <param name="exponent">Power of ten by which the number is to be multiplied.</param>
        /// <param name="factor">What it is to be multiplied with besides: 60 for minutes, 3600 for hours, else 1.</param>
        /// <returns>False for a suffix that does not belong to this unit.</returns>
        public bool TryReadSuffix(char[] text, int start, int end, out int exponent, out int factor)
        {
            exponent = 0;
            factor = 1;
            if (start == end || Equals(text, start, end, _name))
            {
                return true;
            }

            if (this == Percent || this == Celsius)
            {
                return Equals(text, start, end, this == Percent ? "%" : "C");
            }

            if (this == Second)
            {
                factor = Equals(text, start, end, "MIN") ? 60 : Equals(text, start, end, "H") || Equals(text, start, end, "HR") ? 3600 : 1;
                if (factor > 1)
                {
                    return true;
                }
            }

            // IEEE 488.2, table 7-2, note: MOHM is mega.
            if (this == Ohm && Equals(text, start, end, "MOHM"))
            {
                exponent = 6;
                return true;
            }

            int prefixEnd = end - _name.Length;
            return _hasMultiplier && prefixEnd > start && Equals(text, prefixEnd, end, _name)
                && TryReadMultiplier(text, start, prefixEnd, out exponent);
        }

        /// <summary>True if a part of a text is a name, in capitals or not.</summary>
        public static bool Equals(char[] text, int start, int end, string name)
        {
            if (end - start != name.Length)
            {
                return false;
            }

            for (int index = 0; index < name.Length; index++)
            {
                if (ScpiMatcher.ToUpper(text[start + index]) != ScpiMatcher.ToUpper(name[index]))
                {
                    return false;
                }
            }

            return true;
        }

        // IEEE 488.2, table 7-2: M is milli, MA is mega.
        private static bool TryReadMultiplier(char[] text, int start, int end, out int exponent)
        {
            exponent = Equals(text, start, end, "N") ? -9
                : Equals(text, start, end, "U") ? -6
                : Equals(text, start, end, "M") ? -3
                : Equals(text, start, end, "K") ? 3
                : Equals(text, start, end, "MA") ? 6
                : Equals(text, start, end, "G") ? 9 : 0;
            return exponent != 0;
        }
    }
}
