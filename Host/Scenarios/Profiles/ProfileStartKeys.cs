using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;

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
            Of(Batteries, "Batteries, master included.", "BANK:BATTery"),
            Of(SocPercent, "SOC of every battery.", "MODule#:SOC"),
            Of(SohPercent, "SOH of every battery.", "MODule#:SOH"),
            Of(TemperatureCelsius, "Temperature of cells and room.", "MODule#:TEMPerature"),
            Of(LoadWatts, "Power taken from the bank; negative to charge it.", "LOAD"),
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

        // The range is that of the row of the command table that sets the same.
        private static Row Of(string key, string meaning, string pattern)
        {
            SettingParameter parameter = CommandRows.Find(pattern).ParameterAt(0);
            decimal Scaled(int value) => value / (decimal)Math.Pow(10, parameter.Unit.Decimals);
            return new Row(key, meaning, Scaled(parameter.Minimum), Scaled(parameter.Maximum), parameter.Unit.Decimals == 0);
        }

        private sealed record Row(string Key, string Meaning, decimal Minimum, decimal Maximum, bool IsWhole);
    }
}
