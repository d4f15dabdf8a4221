using System;
using System.Collections.Generic;
using System.Text;

namespace BatterySim.Host.Cli.Prompt
{
    /// <summary>Puts a line with its prompt and cursor on the terminal's present row; what is too long slides sideways.</summary>
    internal static class PromptPainter
    {
        private const string EraseToEnd = "\u001b[K";

        /// <summary>What to write so that the row shows the line.</summary>
        /// <param name="prompt">What stands in front.</param>
        /// <param name="text">The line.</param>
        /// <param name="cursor">Characters before the cursor.</param>
        /// <param name="width">Columns of the terminal.</param>
        public static string Paint(string prompt, string text, int cursor, int width)
        {
            // The last column stays free: a terminal would wrap there.
            int room = Math.Max(1, width - prompt.Length - 1);
            int first = cursor < room ? 0 : cursor - room + 1;
            string visible = text.Substring(first, Math.Min(room, text.Length - first));
            return $"\r{prompt}{visible}{EraseToEnd}\r\u001b[{prompt.Length + cursor - first}C";
        }

        /// <summary>Words in columns.</summary>
        public static string Columns(IReadOnlyList<string> words, int width)
        {
            int longest = 0;
            foreach (string word in words)
            {
                longest = Math.Max(longest, word.Length);
            }

            int columns = Math.Max(1, (width - 1) / (longest + 2));
            var page = new StringBuilder();
            for (int index = 0; index < words.Count; index++)
            {
                bool isLast = index == words.Count - 1 || (index + 1) % columns == 0;
                page.Append(isLast ? words[index] + "\n" : words[index].PadRight(longest + 2));
            }

            return page.ToString();
        }
    }
}
