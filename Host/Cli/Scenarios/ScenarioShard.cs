using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>A part of the cases: every one is in exactly one of so many parts, and cases of one file are spread over them.</summary>
    /// <param name="Number">Which part, 1 for the first.</param>
    /// <param name="Count">Number of parts.</param>
    internal readonly record struct ScenarioShard(int Number, int Count)
    {
        private const int CountMax = 1000;

        /// <summary>All cases.</summary>
        public static ScenarioShard All => new(1, 1);

        /// <summary>Reads "2/8".</summary>
        /// <exception cref="CliException">It is not of that form, or there is no such part.</exception>
        public static ScenarioShard Parse(string text)
        {
            string[] parts = text.Split('/');
            return parts.Length == 2 && TryNumber(parts[0], out int number) && TryNumber(parts[1], out int count)
                && number >= 1 && number <= count && count <= CountMax
                ? new ScenarioShard(number, count)
                : throw CliException.Usage($"--shard '{text}' is not a part; give one such as 2/8, the second of eight ({CountMax} at most).");
        }

        /// <summary>The things that belong to this part, in their order.</summary>
        public T[] Of<T>(IEnumerable<T> all)
        {
            (int number, int count) = (Number, Count);
            return [.. all.Where((_, index) => index % count == number - 1)];
        }

        private static bool TryNumber(string text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
