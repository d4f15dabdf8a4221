using System;
using System.Globalization;
using System.Text;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>Text and numbers as a report shows them.</summary>
    internal static class ReportText
    {
        private const char ControlPictures = '\u2400';
        private const char DeletePicture = '\u2421';
        private const char Replacement = '\uFFFD';

        /// <summary>The text without what XML and HTML cannot carry.</summary>
        /// <remarks>
        /// Control characters become their pictures, half a surrogate pair a mark. A carriage return before a line feed is dropped; tab and
        /// line feed stay.
        /// </remarks>
        public static string Clean(string text)
        {
            StringBuilder clean = new(text.Length);
            for (int index = 0; index < text.Length; index++)
            {
                char letter = text[index];
                if (letter == '\r' && index + 1 < text.Length && text[index + 1] == '\n')
                {
                    continue;
                }

                if (char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                {
                    clean.Append(letter).Append(text[++index]);
                    continue;
                }

                clean.Append(Shown(letter));
            }

            return clean.ToString();
        }

        /// <summary>The text in one line, without what a terminal or a table would act on.</summary>
        public static string OneLine(string text)
        {
            return string.Join(' ', Clean(text).Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        }

        /// <summary>A time on the scenario's clock, in seconds as the instrument and candump have it: 0.250 s, 3600.000 s.</summary>
        public static string Clock(long milliseconds) => (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture) + " s";

        /// <summary>A time on the wall, in seconds with three decimals.</summary>
        public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

        /// <summary>A whole number.</summary>
        public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

        /// <summary>A frame id as people write it: 0x351, 0x18FF50E5.</summary>
        public static string FrameId(int id, bool isExtended)
        {
            return "0x" + id.ToString(isExtended ? "X8" : "X3", CultureInfo.InvariantCulture);
        }

        private static char Shown(char letter)
        {
            return letter switch
            {
                '\t' or '\n' => letter,
                < ' ' => (char)(ControlPictures + letter),
                '\u007F' => DeletePicture,
                >= '\u0080' and <= '\u009F' => Replacement,
                '\uFFFE' or '\uFFFF' => Replacement,
                _ => char.IsSurrogate(letter) ? Replacement : letter,
            };
        }
    }
}
