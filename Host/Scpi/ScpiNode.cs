using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;

namespace BatterySim.Host.Scpi
{
    /// <summary>One node of a header, or a word with a short form, against what was typed of it.</summary>
    internal static class ScpiNode
    {
        /// <summary>True if a node was typed whole, with its number where it has one.</summary>
        public static bool IsWhole(string node, string typed)
        {
            var suffixes = new int[ScpiMatcher.SuffixMax];
            return typed.Length > 0 && ScpiMatcher.Matches(node, typed.ToCharArray(), typed.Length, suffixes);
        }

        /// <summary>What a node becomes if it goes on from what was typed: nothing if it cannot, one text, or one for each frame.</summary>
        public static IEnumerable<string> Continue(string node, string typed)
        {
            string name = node.TrimEnd('#', '@');
            string digits = "";
            string letters = typed;
            if (node.EndsWith('#'))
            {
                letters = typed.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
                digits = typed[letters.Length..];
            }
            else if (node.EndsWith('@'))
            {
                return ContinueFrame(name, typed);
            }

            string shortForm = ShortOf(name);
            bool isLower = letters.Length > 0 && !letters.Any(char.IsAsciiLetterUpper);
            string form = digits.Length > 0
                ? Equals(shortForm, letters) || Equals(name, letters) ? letters : ""
                : StartsWith(shortForm, letters) ? shortForm : StartsWith(name, letters) ? name : "";
            return form.Length == 0 ? [] : [(digits.Length > 0 ? letters : Cased(form, isLower)) + digits];
        }

        // Where the letters are whole, the frames of the bank; before that the letters alone.
        private static IEnumerable<string> ContinueFrame(string name, string typed)
        {
            foreach (string form in new[] { ShortOf(name), name })
            {
                if (!StartsWith(typed, form))
                {
                    continue;
                }

                string rest = typed[form.Length..];
                return Enumerable.Range(0, FrameTable.Count)
                    .Select(static index => FrameTable.At(index))
                    .Select(static frame => frame.Id.ToString(frame.IsExtended ? "X8" : "X3", System.Globalization.CultureInfo.InvariantCulture))
                    .Where(id => StartsWith(id, rest))
                    .Select(id => typed[..form.Length] + id);
            }

            bool isLower = typed.Length > 0 && !typed.Any(char.IsAsciiLetterUpper);
            return StartsWith(ShortOf(name), typed) ? [Cased(ShortOf(name), isLower)] : StartsWith(name, typed) ? [Cased(name, isLower)] : [];
        }

        // Capitals; a name without any has one form only.
        private static string ShortOf(string name) =>
            name.Any(char.IsAsciiLetterUpper) ? string.Concat(name.Where(letter => !char.IsAsciiLetterLower(letter))) : name;

        private static string Cased(string form, bool isLower) =>
            isLower || !form.Any(char.IsAsciiLetterUpper) ? form.ToLowerInvariant() : form.ToUpperInvariant();

        private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

        private static bool Equals(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
    }
}
