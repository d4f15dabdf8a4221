using System;
using System.Globalization;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Times of day and dates as logs write them; without a zone they count as UTC.</summary>
    internal static class LogTime
    {
        private const long MicrosecondsPerSecond = 1_000_000;
        private const int SecondsPerDay = 86_400;

        /// <summary>Microseconds of a day.</summary>
        public const long DayMicroseconds = SecondsPerDay * MicrosecondsPerSecond;

        /// <summary>Microseconds from 1970 to a date of UTC; negative before 1970.</summary>
        public static long Of(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

        /// <summary>Reads "2026-11-28 03:26:41.000000", also with T between date and time, a comma for the point and a Z behind.</summary>
        public static bool TryReadDateTime(ReadOnlySpan<byte> text, out long microseconds)
        {
            const int DateLength = 10;
            microseconds = 0;
            ReadOnlySpan<byte> rest = text.TrimEnd("Zz "u8);
            if (rest.Length < DateLength + 2 || rest[4] != '-' || rest[7] != '-'
                || !LogText.TryReadDecimal(rest[..4], out int year) || !LogText.TryReadDecimal(rest[5..7], out int month)
                || !LogText.TryReadDecimal(rest[8..DateLength], out int day)
                || rest[DateLength] is not ((byte)' ' or (byte)'T')
                || !TryReadTimeOfDay(rest[(DateLength + 1)..].TrimStart((byte)' '), out long timeOfDay)
                || !TryMakeDate(year, month, day, out DateTime date))
            {
                return false;
            }

            microseconds = Of(date) + timeOfDay;
            return microseconds >= 0;
        }

        /// <summary>Reads "3:26:41", "03:26:41.512" or "03:26:41,512"; microseconds since midnight.</summary>
        public static bool TryReadTimeOfDay(ReadOnlySpan<byte> text, out long microseconds)
        {
            microseconds = 0;
            int first = text.IndexOf((byte)':');
            int second = first < 0 ? -1 : text[(first + 1)..].IndexOf((byte)':') + first + 1;
            if (first is < 1 or > 2 || second <= first || !LogText.TryReadDecimal(text[..first], out int hour)
                || !LogText.TryReadDecimal(text[(first + 1)..second], out int minute))
            {
                return false;
            }

            Span<byte> seconds = stackalloc byte[16];
            ReadOnlySpan<byte> rest = text[(second + 1)..];
            if (rest.Length > seconds.Length)
            {
                return false;
            }

            rest.CopyTo(seconds);
            seconds[..rest.Length].Replace((byte)',', (byte)'.');
            if (!LogText.TryReadSeconds(seconds[..rest.Length], out long within)
                || hour > 23 || minute > 59 || within > 60 * MicrosecondsPerSecond)
            {
                return false;
            }

            microseconds = (((hour * 60L) + minute) * 60 * MicrosecondsPerSecond) + within;
            return true;
        }

        /// <summary>Makes a date of a calendar day; false if there is no such day, or before 1970.</summary>
        public static bool TryMakeDate(int year, int month, int day, out DateTime date)
        {
            bool exists = year is >= 1970 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
            date = exists ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) : default;
            return exists;
        }

        /// <summary>The time as "1764300001.020000".</summary>
        public static string Text(long microseconds)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{microseconds / MicrosecondsPerSecond}.{microseconds % MicrosecondsPerSecond:000000}");
        }
    }
}
