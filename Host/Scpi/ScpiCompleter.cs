using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Scpi
{
    /// <summary>Completes headers and the first parameter of a half-typed line.</summary>
    /// <remarks>
    /// A header behind a semicolon goes on where the one before it left off, as the instrument reads it. A node is completed to its short form;
    /// who types on past that gets the long one.
    /// </remarks>
    public sealed class ScpiCompleter
    {
        private readonly IReadOnlyList<ScpiHeader> _headers;
        private readonly Func<ScpiHeader, IReadOnlyList<string>> _values;

        /// <summary>Makes one.</summary>
        /// <param name="headers">What the instrument has.</param>
        /// <param name="values">Words that a header takes as its first parameter.</param>
        public ScpiCompleter(IReadOnlyList<ScpiHeader> headers, Func<ScpiHeader, IReadOnlyList<string>> values)
        {
            _headers = headers;
            _values = values;
        }

        /// <summary>How a line could go on at its end.</summary>
        /// <param name="line">The line up to the cursor.</param>
        public ScpiCompletion Complete(string line)
        {
            ArgumentNullException.ThrowIfNull(line);
            string path = "";
            int start = 0;
            for (int end = EndOf(line, start); end < line.Length; end = EndOf(line, start))
            {
                path = PathBehind(path, HeaderOf(line[start..end]));
                start = end + 1;
            }

            while (start < line.Length && char.IsWhiteSpace(line[start]))
            {
                start++;
            }

            int space = line.IndexOfAny([' ', '\t'], start);
            return space < 0 ? CompleteHeader(path, line, start) : CompleteValue(path, line, start, space);
        }

        private static int EndOf(string line, int start)
        {
            char quote = '\0';
            int end = start;
            for (; end < line.Length && (quote != '\0' || line[end] != ';'); end++)
            {
                char character = line[end];
                quote = quote == character ? '\0' : quote == '\0' && character is '"' or '\'' ? character : quote;
            }

            return end;
        }

        private static string HeaderOf(string unit) => unit.Trim().Split([' ', '\t'], 2)[0];

        private static string Rooted(string path, string header) =>
            header.StartsWith(':') ? header[1..] : header.StartsWith('*') ? header : path + header;

        private static string PathBehind(string path, string header)
        {
            string whole = Rooted(path, header);
            return header.Length == 0 || header.StartsWith('*') ? path : whole[..(whole.LastIndexOf(':') + 1)];
        }

        private ScpiCompletion CompleteHeader(string path, string line, int start)
        {
            string typed = line[start..];
            string[] nodes = Rooted(path, typed).Split(':');
            string last = nodes[^1];
            var found = new Dictionary<string, ScpiChoice>(StringComparer.Ordinal);
            foreach (ScpiHeader header in _headers.Where(header => IsUnder(header, nodes)))
            {
                bool isLeaf = header.Nodes.Count == nodes.Length;
                foreach (string text in ScpiNode.Continue(header.Nodes[nodes.Length - 1], last))
                {
                    found[text] = found.GetValueOrDefault(text).With(header, isLeaf);
                }
            }

            string[] candidates = [.. found.Keys.Order(StringComparer.Ordinal)];
            return candidates.Length == 1
                ? Choose(line, last, [candidates[0] + found[candidates[0]].Ending])
                : Choose(line, last, candidates);
        }

        private ScpiCompletion CompleteValue(string path, string line, int start, int space)
        {
            string[] nodes = Rooted(path, line[start..space].TrimEnd('?')).Split(':');
            int comma = line.LastIndexOf(',');
            int from = space;
            while (from < line.Length && char.IsWhiteSpace(line[from]))
            {
                from++;
            }

            string typed = line[from..];
            ScpiHeader? header = _headers.FirstOrDefault(header => header.Nodes.Count == nodes.Length && IsUnder(header, nodes)
                && ScpiNode.IsWhole(header.Nodes[^1], nodes[^1]));
            string[] words = header == null || comma >= from
                ? []
                : [.. _values(header).SelectMany(word => ScpiNode.Continue(word, typed)).Distinct().Order(StringComparer.Ordinal)];
            return Choose(line, typed, words);
        }

        private static ScpiCompletion Choose(string line, string typed, string[] candidates)
        {
            string common = CommonStart(candidates);
            return new ScpiCompletion(line.Length - typed.Length, common.Length >= typed.Length ? common : typed, candidates);
        }

        private static bool IsUnder(ScpiHeader header, string[] nodes)
        {
            if (header.Nodes.Count < nodes.Length)
            {
                return false;
            }

            for (int index = 0; index < nodes.Length - 1; index++)
            {
                if (!ScpiNode.IsWhole(header.Nodes[index], nodes[index]))
                {
                    return false;
                }
            }

            return true;
        }

        private static string CommonStart(string[] texts)
        {
            string common = texts.Length == 0 ? "" : texts[0];
            foreach (string text in texts)
            {
                int length = 0;
                while (length < common.Length && length < text.Length && common[length] == text[length])
                {
                    length++;
                }

                common = common[..length];
            }

            return common;
        }
    }
}
