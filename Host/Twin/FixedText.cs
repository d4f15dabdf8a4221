using System;

namespace BatterySim.Host.Twin
{
    /// <summary>Whole numbers of a small unit as decimals of a large one, without a detour over text or decimals.</summary>
    public static class FixedText
    {
        /// <summary>Longest text: a sign, ten digits, a point and three decimals, with room to spare.</summary>
        public const int LengthMax = 24;

        /// <summary>Writes <paramref name="value"/> divided by <paramref name="divisor"/>, rounded half away from zero; no minus before a zero.</summary>
        /// <param name="value">Any number.</param>
        /// <param name="divisor">A power of ten, 1 to 1000.</param>
        /// <param name="digits">Decimals, 0 to 3.</param>
        /// <param name="text">Where to; at least <see cref="LengthMax"/> characters.</param>
        /// <returns>Characters written.</returns>
        public static int Format(int value, int divisor, int digits, Span<char> text)
        {
            long scale = digits switch
            {
                0 => 1,
                1 => 10,
                2 => 100,
                _ => 1000,
            };
            long size = Math.Abs((long)value);
            long scaled = ((size * scale * 2) + divisor) / (2L * divisor);
            int length = 0;
            if (value < 0 && scaled > 0)
            {
                text[length++] = '-';
            }

            (scaled / scale).TryFormat(text[length..], out int written);
            length += written;
            if (digits == 0)
            {
                return length;
            }

            text[length++] = '.';
            long rest = scaled % scale;
            for (long place = scale / 10; place > 0; place /= 10)
            {
                text[length++] = (char)('0' + (rest / place % 10));
            }

            return length;
        }
    }
}
