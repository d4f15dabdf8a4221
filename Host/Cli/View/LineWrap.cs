using System;
using System.Collections.Generic;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Breaks a line that is too long between its values, so that nothing is cut and no value is torn from its name.</summary>
    internal static class LineWrap
    {
        // Values have at least two blanks between them, a name and its value one.
        private const string Gap = "  ";
        private const int IndentColumns = 10;

        /// <summary>The line in pieces of a width at the most; what follows the first is indented where that leaves room.</summary>
        public static IEnumerable<TextLine> Compose(TextLine line, int width)
        {
            if (line.Length <= width)
            {
                yield return line;
                yield break;
            }

            string text = line.ToString();
            int room = Math.Max(1, width);
            int indent = width > 3 * IndentColumns ? IndentColumns : 0;
            int start = 0;
            bool isFirst = true;
            while (start < text.Length)
            {
                int margin = isFirst ? 0 : indent;
                int end = EndOf(text, start, room - margin, isFirst);
                yield return new TextLine().PadTo(margin).Add(line.Part(start, end - start));
                start = end;
                while (start < text.Length && text[start] == ' ')
                {
                    start++;
                }

                isFirst = false;
            }
        }

        private static int EndOf(string text, int start, int room, bool isFirst)
        {
            if (text.Length - start <= room)
            {
                return text.Length;
            }

            // The indentation of the first piece is not a gap between two values.
            int from = start;
            while (isFirst && from < text.Length && text[from] == ' ')
            {
                from++;
            }

            int last = start + room;
            int searched = Math.Min(text.Length - 1, last + Gap.Length - 1);
            int gap = text.LastIndexOf(Gap, searched, Math.Max(0, searched - from + 1), StringComparison.Ordinal);
            bool isWellUsed = gap - start > room / 2;
            int blank = isWellUsed ? gap : text.LastIndexOf(' ', last, Math.Max(0, last - from + 1));
            int end = blank > from ? blank : last;
            while (end > start + 1 && text[end - 1] == ' ')
            {
                end--;
            }

            return Math.Min(end, last);
        }
    }
}
