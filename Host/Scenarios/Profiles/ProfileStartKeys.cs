using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Stack;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>The keys of <c>start</c> in a profile file and their ranges.</summary>
    public static class ProfileStartKeys
    {
        /// <summary>Key of the number of batteries.</summary>
        public const string Batteries = "batteries";

        /// <summary>Key of SOC, %.</summary>
        public const string SocPercent = "socPercent";

        /// <summary>Key of SOH, %.</summary>
        public const string SohPercent = "sohPercent";

        /// <summary>Key of the temperature, degC.</summary>
        public const string TemperatureCelsius = "temperatureCelsius";

        /// <summary>Key of the power taken, W.</summary>
        public const string LoadWatts = "loadWatts";

        private static readonly Row[] Rows =
        [
            new(Batteries, "Batteries, master included.", 1, BankRules.TwinCapacity, true),
            new(SocPercent, "SOC of every battery.", 0, 100, false),
            new(SohPercent, "SOH of every battery.", 0.1m, 100, false),
            new(TemperatureCelsius, "Temperature of cells and room.", -40, 100, false),
            new(LoadWatts, "Power taken from the bank; negative to charge it.", -TwinOptions.LoadMaxWatts, TwinOptions.LoadMaxWatts, true),
        ];

        /// <summary>All keys with what they mean and their range.</summary>
        public static IEnumerable<(string Key, string Meaning, decimal Minimum, decimal Maximum)> All =>
            Rows.Select(static row => (row.Key, row.Meaning, row.Minimum, row.Maximum));

        /// <summary>Says what is wrong with a value, as the end of a sentence; null if nothing is.</summary>
        public static string? FindProblem(string key, string value)
        {
            Row row = Array.Find(Rows, row => row.Key == key)!;
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            bool isNumber = decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out decimal number);
            return isNumber && number >= row.Minimum && number <= row.Maximum && (!row.IsWhole || number == decimal.Truncate(number))
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"is not a {(row.IsWhole ? "whole " : "")}number from {row.Minimum} to {row.Maximum}.");
        }

        private sealed record Row(string Key, string Meaning, decimal Minimum, decimal Maximum, bool IsWhole);
    }
}
