using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Compares what was typed with a pattern such as <c>MODule#:CELL#:OFFSet</c> or <c>OUTPut[:STATe]</c>.</summary>
    /// <remarks>
    /// Capitals are the short form. <c>#</c> stands for a decimal suffix, 1 where it is left out; <c>@</c> for an identifier, three hexadecimal
    /// digits or, with 29 bits, eight; brackets hold a node that may be left out.
    /// </remarks>
    public static class ScpiMatcher
    {
        /// <summary>Most suffixes in one header.</summary>
        public const int SuffixMax = 2;

        private const int SuffixLimit = 100000;

        /// <summary>True if a header has the form of a pattern.</summary>
        /// <param name="pattern">The pattern.</param>
        /// <param name="text">Where the header stands.</param>
        /// <param name="length">Its characters, from the first one of <paramref name="text"/> on, without the question mark.</param>
        /// <param name="suffixes">Takes the suffixes.</param>
        public static bool Matches(string pattern, char[] text, int length, int[] suffixes)
        {
            int position = 0;
            int suffix = 0;
            int at = 0;
            while (at < pattern.Length)
            {
                bool isOptional = pattern[at] == '[';
                int start = isOptional ? at + 1 : at;
                int end = start + 1;
                while (end < pattern.Length && pattern[end] != ':' && pattern[end] != '[' && pattern[end] != ']')
                {
                    end++;
                }

                char last = pattern[end - 1];
                bool hasSuffix = last == '#' || last == '@';
                int next = MatchNode(pattern, start, end, text, position, length, true);
                next = next < 0 ? MatchNode(pattern, start, end, text, position, length, false) : next;
                if (next >= 0 && hasSuffix)
                {
                    int digits = last == '#' ? DigitsAt(text, position + next, length) : IdentifierDigitsAt(text, position + next, length);
                    suffixes[suffix] = last == '#' ? ReadDecimal(text, position + next, length)
                        : ReadIdentifier(text, position + next, length, digits);
                    next += digits;
                    suffix++;
                }

                if (next < 0 && !isOptional)
                {
                    return false;
                }

                position += next < 0 ? 0 : next;
                at = isOptional ? end + 1 : end;
            }

            return position == length;
        }

        /// <summary>True if a word is the long or the short form of a name; a name without capitals has only one form.</summary>
        public static bool IsForm(string name, char[] text, int start, int end)
        {
            return IsForm(name, 0, name.Length, text, start, end);
        }

        /// <summary>The same for a name that is a part of a text.</summary>
        public static bool IsForm(string names, int from, int to, char[] text, int start, int end)
        {
            return MatchLetters(names, from, to, text, start, end, true) == end || MatchLetters(names, from, to, text, start, end, false) == end;
        }

        /// <summary>A letter's capital; anything else as it is.</summary>
        public static char ToUpper(char character)
        {
            return character >= 'a' && character <= 'z' ? (char)(character - 32) : character;
        }

        // Characters of a node up to its suffix, -1 if it is not there: behind it the header ends, or a node or a suffix follows.
        private static int MatchNode(string pattern, int start, int end, char[] text, int position, int length, bool isLong)
        {
            char last = pattern[end - 1];
            int past = MatchLetters(pattern, start, last == '#' || last == '@' ? end - 1 : end, text, position, length, isLong);
            if (past < 0)
            {
                return -1;
            }

            int digits = last == '#' ? DigitsAt(text, past, length) : last == '@' ? IdentifierDigitsAt(text, past, length) : 0;
            int rest = past + digits;
            bool isWhole = rest == length || (rest < length && text[rest] == ':');
            return isWhole && (last != '@' || ReadIdentifier(text, past, length, digits) >= 0) ? past - position : -1;
        }

        // Past the letters if they are there, -1 if they are not. Whatever is not a small letter belongs to the short form.
        private static int MatchLetters(string pattern, int start, int end, char[] text, int position, int length, bool isLong)
        {
            bool hasCapital = false;
            for (int index = start; index < end; index++)
            {
                char letter = pattern[index];
                hasCapital = hasCapital || (letter >= 'A' && letter <= 'Z');
                if (!isLong && hasCapital && letter >= 'a' && letter <= 'z')
                {
                    continue;
                }

                if (position >= length || ToUpper(text[position]) != ToUpper(letter))
                {
                    return -1;
                }

                position++;
            }

            return position;
        }

        private static int DigitsAt(char[] text, int position, int length)
        {
            int end = position;
            while (end < length && text[end] >= '0' && text[end] <= '9')
            {
                end++;
            }

            return end - position;
        }

        private static int ReadDecimal(char[] text, int position, int length)
        {
            int digits = DigitsAt(text, position, length);
            int value = digits == 0 ? 1 : 0;
            for (int index = position; index < position + digits; index++)
            {
                value = value < SuffixLimit ? (value * 10) + (text[index] - '0') : value;
            }

            return value;
        }

        private static int IdentifierDigitsAt(char[] text, int position, int length)
        {
            int digits = 0;
            while (digits < FrameText.ExtendedDigits && position + digits < length && HexOf(text[position + digits]) >= 0)
            {
                digits++;
            }

            return digits == FrameText.ExtendedDigits ? FrameText.ExtendedDigits : FrameText.StandardDigits;
        }

        private static int ReadIdentifier(char[] text, int position, int length, int digits)
        {
            uint value = 0;
            for (int index = position; index < position + digits; index++)
            {
                int number = index < length ? HexOf(text[index]) : -1;
                if (number < 0)
                {
                    return -1;
                }

                value = (value << 4) | (uint)number;
            }

            return digits == FrameText.StandardDigits ? (int)value
                : value > CanFrame.ExtendedIdMax ? -1 : (int)value | FrameDefinition.ExtendedSuffix;
        }

        /// <summary>Value of a hexadecimal digit; -1 for any other character.</summary>
        public static int HexOf(char character)
        {
            char upper = ToUpper(character);
            return upper >= '0' && upper <= '9' ? upper - '0' : upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
        }
    }
}
