using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BatterySim.Host.Tests.Tidy
{
    /// <summary>What docs/development.md says of adding something: the places exist and are few, the tests exist.</summary>
    public partial class AdditionTests
    {
        private const int PlacesMax = 3;

        private static readonly string[] Kinds = ["a profile", "a frame", "a setting", "a scenario key for a setting", "an expectation key", "a CAN port", "a board"];

        private static readonly Dictionary<string, string[]> Rows = File.ReadLines(Path.Combine(SourceFile.Root, "docs", "development.md"))
            .SkipWhile(static line => line != "## Adding something").Skip(1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("| a", StringComparison.Ordinal))
            .Select(static line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(static cells => cells[0]);

        [Fact]
        public void Table_HasEveryKind()
        {
            Assert.Equal(Kinds.Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Places_OfEachKind_ExistAndAreAtMostThree()
        {
            foreach ((string kind, string[] cells) in Rows)
            {
                string[] places = Named(cells[2]);

                Assert.True(places.Length is > 0 and <= PlacesMax, $"{kind}: {places.Length} places");
                Assert.All(Named(cells[1]).Concat(places), place => Assert.True(File.Exists(Path.Combine(SourceFile.Root, place)), $"{kind}: {place}"));
            }
        }

        [Fact]
        public void Tests_OfEachKind_Exist()
        {
            string[] types = [.. typeof(AdditionTests).Assembly.GetTypes().Select(static type => type.Name)];

            Assert.All(Rows, row => Assert.Contains(Assert.Single(Named(row.Value[3])), types));
        }

        private static string[] Named(string cell) => [.. Code().Matches(cell).Select(static match => match.Groups[1].Value)];

        [GeneratedRegex("`([A-Za-z0-9/.]+)`")]
        private static partial Regex Code();
    }
}
