using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Tests.Tidy
{
    /// <summary>What the board's code must not contain: things that do not compile there, or compile and then go wrong.</summary>
    internal static class Bans
    {
        public static IReadOnlyList<Ban> Board { get; } =
        [
            New(@"\w<\w+(\[\])?(, ?\w+)*>[\s(\[]", "generic type or method", "an array or a class of its own"),
            New(@"\bchecked\b", "checked arithmetic, which wraps on the board", "a comparison before the cast"),
            New(@"\bvolatile\b", "volatile", "one thread"),
            New(@"\bstackalloc\b|\bSpan<", "stack memory", "a buffer that is owned and reused"),
            New(@"\byield\b", "an iterator", "a loop over an array"),
            New(@"\basync\b|\bawait\b|\bTask\b", "async", "Advance and a state"),
            New(@"\brecord\b", "a record", "a sealed class"),
            New(@"\bdynamic\b|\bdecimal\b", "dynamic or decimal", "integers with a unit"),
            New(@"\b(int|uint|long|bool|byte|float|double)\?", "Nullable<T>", "a named value for unknown"),
            New(@"\[\s*,", "a multi-dimensional array", "an array of arrays"),
            New(@"\bSystem\.Linq\b|\bSystem\.Collections\.Generic\b", "LINQ or generic collections", "arrays and loops"),
            New(@"\bDateTime\b|\bStopwatch\b|\bTickCount\b|\bTimer\b", "a clock", "the milliseconds that come in through Advance"),
            New(@"\bThread\b|\bSleep\(\d", "threads and sleeping", "Advance"),
            New(@"\bnew Random\b|\bGuid\b", "unseeded randomness", "Prng"),
            New(@"\bConsole\b|\bFile\b|\bSystem\.IO\b", "input and output", "a seam that Hardware or Host implements"),
            New(
                @"\bstring\.(Join|IsNullOrWhiteSpace)\b|\.(Replace|Insert|Remove)\(",
                "a string method that the board lacks",
                "concatenation and Substring"),
            New(@"\bArray\.(Sort|Resize|Fill|Empty|Reverse)\b", "an array method that the board lacks", "a loop"),
            New(@"\bEnum\.|\.HasFlag\(", "Enum methods", "comparison of ints"),
            New(@"\$""[^""]*\{[^}]*:", "an interpolated format, slow on the board", "ToString with a format", seesText: true),
            New(@"\.ToString\(""[0#]", "a custom numeric format, which the board returns as it stands", "F1, D2 or X3", seesText: true),
        ];

        public static IReadOnlyList<Ban> Everywhere { get; } =
        [
            new(new Regex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b"), "a leftover note", "an issue, or do it now", SeesText: true),
        ];

        /// <summary>Only for Bms: the other folders of the board's code are where clocks, threads and devices belong.</summary>
        public static IReadOnlyList<string> OnlyInBms { get; } = ["a clock", "threads and sleeping", "input and output"];

        private static Ban New(string pattern, string what, string instead, bool seesText = false) =>
            new(new Regex(pattern), what, instead, seesText);
    }
}
