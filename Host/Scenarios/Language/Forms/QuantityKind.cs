using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>What a number measures, and its units. Every number is kept in thousandths of the kind's own unit.</summary>
    internal sealed class QuantityKind
    {
        /// <summary>Thousandths in one.</summary>
        public const int Thousand = 1000;

        // 10^12 units: nothing here comes near it, and sums of two stay in a long.
        private const decimal ValueMax = 1_000_000_000_000m;

        private readonly (string Name, decimal Factor)[] _units;

        private QuantityKind(string word, string example, string scpiUnit, int scpiDecimals, params (string Name, decimal Factor)[] units)
            : this(word, example, scpiUnit, units) => ScpiDecimals = scpiDecimals;

        private QuantityKind(string word, string example, string scpiUnit, params (string Name, decimal Factor)[] units)
        {
            Word = word;
            Example = example;
            ScpiUnit = scpiUnit;
            _units = units;
        }

        /// <summary>A time, kept in ms.</summary>
        public static QuantityKind Time { get; } =
            new("time", "3 s", "S", ("s", 1m), ("ms", 0.001m), ("min", 60m), ("h", 3600m), ("d", 86_400m));

        /// <summary>A voltage, kept in mV.</summary>
        public static QuantityKind Voltage { get; } = new("voltage", "52.8 V", "V", ("V", 1m), ("mV", 0.001m));

        /// <summary>A current, kept in mA.</summary>
        public static QuantityKind Current { get; } = new("current", "100 A", "A", ("A", 1m), ("mA", 0.001m));

        /// <summary>A power, kept in mW.</summary>
        public static QuantityKind Power { get; } = new("power", "2 kW", "W", ("W", 1m), ("kW", 1000m));

        /// <summary>A share, kept in thousandths of a percent.</summary>
        public static QuantityKind Share { get; } = new("share", "55 %", "PCT", ("%", 1m), ("PCT", 1m));

        /// <summary>A temperature, kept in thousandths of a degree.</summary>
        public static QuantityKind Temperature { get; } =
            new("temperature", "25 °C", "CEL", ("°C", 1m), ("CEL", 1m), ("C", 1m), ("degC", 1m));

        /// <summary>An electric charge, kept in mAh.</summary>
        public static QuantityKind Charge { get; } = new("charge", "100 Ah", "AH", ("Ah", 1m), ("mAh", 0.001m));

        /// <summary>A resistance, kept in microohms.</summary>
        public static QuantityKind Resistance { get; } =
            new("resistance", "2 mOhm", "OHM", 6, ("mOhm", 1m), ("uOhm", 0.001m), ("Ohm", 1000m));

        /// <summary>A number without unit.</summary>
        public static QuantityKind Plain { get; } = new("number", "4", "");

        /// <summary>Every kind that has a unit.</summary>
        public static IReadOnlyList<QuantityKind> All { get; } = [Time, Voltage, Current, Power, Share, Temperature, Charge, Resistance];

        /// <summary>What it is called.</summary>
        public string Word { get; }

        /// <summary>How one is written.</summary>
        public string Example { get; }

        /// <summary>Unit as the instrument writes it.</summary>
        public string ScpiUnit { get; }

        /// <summary>Places behind the point of the instrument's unit that a thousandth here stands for.</summary>
        public int ScpiDecimals { get; } = 3;

        /// <summary>Its own unit; empty for a plain number.</summary>
        public string Unit => _units.Length == 0 ? "" : _units[0].Name;

        /// <summary>All units that may stand behind the number.</summary>
        public IEnumerable<string> Units
        {
            get
            {
                foreach ((string name, _) in _units)
                {
                    yield return name;
                }
            }
        }

        /// <summary>Reads a number with its unit.</summary>
        /// <param name="text">Such as "52.8 V".</param>
        /// <param name="thousandths">The number in thousandths of the kind's own unit.</param>
        /// <returns>Null if it can be read, otherwise what is wrong, as a clause with its remedy.</returns>
        public string? Read(string text, out long thousandths)
        {
            thousandths = 0;
            string trimmed = text.Trim();
            int end = 0;
            while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] is '.' or '+' or '-'))
            {
                end++;
            }

            string unit = trimmed[end..].TrimStart();
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            bool isNumber = decimal.TryParse(trimmed.AsSpan(0, end), Style, CultureInfo.InvariantCulture, out decimal number);
            if (!isNumber)
            {
                return $"'{Shorten(text)}' is no {Word}; write it as '{Example}'";
            }

            if (!TryFindUnit(unit, out decimal factor))
            {
                return unit.Length == 0
                    ? $"'{Shorten(text)}' has no unit; write it as '{trimmed[..end]} {Unit}'"
                    : _units.Length == 0 ? $"'{Shorten(text)}' is a number without unit; write '{trimmed[..end]}'"
                    : $"'{Shorten(unit)}' is not a unit of a {Word}; it is one of {string.Join(", ", Units)}";
            }

            if (Math.Abs(number) > ValueMax / factor)
            {
                return $"'{Shorten(text)}' is beyond everything that is measured here";
            }

            thousandths = (long)Math.Round(number * factor * Thousand, MidpointRounding.AwayFromZero);
            return null;
        }

        /// <summary>The number with its unit, as people write it.</summary>
        public string Format(long thousandths)
        {
            string number = Number(thousandths);
            return Unit.Length == 0 ? number : number + " " + Unit;
        }

        /// <summary>The number with its unit, as the instrument takes it.</summary>
        public string ToScpi(long thousandths)
        {
            decimal number = thousandths / (decimal)Math.Pow(10, ScpiDecimals);
            return ScpiUnit.Length == 0 ? Number(thousandths) : number.ToString("0.######", CultureInfo.InvariantCulture) + " " + ScpiUnit;
        }

        /// <summary>Cuts a text that is too long for a message, and takes what cannot be printed out of it.</summary>
        public static string Shorten(string text)
        {
            const int LengthMax = 60;
            Span<char> kept = stackalloc char[Math.Min(text.Length, LengthMax)];
            for (int index = 0; index < kept.Length; index++)
            {
                kept[index] = char.IsControl(text[index]) || char.IsSurrogate(text[index]) ? ' ' : text[index];
            }

            return text.Length > LengthMax ? $"{kept}..." : kept.ToString();
        }

        private static string Number(long thousandths) => (thousandths / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

        private bool TryFindUnit(string unit, out decimal factor)
        {
            factor = 1m;
            if (_units.Length == 0)
            {
                return unit.Length == 0;
            }

            foreach ((string name, decimal its) in _units)
            {
                if (string.Equals(name, unit, StringComparison.OrdinalIgnoreCase))
                {
                    factor = its;
                    return true;
                }
            }

            return false;
        }
    }
}
