namespace BatterySim.Bms.Instrument
{
    /// <summary>Words in one text with a bar between them, such as <c>PADDed|NATive</c>.</summary>
    /// <remarks>One text in flash takes no memory on a board; an array of texts takes 36 bytes for each word.</remarks>
    public static class WordList
    {
        /// <summary>Number of words.</summary>
        public static int Count(string words)
        {
            int count = 1;
            for (int index = 0; index < words.Length; index++)
            {
                count += words[index] == '|' ? 1 : 0;
            }

            return count;
        }

        /// <summary>Place of a word in its long or short form; -1 if it is not one of them.</summary>
        public static int Find(string words, char[] text, int start, int end)
        {
            int place = 0;
            for (int from = 0; from < words.Length; place++)
            {
                int to = EndOf(words, from);
                if (ScpiMatcher.IsForm(words, from, to, text, start, end))
                {
                    return place;
                }

                from = to + 1;
            }

            return -1;
        }

        /// <summary>Writes the short form of a word.</summary>
        public static void WriteShort(TextBuffer text, string words, int place)
        {
            int from = 0;
            for (int passed = 0; passed < place; passed++)
            {
                from = EndOf(words, from) + 1;
            }

            bool hasCapital = false;
            for (int index = from; index < words.Length && words[index] != '|'; index++)
            {
                char letter = words[index];
                hasCapital = hasCapital || (letter >= 'A' && letter <= 'Z');
                if (!hasCapital || letter < 'a' || letter > 'z')
                {
                    text.Add(letter);
                }
            }
        }

        private static int EndOf(string words, int from)
        {
            int end = from;
            while (end < words.Length && words[end] != '|')
            {
                end++;
            }

            return end;
        }
    }
}
