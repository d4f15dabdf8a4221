using System;
using System.Collections.Generic;
using System.Text;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Puts the values of a case in the places of its parameters: every <c>&lt;name&gt;</c> in every key and value.</summary>
    internal sealed class Substitution
    {
        private readonly IReadOnlyDictionary<string, string> _values;
        private readonly ISet<string> _used;
        private readonly DiagnosticList _diagnostics;

        /// <param name="values">Value of each parameter.</param>
        /// <param name="used">Takes the names that were met.</param>
        /// <param name="diagnostics">Takes names that are not parameters; null to leave those standing.</param>
        public Substitution(IReadOnlyDictionary<string, string> values, ISet<string> used, DiagnosticList? diagnostics)
        {
            _values = values;
            _used = used;
            _diagnostics = diagnostics ?? new DiagnosticList();
            LeavesUnknown = diagnostics == null;
        }

        private bool LeavesUnknown { get; }

        /// <summary>A copy of a node with the values in it; the node itself where nothing changes.</summary>
        public SourceNode Apply(SourceNode node)
        {
            switch (node)
            {
                case SourceScalar scalar:
                    return scalar.Text.Contains('<', StringComparison.Ordinal)
                        ? new SourceScalar(scalar.Position, Apply(scalar.Text, scalar.Position))
                        : scalar;
                case SourceList list:
                    var items = new List<SourceNode>(list.Items.Count);
                    foreach (SourceNode item in list.Items)
                    {
                        items.Add(Apply(item));
                    }

                    return new SourceList(list.Position, items);
                default:
                    return ApplyToMap((SourceMap)node);
            }
        }

        /// <summary>A text with the values in it.</summary>
        public string Apply(string text, SourcePosition position)
        {
            int open = text.IndexOf('<', StringComparison.Ordinal);
            if (open < 0)
            {
                return text;
            }

            var result = new StringBuilder();
            int done = 0;
            while (open >= 0)
            {
                int end = EndOfName(text, open + 1);
                if (end > 0)
                {
                    string name = text[(open + 1)..end];
                    result.Append(text, done, open - done).Append(ValueOf(name, position));
                    done = end + 1;
                }

                open = text.IndexOf('<', open + 1);
            }

            return result.Append(text, done, text.Length - done).ToString();
        }

        private SourceMap ApplyToMap(SourceMap map)
        {
            var entries = new List<SourceEntry>(map.Entries.Count);
            foreach (SourceEntry entry in map.Entries)
            {
                // Inside a ramp <value> is the ramp's own.
                Substitution inner = entry.Key == "ramp" ? Ramp() : this;
                entries.Add(new SourceEntry(Apply(entry.Key, entry.Position), entry.Position, inner.Apply(entry.Value)));
            }

            return new SourceMap(map.Position, entries);
        }

        private Substitution Ramp()
        {
            var values = new Dictionary<string, string>(_values) { ["value"] = "<value>" };
            return new Substitution(values, _used, LeavesUnknown ? null : _diagnostics);
        }

        private string ValueOf(string name, SourcePosition position)
        {
            if (_values.TryGetValue(name, out string? value))
            {
                _used.Add(name);
                return value;
            }

            if (!LeavesUnknown)
            {
                string why = _values.Count == 0 ? "; the file has neither parameters nor a table." : NearestName.Hint(name, [.. _values.Keys]);
                _diagnostics.Add(position, $"<{name}> is not a parameter{why}");
            }

            return $"<{name}>";
        }

        // Position of the closing bracket if a name stands here; -1 otherwise, and then the bracket is just a character.
        private static int EndOfName(string text, int start)
        {
            int end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (end > start && text[end] is '-' or '_')))
            {
                end++;
            }

            return end > start && end < text.Length && text[end] == '>' && char.IsAsciiLetter(text[start]) ? end : -1;
        }
    }
}
