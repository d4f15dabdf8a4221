using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>Finds what a user probably meant by a name that does not exist.</summary>
    internal static class NearestName
    {
        private const int SuggestionsMax = 3;

        /// <summary>The remedy for a wrong name: the nearest names, or all of them where none is near.</summary>
        public static string Remedy(string name, IReadOnlyCollection<string> names)
        {
            string[] near = Find(name, names);
            return near.Length > 0 ? $"did you mean {InWords(near)}?" : $"there are {string.Join(", ", names)}.";
        }

        /// <summary>The nearest names, best first; empty where none is near enough to be a slip of the finger or a beginning.</summary>
        public static string[] Find(string name, IReadOnlyCollection<string> names)
        {
            string wanted = name.Trim().ToLowerInvariant();
            if (wanted.Length == 0)
            {
                return [];
            }

            return [.. names
                .Select(candidate => (Name: candidate, Score: Score(wanted, candidate)))
                .Where(entry => entry.Score <= Math.Max(2, wanted.Length / 3))
                .OrderBy(entry => entry.Score)
                .Select(entry => entry.Name)
                .Take(SuggestionsMax)];
        }

        // A part of a name counts as close: "us5000" or "sok" means the product that carries it.
        private static int Score(string wanted, string candidate)
        {
            string name = candidate.ToLowerInvariant();
            if (wanted.Length >= 3 && name.Contains(wanted, StringComparison.Ordinal))
            {
                return 1;
            }

            // "sokk" is a slip in the beginning of a longer name; it counts for less than a slip in a whole one.
            int whole = Distance(wanted, name);
            return wanted.Length < 3 || name.Length <= wanted.Length ? whole : Math.Min(whole, Distance(wanted, name[..wanted.Length]) + 1);
        }

        private static string InWords(string[] names)
        {
            return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + " or " + names[^1];
        }

        private static int Distance(string from, string to) => BatterySim.Host.Scenarios.Language.Source.NearestName.DistanceOf(from, to);
    }
}
