using System;
using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Finds what somebody probably meant.</summary>
    public static class NearestName
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

        /// <summary>Letters to insert, delete, replace or exchange with their neighbour, the least number.</summary>
        public static int DistanceOf(string left, string right)
        {
            ArgumentNullException.ThrowIfNull(left);
            ArgumentNullException.ThrowIfNull(right);
            return Distance(left, right);
        }

        /// <summary>" Did you mean 'x'?", or the names where they are few, or nothing.</summary>
        public static string Hint(string text, IReadOnlyCollection<string> names)
        {
            string? nearest = Find(text, names);
            return nearest != null ? $"; did you mean '{nearest}'?"
                : names.Count <= 12 ? $"; it is one of {string.Join(", ", names)}."
                : "; the schema lists them.";
        }

        // The least number of letters to insert, delete, replace or, beside each other, to exchange.
        private static int Distance(string left, string right)
        {
            var table = new int[left.Length + 1, right.Length + 1];
            for (int line = 0; line <= left.Length; line++)
            {
                for (int column = 0; column <= right.Length; column++)
                {
                    if (line == 0 || column == 0)
                    {
                        table[line, column] = line + column;
                        continue;
                    }

                    int changed = table[line - 1, column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
                    int least = Math.Min(Math.Min(table[line - 1, column], table[line, column - 1]) + 1, changed);
                    bool isExchanged = line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1];
                    table[line, column] = isExchanged ? Math.Min(least, table[line - 2, column - 2] + 1) : least;
                }
            }

            return table[left.Length, right.Length];
        }
    }
}
