using System;
using System.Collections.Generic;
using System.Text;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Signals in as few words as a line of the screen has room for: a short name, and the unit that the signal's name ends with.</summary>
    internal static class SignalLabels
    {
        private static readonly (string Suffix, string Unit)[] Units =
        [
            ("AmpereHours", " Ah"), ("Volts", " V"), ("Amps", " A"), ("Percent", " %"), ("Celsius", " C"),
        ];

        // What everybody in the field says instead.
        private static readonly Dictionary<string, string> Abbreviations = new()
        {
            ["chargeVoltageLimit"] = "CVL",
            ["chargeCurrentLimit"] = "CCL",
            ["dischargeCurrentLimit"] = "DCL",
            ["dischargeVoltageLimit"] = "DVL",
            ["soc"] = "SOC",
            ["soh"] = "SOH",
        };

        /// <summary>Name and value of a number or a text.</summary>
        public static string Value(string name, string value)
        {
            foreach ((string suffix, string unit) in Units)
            {
                if (name.EndsWith(suffix, StringComparison.Ordinal))
                {
                    return $"{Words(name[..^suffix.Length])} {value}{unit}";
                }
            }

            return $"{Words(name)} {value}";
        }

        /// <summary>Name of a flag that is set.</summary>
        public static string Words(string name)
        {
            if (Abbreviations.TryGetValue(name, out string? known))
            {
                return known;
            }

            StringBuilder words = new();
            foreach (char letter in name)
            {
                words.Append(char.IsAsciiLetterUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString());
            }

            return words.ToString();
        }
    }
}
