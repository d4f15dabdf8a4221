using System;
using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Finds what somebody probably meant.</summary>
    internal static class NearestName
    {
        // Of a name as long as this the beginning alone says which one is meant.
        private const int BeginningLengthMin = 4;

        /// <summary>The name that is nearest; null if none is near.</summary>
        public static string? Find(string text, IEnumerable<string> names)
        {
            if (text.Length > 60)
            {
                return null;
            }

            string? best = null;
            int bestDistance = Math.Max(2, text.Length / 3) + 1;
            foreach (string name in names)
            {
                bool isBeginning = text.Length >= BeginningLengthMin && name.StartsWith(text, StringComparison.OrdinalIgnoreCase);
                int distance = isBeginning ? 1 : Distance(text.ToLowerInvariant(), name.ToLowerInvariant());
                if (distance < bestDistance)
                {
                    best = name;
                    bestDistance = distance;
                }
            }

            return best;
        }

        /// <summary>" Did you mean 'x'?", or the names where they are few, or nothing.</summary>
        public static string Hint(string text, IReadOnlyCollection<string> names)
        {
            string? nearest = Find(text, names);
            return nearest != null ? $"; did you mean '{nearest}'?"
                : names.Count <= 12 ? $"; it is one of {string.Join(", ", names)}."
                : "; the schema lists them.";
        }

        private static int Distance(string left, string right)
        {
            var row = new int[right.Length + 1];
            for (int column = 0; column <= right.Length; column++)
            {
                row[column] = column;
            }

            for (int line = 1; line <= left.Length; line++)
            {
                int diagonal = row[0];
                row[0] = line;
                for (int column = 1; column <= right.Length; column++)
                {
                    int above = row[column];
                    int changed = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                    row[column] = Math.Min(Math.Min(above, row[column - 1]) + 1, changed);
                    diagonal = above;
                }
            }

            return row[^1];
        }
    }
}
