namespace BatterySim.Bms.Instrument
{
    /// <summary>Compares what was typed with a pattern such as <c>MODule#:CELL#:OFFSet</c> or <c>OUTPut[:STATe]</c>.</summary>
    /// <remarks>
    /// Capitals are the short form. <c>#</c> stands for a decimal suffix, 1 where it is left out; <c>@</c> for the three hexadecimal digits of an
    /// identifier; brackets hold a node that may be left out.
    /// </remarks>
    public static class ScpiMatcher
    {
        /// <summary>Most suffixes in one header.</summary>
        public const int SuffixMax = 2;

        private const int IdentifierDigits = 3;
        private const int SuffixLimit = 100000;

        /// <summary>True if a header has the form of a pattern.</summary>
        /// <param name="pattern">The pattern.</param>
        /// <param name="text">Where the header stands.</param>
        /// <param name="length">Its characters, from the first one of <paramref name="text"/> on, without the question mark.</param>
        /// <param name="suffixes">Takes the suffixes.</param>
        public static bool Matches(string pattern, char[] text, int length, int[] suffixes)
        {
            return ToUpper(pattern[0]) == ToUpper(text[0]) && MatchNode(pattern, 0, text, 0, length, suffixes, 0);
        }

        /// <summary>True if a word is the long or the short form of a name; a name without capitals has only one form.</summary>
        public static bool IsForm(string name, char[] text, int start, int end)
        {
            return MatchLetters(name, 0, name.Length, text, start, end, true) == end || MatchLetters(name, 0, name.Length, text, start, end, false) == end;
        }

        /// <summary>A letter's capital; anything else as it is.</summary>
        public static char ToUpper(char character)
        {
            return character >= 'a' && character <= 'z' ? (char)(character - 32) : character;
        }

        // One node of the pattern, and by recursion the rest. A node in brackets is tried and, failing that, left out.
        private static bool MatchNode(string pattern, int at, char[] text, int position, int length, int[] suffixes, int suffix)
        {
            if (at == pattern.Length)
            {
                return position == length;
            }

            bool isOptional = pattern[at] == '[';
            int nodeStart = isOptional ? at + 1 : at;
            int nodeEnd = nodeStart + 1;
            while (nodeEnd < pattern.Length && pattern[nodeEnd] != ':' && pattern[nodeEnd] != '[' && pattern[nodeEnd] != ']')
            {
                nodeEnd++;
            }

            int next = isOptional ? nodeEnd + 1 : nodeEnd;
            return MatchForm(pattern, nodeStart, nodeEnd, next, text, position, length, suffixes, suffix, true)
                || MatchForm(pattern, nodeStart, nodeEnd, next, text, position, length, suffixes, suffix, false)
                || (isOptional && MatchNode(pattern, next, text, position, length, suffixes, suffix));
        }

        private static bool MatchForm(
            string pattern, int nodeStart, int nodeEnd, int next, char[] text, int position, int length, int[] suffixes, int suffix, bool isLong)
        {
            char last = pattern[nodeEnd - 1];
            bool hasSuffix = last == '#' || last == '@';
            int end = MatchLetters(pattern, nodeStart, hasSuffix ? nodeEnd - 1 : nodeEnd, text, position, length, isLong);
            if (end < 0)
            {
                return false;
            }

            if (last == '#')
            {
                end = ReadDecimal(text, end, length, suffixes, suffix);
            }
            else if (last == '@')
            {
                end = ReadIdentifier(text, end, length, suffixes, suffix);
            }

            return end >= 0 && (end == length || text[end] == ':') && MatchNode(pattern, next, text, end, length, suffixes, hasSuffix ? suffix + 1 : suffix);
        }

        // Past the letters if they are there, -1 if they are not. Whatever is no small letter belongs to the short form.
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

        private static int ReadDecimal(char[] text, int position, int length, int[] suffixes, int suffix)
        {
            int value = 0;
            int start = position;
            while (position < length && text[position] >= '0' && text[position] <= '9')
            {
                value = value < SuffixLimit ? (value * 10) + (text[position] - '0') : value;
                position++;
            }

            suffixes[suffix] = position == start ? 1 : value;
            return position;
        }

        private static int ReadIdentifier(char[] text, int position, int length, int[] suffixes, int suffix)
        {
            int value = 0;
            for (int digit = 0; digit < IdentifierDigits; digit++)
            {
                int number = position < length ? HexOf(text[position]) : -1;
                if (number < 0)
                {
                    return -1;
                }

                value = (value << 4) | number;
                position++;
            }

            suffixes[suffix] = value;
            return position;
        }

        /// <summary>Value of a hexadecimal digit; -1 for any other character.</summary>
        public static int HexOf(char character)
        {
            char upper = ToUpper(character);
            return upper >= '0' && upper <= '9' ? upper - '0' : upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
        }
    }
}
