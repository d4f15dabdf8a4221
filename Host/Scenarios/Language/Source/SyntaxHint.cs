using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Finds what is wrong with a text that is not valid YAML: a parser stops where it gave up, often lines behind the slip.</summary>
    internal static partial class SyntaxHint
    {
        /// <summary>Where the slip is and what to do about it; null where nothing usual was found.</summary>
        /// <param name="text">The file.</param>
        /// <param name="line">Line at which the parser gave up, 1 for the first.</param>
        public static (int Line, int Column, string Message)? Find(string text, int line)
        {
            string[] lines = text.ReplaceLineEndings("\n").Split('\n');
            int last = Math.Clamp(line, 1, lines.Length);
            return FindTab(lines, lines.Length) ?? FindOpen(lines, last) ?? FindColon(lines, last);
        }

        private static (int, int, string)? FindTab(string[] lines, int last)
        {
            for (int index = 0; index < last; index++)
            {
                int column = lines[index].Length - lines[index].TrimStart().Length;
                int tab = lines[index].IndexOf('\t', 0, column);
                if (tab >= 0)
                {
                    return (index + 1, tab + 1, "Here is a tab; YAML indents with blanks only, so put blanks in its place.");
                }
            }

            return null;
        }

        // What was opened before the parser gave up and is not closed: brackets, and quotes of either kind.
        private static (int, int, string)? FindOpen(string[] lines, int last)
        {
            Stack<(int Line, int Column, char Letter)> open = new();
            for (int index = 0; index < last; index++)
            {
                ScanLine(lines[index], index + 1, open);
            }

            if (open.Count == 0)
            {
                return null;
            }

            (int line, int column, char letter) = open.Peek();
            char closing = letter switch { '{' => '}', '[' => ']', _ => letter };
            return (line, column, $"The {letter} here is not closed; add {closing} at the end of the value.");
        }

        private static void ScanLine(string line, int number, Stack<(int Line, int Column, char Letter)> open)
        {
            for (int index = 0; index < line.Length; index++)
            {
                char letter = line[index];
                char inside = open.Count > 0 ? open.Peek().Letter : '\0';
                bool isStart = index == 0 || line[index - 1] is ' ' or '{' or '[' or ',' or ':';
                if (inside is '"' or '\'')
                {
                    if (letter == '\\' && inside == '"')
                    {
                        index++;
                    }
                    else if (letter == inside)
                    {
                        open.Pop();
                    }
                }
                else if (letter == '#' && isStart)
                {
                    return;
                }
                else if (isStart && (letter is '"' or '\'' or '{' or '['))
                {
                    open.Push((number, index + 1, letter));
                }
                else if ((letter == '}' && inside == '{') || (letter == ']' && inside == '['))
                {
                    open.Pop();
                }
            }
        }

        // A colon with a blank behind it inside a value that is not in quotes begins a key to YAML.
        private static (int, int, string)? FindColon(string[] lines, int last)
        {
            for (int index = last - 1; index >= Math.Max(0, last - 2); index--)
            {
                Match match = ValueWithColon().Match(lines[index]);
                if (match.Success)
                {
                    string value = match.Groups["value"].Value.Trim();
                    return (index + 1, match.Groups["colon"].Index + 1,
                        $"A colon inside a value needs quotes around the value: \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\".");
                }
            }

            return null;
        }

        [GeneratedRegex("^\\s*(?:- )?[A-Za-z][A-Za-z0-9_.-]*:\\s+(?<value>[^\"'{\\[|>#\\s][^#]*?(?<colon>:)(?:\\s.*)?)$")]
        private static partial Regex ValueWithColon();
    }
}
