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

        /// <summary>Longest time that a single frame has of its own, ms: an hour.</summary>
        public const int MillisecondsMax = 3_600_000;

        /// <summary>Key of the rows of single frames.</summary>
        public const string Frames = "frames";

#pragma warning disable IDE0055 // columns
        private static readonly Row[] Rows =
        [
            new(Like, "Named dialect that the keys below change.", static text => Dialects.Names.Contains(text) ? null : $"is not a dialect{NearestName.Hint(text, Dialects.Names)}", static (_, _) => { }),
            Choice("dataLength", "BANK:DIALect:DLENgth", "padded: 8 bytes always; native: the lengths of Pylontech.", static (dialect, place) => dialect.DataLength = (DataLength)place),
            Choice("voltageScale", "BANK:DIALect:VSCale", "Volts in one count of 0x356.", static (dialect, place) => dialect.VoltageScale = (VoltageScale)place, "0.01", "0.1"),
            Choice("currentSign", "BANK:DIALect:CSIGn", "What a positive current in 0x356 does to the bank.", static (dialect, place) => dialect.CurrentSign = (CurrentSign)place),
            new("manufacturer", $"Name in 0x35E, up to {DialectSettings.NameLengthMax} characters.", FindNameProblem, static (dialect, text) => dialect.ManufacturerName = text),
            YesNo("fineSoc", "SOC in 0.01 % in bytes 4 and 5 of 0x355.", static (dialect, isSet) => dialect.SendsFineSoc = isSet),
            new("order", "Frames of a burst in their order, such as 351,355,356; those that the model writes.", FindOrderProblem, static (dialect, text) => SetOrder(dialect, text)),
            Milliseconds("periodMilliseconds", "BANK:DIALect:PERiod", "From one burst to the next", static (dialect, number) => dialect.PeriodMilliseconds = number),
            Milliseconds("gapMilliseconds", "BANK:DIALect:GAP", "From one frame of a burst to the next", static (dialect, number) => dialect.GapMilliseconds = number),
            Milliseconds("jitterMilliseconds", "BANK:DIALect:JITTer", "Each burst starts up to this much late", static (dialect, number) => dialect.JitterMilliseconds = number),
            YesNo("ownTimers", "Each frame of the model on a timer of its own, 1.00 to 1.09 times the period, as a Deye pack.", static (dialect, isSet) => dialect.HasOwnTimers = isSet),
            new(TimerJitter, "Each frame on a timer of its own leaves up to this much late, ms.", static text => FindNumberProblem(text, 0, MillisecondsMax), static (_, _) => { }),
        ];
#pragma warning restore IDE0055

        /// <summary>All keys with what they mean.</summary>
        public static IEnumerable<(string Key, string Meaning)> All => Rows.Select(static row => (row.Key, row.Meaning));

        /// <summary>Says what is wrong with a value, as the end of a sentence; null if nothing is.</summary>
        public static string? FindProblem(string key, string value) => Array.Find(Rows, row => row.Key == key)!.FindProblem(value);

        /// <summary>Changes a dialect as a fact without a problem says.</summary>
        public static void Apply(DialectSettings dialect, ProfileFact fact) => Array.Find(Rows, row => row.Key == fact.Key)!.Set(dialect, fact.Value);

        /// <summary>A whole number without a problem.</summary>
        public static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

        // Words, and their order, of the row of the command table that sets the same.
        private static Row Choice(string key, string pattern, string meaning, Action<DialectSettings, int> set, params string[] words)
        {
            SettingParameter parameter = CommandRows.Find(pattern).ParameterAt(0);
            string[] known = words.Length > 0 ? words : [.. ParameterText.WordsOf(parameter).Select(static word => word.ToLowerInvariant())];
            return new Row(key, meaning, text => FindWordProblem(text, known), (dialect, text) => set(dialect, Array.IndexOf(known, text)));
        }

        // In whole milliseconds, as the key has them and as the row keeps them; the range is the row's.
        private static Row Milliseconds(string key, string pattern, string meaning, Action<DialectSettings, int> set)
        {
            SettingParameter parameter = CommandRows.Find(pattern).ParameterAt(0);
            (int minimum, int maximum) = (parameter.Minimum, parameter.Maximum);
            return new Row(
                key,
                string.Create(CultureInfo.InvariantCulture, $"{meaning}, {minimum} to {maximum} ms."),
                text => FindNumberProblem(text, minimum, maximum),
                (dialect, text) => set(dialect, Number(text)));
        }

        private static Row YesNo(string key, string meaning, Action<DialectSettings, bool> set) =>
            new(key, meaning, static text => FindWordProblem(text, "yes", "no"), (dialect, text) => set(dialect, text == "yes"));

        private static string? FindWordProblem(string text, params string[] words) => words.Contains(text) ? null : $"is unknown; write {string.Join(" or ", words)}.";

        private static string? FindNumberProblem(string text, int minimum, int maximum)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum
                ? null : string.Create(CultureInfo.InvariantCulture, $"is not a whole number from {minimum} to {maximum}.");
        }

        private static string? FindNameProblem(string text)
        {
            return text.Length <= DialectSettings.NameLengthMax && text.All(static letter => letter is >= ' ' and <= '~')
                ? null : $"does not fit into 0x35E; write up to {DialectSettings.NameLengthMax} ASCII characters.";
        }

        private static string? FindOrderProblem(string text) =>
            FrameOrderText.FindProblem(text) is string problem ? $"{problem}; other frames are rows of '{Frames}'." : null;

        private static void SetOrder(DialectSettings dialect, string text)
        {
            dialect.Order = FrameOrderText.Read(text);
            dialect.SendsCapacity = true;
        }

        private sealed record Row(string Key, string Meaning, Func<string, string?> FindProblem, Action<DialectSettings, string> Set);
    }
}
