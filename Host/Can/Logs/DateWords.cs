using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads a date as a measuring program writes it in the language of its user: "Mit Okt 14 06:22:05.250 pm 2026".</summary>
    /// <remarks>
    /// Words in any order: weekday, month (by name, so a number for the month only in dates such as 14.10.2026 or 2026-10-14), day, time with
    /// any number of decimals, am or pm, year. An hour above 12 with pm is taken as it is.
    /// </remarks>
    internal static class DateWords
    {
        private const int MicrosecondsPerSecond = 1_000_000;
        private const int HoursToNoon = 12;

        // Beginnings of the months' names in 16 languages; the longest that fits counts. A weekday, where there is one, comes first.
        private static readonly string[] Months =
        [
            "jan janv ene gen led oca tam sty яну янв ιαν jän",
            "feb fév fev úno şub hel lut фев φεβ",
            "mar mär mrz mrt maa bře márc мар μαρ maa",
            "apr avr abr ápr dub nis huh kwi апр απρ",
            "mai may mag maj mei máj kvě tou май мая μαι μάι",
            "jun juin giu jún čer červen haz kes cze июн ιουν",
            "jul juil lug júl čvc červenec tem hei lip июл ιουλ",
            "aug aoû août ago srp ağu elo sie авг αυγ",
            "sep set szep zář eyl syy wrz сен σεπ",
            "oct okt ott out říj eki lok paź paz окт οκτ",
            "nov lis kas marras ноя νοε",
            "dec déc dez dic pro ara jou gru des дек δεκ",
        ];

        private static readonly string[] Forenoon = ["am", "a.m.", "上午", "오전", "dop."];
        private static readonly string[] Afternoon = ["pm", "p.m.", "下午", "오후", "odp."];

        /// <summary>Reads it; false if it is not understood or before 1970.</summary>
        public static bool TryRead(string text, out long microseconds)
        {
            microseconds = 0;
            List<string> names = [];
            List<int> numbers = [];
            long time = -1;
            DateTime date = default;
            bool isPm = false;
            bool isAm = false;
            foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                string lower = word.ToLowerInvariant().TrimEnd(',');
                if (lower.Contains(':', StringComparison.Ordinal))
                {
                    if (!LogTime.TryReadTimeOfDay(Encoding.UTF8.GetBytes(lower), out time))
                    {
                        return false;
                    }
                }
                else if (int.TryParse(lower.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                {
                    numbers.Add(number);
                }
                else if (!TryReadNumericDate(lower, ref date))
                {
                    isPm |= Array.IndexOf(Afternoon, lower) >= 0;
                    isAm |= Array.IndexOf(Forenoon, lower) >= 0;
                    names.Add(lower);
                }
            }

            _ = names.RemoveAll(static name => Array.IndexOf(Afternoon, name) >= 0 || Array.IndexOf(Forenoon, name) >= 0);
            if (time < 0 || (date == default && !TryJoin(names, numbers, out date)))
            {
                return false;
            }

            long hour = time / (3600L * MicrosecondsPerSecond);
            hour = isPm && hour < HoursToNoon ? HoursToNoon : isAm && hour == HoursToNoon ? -HoursToNoon : 0;
            microseconds = LogTime.Of(date) + time + (hour * 3600 * MicrosecondsPerSecond);
            return microseconds >= 0;
        }

        private static bool TryJoin(List<string> names, List<int> numbers, out DateTime date)
        {
            date = default;
            int month = 0;
            for (int index = names.Count - 1; index >= 0 && month == 0; index--)
            {
                // "mar" is Tuesday in three languages; only the last name can be the month.
                month = MonthOf(names[index]);
            }

            int year = numbers.Find(static number => number >= 1970);
            int day = numbers.Find(static number => number is >= 1 and <= 31);
            return month > 0 && LogTime.TryMakeDate(year, month, day, out date);
        }

        private static int MonthOf(string name)
        {
            int best = 0;
            int bestLength = 0;
            for (int month = 1; month <= Months.Length; month++)
            {
                foreach (string start in Months[month - 1].Split(' '))
                {
                    if (start.Length > bestLength && name.StartsWith(start, StringComparison.Ordinal))
                    {
                        best = month;
                        bestLength = start.Length;
                    }
                }
            }

            // "10月" and "10월".
            bool isNumbered = best == 0 && name.Length is 2 or 3 && name[^1] is '月' or '월'
                && int.TryParse(name[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out best);
            return isNumbered || best is >= 1 and <= 12 ? best : 0;
        }

        // 14.10.2026 and 2026-10-14; with slashes only where one number cannot be a month.
        private static bool TryReadNumericDate(string word, ref DateTime date)
        {
            string[] parts = word.Split('.', '-', '/');
            Span<int> numbers = stackalloc int[3];
            for (int index = 0; index < numbers.Length; index++)
            {
                if (parts.Length != numbers.Length
                    || !int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
                {
                    return false;
                }
            }

            if (parts[0].Length == 4)
            {
                return LogTime.TryMakeDate(numbers[0], numbers[1], numbers[2], out date);
            }

            bool isMonthFirst = word.Contains('/', StringComparison.Ordinal) && numbers[1] > 12;
            bool isClear = isMonthFirst || numbers[0] > 12 || !word.Contains('/', StringComparison.Ordinal);
            return isClear && (isMonthFirst
                ? LogTime.TryMakeDate(numbers[2], numbers[0], numbers[1], out date)
                : LogTime.TryMakeDate(numbers[2], numbers[1], numbers[0], out date));
        }
    }
}
