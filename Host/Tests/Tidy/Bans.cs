using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Tests.Tidy
{
    /// <summary>What the board's code must not contain and only its text shows.</summary>
    /// <remarks>All else is found by the compiler, or in the IL (Host/Verification/Nano).</remarks>
    internal static class Bans
    {
        public static IReadOnlyList<Ban> Board { get; } =
        [
            new(new Regex(@"\$""[^""]*\{[^}]*:"), "an interpolated format, slow on the board", "ToString with a format"),
            new(new Regex(@"\.ToString\(""[0#]"), "a custom numeric format, which the board returns as it stands", "F1, D2 or X3"),
        ];

        public static IReadOnlyList<Ban> Everywhere { get; } =
        [
            new(new Regex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b"), "a leftover note", "an issue, or do it now"),
        ];
    }
}
