using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Protocol;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>docs/traceability.md: what it names is there, and nothing that belongs there is missing.</summary>
    public partial class TraceabilityTests
    {
        // Lines of the two pages of the knowledge base that say something of batteries, as they were read.
        private const int PowersyncLines = 14;
        private const int SokLines = 8;

        private static string Page => File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "traceability.md"));

        private static string[] Named => [.. Code().Matches(Page).Select(static match => match.Groups[1].Value).Distinct()];

        [Fact]
        public void Files_ThatItNames_AreThere()
        {
            string[] paths = [.. Named.Where(static name => name.Contains('/', StringComparison.Ordinal))];

            Assert.True(paths.Length > 40, "the page names next to no file");
            Assert.DoesNotContain(paths, static path => !File.Exists(Path.Combine(SourceFile.Root, path)));
        }

        [Fact]
        public void Tests_ThatItNames_AreThereAndHaveTests()
        {
            Dictionary<string, Type> types = typeof(TraceabilityTests).Assembly.GetTypes()
                .GroupBy(static type => type.Name, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First());

            Assert.All(Named.Where(static name => name.EndsWith("Tests", StringComparison.Ordinal)), name =>
            {
                Assert.True(types.ContainsKey(name), $"there is no {name}");
                Assert.Contains(types[name].GetMethods(), static method => method.GetCustomAttributes(typeof(FactAttribute), true).Length > 0);
            });
        }

        [Fact]
        public void CommandsAndKeys_ThatItNames_AreThere()
        {
            string[] commands = [.. Named.Where(static name => name.StartsWith("MODule#:", StringComparison.Ordinal))];
            string[] keys = [.. ProfileKeysNamed()];

            Assert.NotEmpty(commands);
            Assert.All(commands, command => Assert.Contains(CommandRows.OfTwin, row => row.Pattern == command));
            Assert.NotEmpty(keys);
            Assert.All(keys, key => Assert.NotEqual(ProfileKey.Count, ProfileKeys.Find(key.ToCharArray(), 0, key.Length)));
        }

        [Theory]
        [InlineData("## The Powersync page", PowersyncLines)]
        [InlineData("## The SOK page", SokLines)]
        public void Seeds_EachLine_HasItsRow(string heading, int lines)
        {
            string table = Page[Page.IndexOf(heading, StringComparison.Ordinal)..];
            table = table[..table.IndexOf("\n## ", 3, StringComparison.Ordinal)];

            Assert.Equal(lines, table.Split('\n').Count(static line => line.StartsWith("| ", StringComparison.Ordinal)) - 2);
        }

        [Fact]
        public void Captures_ThatItNames_AreThere()
        {
            string[] named = [.. Named.Where(static name => name.EndsWith(".log", StringComparison.Ordinal))];

            Assert.NotEmpty(named);
            Assert.Empty(named.Except(Captures.Files));
            Assert.Empty(Directory.GetFiles(Path.Combine(SourceFile.Root, "Scenarios", "captures"), "*.yaml")
                .Select(static path => "Scenarios/captures/" + Path.GetFileName(path)).Except(Named));
        }

        private static IEnumerable<string> ProfileKeysNamed()
        {
            string[] keys = [.. Enumerable.Range(0, (int)ProfileKey.Count).Select(static key => ProfileKeys.NameOf((ProfileKey)key))];
            return Named.Where(name => CamelCase().IsMatch(name) || keys.Contains(name.Split(' ')[0])).Select(static name => name.Split(' ')[0]);
        }

        [GeneratedRegex("`([^`]+)`")]
        private static partial Regex Code();

        [GeneratedRegex("^[a-z]+[A-Z][A-Za-z]+$")]
        private static partial Regex CamelCase();
    }
}
