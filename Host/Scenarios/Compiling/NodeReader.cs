using System;
using System.Collections.Generic;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>What every reader of nodes needs.</summary>
    internal static class NodeReader
    {
        /// <summary>A block of keys; null with a problem where something else stands.</summary>
        public static SourceMap? Map(SourceNode node, string what, DiagnosticList diagnostics)
        {
            if (node is SourceMap map)
            {
                return map;
            }

            diagnostics.Add(node.Position, $"{what} is a block of keys, and here stands {node.Kind}.");
            return null;
        }

        /// <summary>The items of a list, or the one value in its place.</summary>
        public static IReadOnlyList<SourceNode> OneOrMany(SourceNode node) => node is SourceList list ? list.Items : [node];

        /// <summary>A text; null with a problem where something else stands.</summary>
        public static string? Text(SourceNode node, string what, DiagnosticList diagnostics)
        {
            return Form.Text.TryRead(node, what, diagnostics, out FormValue value) ? value.Text : null;
        }

        /// <summary>A time in ms; null with a problem where there is none.</summary>
        public static long? Time(SourceNode node, string what, DiagnosticList diagnostics)
        {
            return Form.Time.TryRead(node, what, diagnostics, out FormValue value) ? value.Number : null;
        }

        /// <summary>Notes a key that is none of those that may stand here.</summary>
        public static void Unknown(SourceEntry entry, IReadOnlyCollection<string> names, DiagnosticList diagnostics)
        {
            diagnostics.Add(entry.Position, $"The key '{QuantityKind.Shorten(entry.Key)}' is unknown here{NearestName.Hint(entry.Key, names)}");
        }

        /// <summary>Reads the number behind a word: 2 of "battery 2".</summary>
        public static bool HasPrefix(string key, string prefix, out string rest)
        {
            bool has = key.StartsWith(prefix + " ", StringComparison.Ordinal);
            rest = has ? key[(prefix.Length + 1)..].Trim() : "";
            return has;
        }
    }
}
