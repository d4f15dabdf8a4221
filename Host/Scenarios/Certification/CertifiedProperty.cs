using System;
using System.Globalization;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>One thing that was found out about an inverter.</summary>
    /// <param name="Name">Name; that of a quirk or setting of the virtual Sol-Ark where there is one.</param>
    /// <param name="Value">Value as a scenario writes it; "unknown" where the probe could not tell.</param>
    /// <param name="Standard">Value of the standard virtual Sol-Ark; empty where it is a setting or a measurement.</param>
    /// <param name="Spread">Error and scatter of a measured value, as "±50 ms"; empty where there is none.</param>
    /// <param name="Confidence">measured, derived from effects, or none.</param>
    /// <param name="Evidence">What was seen; or why nothing could be told.</param>
    /// <param name="FromMilliseconds">Begin of the evidence among the probe's events, ms since the probe began.</param>
    /// <param name="ToMilliseconds">End of it.</param>
    public sealed record CertifiedProperty(
        string Name, string Value, string Standard, string Spread, string Confidence, string Evidence, long FromMilliseconds, long ToMilliseconds)
    {
        /// <summary>Value of what could not be told.</summary>
        public const string Unknown = "unknown";

        /// <summary>True if it is known and not that of the standard virtual Sol-Ark.</summary>
        public bool Differs => Standard.Length > 0 && Value != Unknown && !AreSame(Value, Spread, Standard, "");

        /// <summary>True if two values are the same, or are numbers of one unit no further apart than their spreads.</summary>
        public static bool AreSame(string one, string oneSpread, string other, string otherSpread)
        {
            if (one == other)
            {
                return true;
            }

            return TryRead(one, out decimal left, out string unit)
                && TryRead(other, out decimal right, out string otherUnit)
                && unit == otherUnit
                && Math.Abs(left - right) <= SpreadIn(oneSpread, unit) + SpreadIn(otherSpread, unit);
        }

        private static decimal SpreadIn(string spread, string unit) =>
            spread.StartsWith('±') && TryRead(spread[1..], out decimal number, out string own) && own == unit ? number : 0;

        private static bool TryRead(string text, out decimal number, out string unit)
        {
            string[] parts = text.Split(' ');
            unit = parts.Length == 2 ? parts[1] : "";
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            return decimal.TryParse(parts[0], Style, CultureInfo.InvariantCulture, out number) && parts.Length <= 2;
        }
    }
}
