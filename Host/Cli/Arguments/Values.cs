using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>Reads the values of options; a wrong one ends the command with its value, the reason and the remedy.</summary>
    internal static class Values
    {
        /// <summary>A whole number within a range.</summary>
        public static long WholeNumber(string option, string text, long low, long high) => WholeNumber(option, text, low, high, high);

        /// <summary>
        /// A whole number within a range of which the user is told less than is taken, since somebody else refuses the rest better.
        /// </summary>
        public static long WholeNumber(string option, string text, long low, long high, long taken)
        {
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            {
                throw CliException.Usage($"{option} {Quoted(text)} is not a whole number; give one from {low} to {high}.");
            }

            return number >= low && number <= taken
                ? number
                : throw CliException.Usage($"{option} {number} is outside {low} to {high}; give a number within that range.");
        }

        /// <summary>A decimal number within a range, with a unit that may be written behind it.</summary>
        public static decimal Number(string option, string text, decimal low, decimal high, string unit)
        {
            string trimmed = text.Trim();
            string number = unit.Length > 0 && trimmed.EndsWith(unit, System.StringComparison.OrdinalIgnoreCase)
                ? trimmed[..^unit.Length].TrimEnd()
                : trimmed;
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out decimal value))
            {
                string range = low == decimal.MinValue ? "" : $" from {low} to {high}";
                throw CliException.Usage($"{option} {Quoted(text)} is not a number; give one{range}, with a point for decimals.");
            }

            return value >= low && value <= high
                ? value
                : throw CliException.Usage($"{option} {value.ToString(CultureInfo.InvariantCulture)} is outside {low} to {high}; give a number within that range.");
        }

        /// <summary>A decimal number in a unit that may be written behind it, with a k before it for thousands: 1500, -1500W, 1.5kW.</summary>
        public static decimal Quantity(string option, string text, string unit)
        {
            string trimmed = text.Trim();
            bool isKilo = unit == "W" && trimmed.EndsWith("kW", System.StringComparison.OrdinalIgnoreCase);
            decimal value = Number(option, isKilo ? trimmed[..^2] : trimmed, decimal.MinValue, decimal.MaxValue, unit);
            return isKilo && System.Math.Abs(value) < decimal.MaxValue / 1000 ? value * 1000 : value;
        }

        /// <summary>Watts, as 1500, -1500W or 1.5kW.</summary>
        /// <returns>W.</returns>
        public static int Watts(string option, string text, int magnitudeMax)
        {
            decimal value = Quantity(option, text, "W");
            return System.Math.Abs(value) <= magnitudeMax
                ? (int)decimal.Round(value)
                : throw CliException.Usage($"{option} {Quoted(text)} is outside -{magnitudeMax} to {magnitudeMax} W; give a power within that range.");
        }

        /// <summary>One of a few words.</summary>
        public static string Choice(string option, string text, params IReadOnlyCollection<string> choices)
        {
            string word = text.Trim().ToLowerInvariant();
            return choices.Contains(word)
                ? word
                : throw CliException.Usage($"{option} {Quoted(text)} is not known; choose {string.Join(", ", choices.Take(choices.Count - 1))} or {choices.Last()}.");
        }

        /// <summary>One of many names, with the nearest ones as remedy.</summary>
        public static string Name(string what, string text, IReadOnlyCollection<string> names)
        {
            string name = text.Trim().ToLowerInvariant();
            return names.Contains(name)
                ? name
                : throw CliException.Usage($"there is no {what} {Quoted(text)}; {NearestName.Remedy(text, names)}");
        }

        /// <summary>on or off.</summary>
        public static bool OnOff(string option, string text) => Choice(option, text, "on", "off") == "on";

        /// <summary>How long something goes on; a plain number counts seconds.</summary>
        /// <returns>ms, more than 0.</returns>
        public static long Duration(string option, string text)
        {
            if (!DurationText.TryParse(text, out long milliseconds))
            {
                throw CliException.Usage($"{option} {Quoted(text)} is not a time of up to 366 days; write it as 24h, 1h30m, 90s, 500ms or as plain seconds.");
            }

            return milliseconds > 0
                ? milliseconds
                : throw CliException.Usage($"{option} {Quoted(text)} is too short; give at least 1ms.");
        }

        /// <summary>A short time of the protocol, which needs its unit: 20 could be meant either way.</summary>
        /// <returns>ms.</returns>
        public static int ShortTime(string option, string text)
        {
            string trimmed = text.Trim();
            if (trimmed.Length > 0 && trimmed != "0" && trimmed.All(static letter => char.IsAsciiDigit(letter) || letter == '.'))
            {
                throw CliException.Usage($"{option} {Quoted(text)} has no unit; write {trimmed}ms or {trimmed}s.");
            }

            return DurationText.TryParse(trimmed, out long milliseconds) && milliseconds <= 3_600_000
                ? (int)milliseconds
                : throw CliException.Usage($"{option} {Quoted(text)} is not a time of up to an hour; write it as 20ms or 1s.");
        }

        /// <summary>A factor, real or max.</summary>
        public static SimulationPace Pace(string option, string text)
        {
            return PaceText.TryParse(text, out SimulationPace pace)
                ? pace
                : throw CliException.Usage(string.Create(CultureInfo.InvariantCulture,
                    $"{option} {Quoted(text)} is not a speed; give real, max or a factor from {SimulationPace.FactorMin} to {SimulationPace.FactorMax} such as 10x."));
        }

        /// <summary>Frame identifiers in hexadecimal, separated by commas: 351,355,356.</summary>
        public static FrameDefinition[] FrameOrder(string option, string text)
        {
            string typed = Printable(text);
            return FrameOrderText.FindProblem(typed) is string problem
                ? throw CliException.Usage($"{option} {Quoted(text)} {problem}.")
                : FrameOrderText.Read(typed);
        }

        /// <summary>What a user typed, to be shown back in one line, whatever is in it.</summary>
        public static string Quoted(string text)
        {
            return $"'{Printable(text[..System.Math.Min(60, text.Length)])}{(text.Length > 60 ? "..." : "")}'";
        }

        private static string Printable(string text) => new([.. text.Select(static letter => char.IsControl(letter) ? '?' : letter)]);
    }
}
