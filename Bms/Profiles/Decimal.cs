namespace BatterySim.Bms.Profiles
{
    /// <summary>Numbers with at most one decimal out of a text; the board's own parser throws at what is not a number.</summary>
    internal static class Decimal
    {
        private const int DigitsMax = 6;

        /// <summary>Reads a part of a text, as <c>-5.5</c>.</summary>
        /// <param name="text">The text.</param>
        /// <param name="start">First character.</param>
        /// <param name="end">Character behind the last.</param>
        /// <param name="tenths">Ten times the number.</param>
        /// <returns>False if the part is not such a number.</returns>
        public static bool TryTenths(string text, int start, int end, out int tenths)
        {
            tenths = 0;
            bool isNegative = start < end && text[start] == '-';
            int at = isNegative ? start + 1 : start;
            int digits = 0;
            int point = -1;
            for (; at < end; at++)
            {
                char letter = text[at];
                if (letter == '.' && point < 0 && digits > 0)
                {
                    point = at;
                }
                else if (letter >= '0' && letter <= '9' && digits < DigitsMax && (point < 0 || at == point + 1))
                {
                    tenths = (tenths * 10) + (letter - '0');
                    digits++;
                }
                else
                {
                    return false;
                }
            }

            if (digits == 0 || point == end - 1)
            {
                return false;
            }

            tenths = point < 0 ? tenths * 10 : tenths;
            tenths = isNegative ? -tenths : tenths;
            return true;
        }
    }
}
