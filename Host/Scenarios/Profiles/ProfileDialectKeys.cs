using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>The keys of <c>dialect</c> in a profile file: what each takes, and what it changes.</summary>
    public static class ProfileDialectKeys
    {
        /// <summary>Key of the named dialect that the others change.</summary>
        public const string Like = "like";

        /// <summary>Key of the most that a frame on its own timer is late, ms.</summary>
        public const string TimerJitter = "timerJitterMilliseconds";

        /// <summary>Key of the rows of single frames.</summary>
        public const string Frames = "frames";

#pragma warning disable IDE0055 // columns
        private static readonly Row[] Rows =
        [
            new(Like, "Named dialect that the keys below change.", static text => Dialects.Names.Contains(text) ? null : $"is not a dialect{NearestName.Hint(text, Dialects.Names)}", static (_, _) => { }),
            new("dataLength", "padded: 8 bytes always; native: the lengths of Pylontech.", static text => OneOf(text, "padded", "native"), static (dialect, text) => dialect.DataLength = text == "native" ? DataLength.Native : DataLength.Padded),
            new("voltageScale", "Volts in one count of 0x356.", static text => OneOf(text, "0.01", "0.1"), static (dialect, text) => dialect.VoltageScale = text == "0.1" ? VoltageScale.Decivolt : VoltageScale.Centivolt),
            new("currentSign", "What a positive current in 0x356 does to the bank.", static text => OneOf(text, "charge", "discharge"), static (dialect, text) => dialect.CurrentSign = text == "discharge" ? CurrentSign.DischargePositive : CurrentSign.ChargePositive),
            new("manufacturer", "Name in 0x35E, up to 8 characters.", NameFault, static (dialect, text) => dialect.ManufacturerName = text),
            new("fineSoc", "SOC in 0.01 % in bytes 4 and 5 of 0x355.", static text => OneOf(text, "yes", "no"), static (dialect, text) => dialect.SendsFineSoc = text == "yes"),
            new("order", "Frames of a burst in their order, such as 351,355,356; those that the model writes.", OrderFault, static (dialect, text) => SetOrder(dialect, text)),
            new("periodMilliseconds", "From one burst to the next, " + Range("BANK:DIALect:PERiod"), NumberFault, static (dialect, text) => dialect.PeriodMilliseconds = Number(text)),
            new("gapMilliseconds", "From one frame of a burst to the next, " + Range("BANK:DIALect:GAP"), NumberFault, static (dialect, text) => dialect.GapMilliseconds = Number(text)),
            new("jitterMilliseconds", "Each burst starts up to this much late, ms.", NumberFault, static (dialect, text) => dialect.JitterMilliseconds = Number(text)),
            new("ownTimers", "Each frame of the model on a timer of its own, 1.00 to 1.09 times the period, as a Deye pack.", static text => OneOf(text, "yes", "no"), static (dialect, text) => dialect.HasOwnTimers = text == "yes"),
            new(TimerJitter, "Each frame on a timer of its own leaves up to this much late, ms.", NumberFault, static (_, _) => { }),
        ];
#pragma warning restore IDE0055

        /// <summary>All keys with what they mean.</summary>
        public static IEnumerable<(string Key, string Meaning)> All => Rows.Select(static row => (row.Key, row.Meaning));

        /// <summary>Says what is wrong with a value, as the end of a sentence; null if nothing is.</summary>
        public static string? FindProblem(string key, string value) => Array.Find(Rows, row => row.Key == key)!.Fault(value);

        /// <summary>Changes a dialect as a fact without fault says.</summary>
        public static void Apply(DialectSettings dialect, ProfileFact fact) => Array.Find(Rows, row => row.Key == fact.Key)!.Set(dialect, fact.Value);

        /// <summary>A whole number without fault.</summary>
        public static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

        // In whole milliseconds, as the key has them and as the row keeps them.
        private static string Range(string pattern)
        {
            SettingParameter parameter = CommandRows.Find(pattern).ParameterAt(0);
            return $"{parameter.Minimum} to {parameter.Maximum} ms.";
        }

        private static string? OneOf(string text, params string[] words) => words.Contains(text) ? null : $"is unknown; write {string.Join(" or ", words)}.";

        private static string? NumberFault(string text)
        {
            const int LongestMilliseconds = 3_600_000;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= LongestMilliseconds
                ? null : $"is not a whole number from 0 to {LongestMilliseconds}.";
        }

        private static string? NameFault(string text)
        {
            return text.Length <= DialectSettings.NameLengthMax && text.All(static letter => letter is >= ' ' and <= '~')
                ? null : "does not fit into 0x35E; write up to 8 ASCII characters.";
        }

        private static string? OrderFault(string text)
        {
            foreach (string word in text.Split(',', StringSplitOptions.TrimEntries))
            {
                if (!uint.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id) || FrameTable.Find(id) == null)
                {
                    string known = string.Join(", ", FrameTable.Ids.Select(static known => known.ToString("X3", CultureInfo.InvariantCulture)));
                    return $"names '{word}', which is not a frame that the model writes ({known}); other frames are rows of '{Frames}'.";
                }
            }

            return null;
        }

        private static void SetOrder(DialectSettings dialect, string text)
        {
            dialect.Order =
            [
                .. text.Split(',', StringSplitOptions.TrimEntries)
                    .Select(static word => FrameTable.Find(uint.Parse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))),
            ];
            dialect.SendsCapacity = true;
        }

        private sealed record Row(string Key, string Meaning, Func<string, string?> Fault, Action<DialectSettings, string> Set);
    }
}
