using System;
using System.Globalization;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>A length of time as people write it: 24h, 90s, 10m, 500ms, 1h30m, 1.5h, or a plain number of seconds.</summary>
    internal static class DurationText
    {
        /// <summary>Longest time that is taken, ms: a year.</summary>
        public const long LongestMilliseconds = 366L * 24 * 3600 * 1000;

        /// <summary>Reads a time; the unit may be left out only where the whole text is one number, which then counts seconds.</summary>
        /// <param name="text">What the user wrote.</param>
        /// <param name="milliseconds">0 to <see cref="LongestMilliseconds"/>, rounded to whole milliseconds.</param>
        /// <returns>False if the text is not a time or the time is out of range.</returns>
        public static bool TryParse(string text, out long milliseconds)
        {
            milliseconds = 0;
            string rest = text.Trim().ToLowerInvariant();
            if (TryNumber(rest, out decimal seconds))
            {
                return TryAdd(seconds, 1000, ref milliseconds);
            }

            // Each unit may stand once, the larger before the smaller, so that 30m1h is seen as the slip that it is.
            decimal lastUnit = decimal.MaxValue;
            while (rest.Length > 0)
            {
                int digits = LengthWhile(rest, static letter => char.IsAsciiDigit(letter) || letter == '.');
                string afterNumber = rest[digits..].TrimStart();
                int letters = LengthWhile(afterNumber, char.IsAsciiLetter);
                decimal unit = MillisecondsOf(afterNumber[..letters]);
                if (!TryNumber(rest[..digits], out decimal number) || unit == 0 || unit >= lastUnit || !TryAdd(number, unit, ref milliseconds))
                {
                    milliseconds = 0;
                    return false;
                }

                lastUnit = unit;
                rest = afterNumber[letters..].TrimStart();
            }

            return lastUnit != decimal.MaxValue;
        }

        /// <summary>Writes a time for people: 250 ms, 12.5 s, 00:10:00, 1 d 02:00:00.</summary>
        public static string Format(long milliseconds)
        {
            if (milliseconds < 1000)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms");
            }

            if (milliseconds < 60000)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000m:0.###} s");
            }

            return Clock(milliseconds);
        }

        /// <summary>Writes a time as a clock that counts: 00:10:00, 1 d 02:00:00.</summary>
        public static string Clock(long milliseconds)
        {
            TimeSpan time = TimeSpan.FromMilliseconds(milliseconds);
            string clock = time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
            return time.Days == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {clock}");
        }

        /// <summary>Writes a time as a clock with tenths of a second: 00:10:00.0.</summary>
        public static string ClockWithTenths(long milliseconds)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Clock(milliseconds)}.{milliseconds / 100 % 10}");
        }

        private static bool TryAdd(decimal number, decimal unit, ref long milliseconds)
        {
            if (number > LongestMilliseconds)
            {
                return false;
            }

            decimal sum = milliseconds + decimal.Round(number * unit, MidpointRounding.AwayFromZero);
            if (sum > LongestMilliseconds)
            {
                milliseconds = 0;
                return false;
            }

            milliseconds = (long)sum;
            return true;
        }

        private static bool TryNumber(string text, out decimal number)
        {
            return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        }

        private static decimal MillisecondsOf(string unit)
        {
            return unit switch
            {
                "ms" => 1,
                "s" or "sec" => 1000,
                "m" or "min" => 60_000,
                "h" => 3_600_000,
                "d" => 86_400_000,
                _ => 0,
            };
        }

        private static int LengthWhile(string text, Func<char, bool> belongs)
        {
            int length = 0;
            while (length < text.Length && belongs(text[length]))
            {
                length++;
            }

            return length;
        }
    }
}
