using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>The library in Scenarios/: complete, sound, and every file of it able to fail.</summary>
    public class LibraryTests
    {
        private const int MistakeCount = 19;
        private const int EdgeCaseCount = 30;
        private const int FieldCaseCount = 26;

        private static readonly string Library = Path.Combine(SourceFile.Root, "Scenarios");

        public static TheoryData<string> Files { get; } =
            [.. Paths().Select(path => Path.GetRelativePath(Library, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

        [Theory]
        [MemberData(nameof(Files))]
        public void Scenario_OnTheVirtualSolArk_Passes(string file)
        {
            ScenarioDocument document = Load(file);

            Assert.Empty(document.Diagnostics);
            Assert.NotEmpty(document.Cases);
            Assert.All(document.Cases, scenario => AssertVerdict(Verdict.Passed, scenario, new RunOptions()));
        }

        [Theory]
        [MemberData(nameof(Files))]
        public void Scenario_WithTheBankBrokenInItsWay_Fails(string file)
        {
            ScenarioDocument document = Load(file);

            Assert.All(document.Cases, scenario =>
            {
                Assert.NotEmpty(scenario.Sabotages);
                for (int index = 0; index < scenario.Sabotages.Count; index++)
                {
                    AssertVerdict(Verdict.Failed, scenario, new RunOptions { Sabotage = index });
                }
            });
        }

        [Theory]
        [MemberData(nameof(Files))]
        public void Scenario_ItsHead_SaysWhatItIsAndWhereItComesFrom(string file)
        {
            ScenarioDocument document = Load(file);

            Assert.NotEmpty(document.Name);
            Assert.NotEmpty(document.Description);
            Assert.NotEmpty(document.Source);
            Assert.NotEmpty(document.Tags);
            Assert.StartsWith("# yaml-language-server: $schema=", File.ReadLines(Path.Combine(Library, file)).First(), StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("mistake-", MistakeCount)]
        [InlineData("edge-", EdgeCaseCount)]
        [InlineData("field-e", FieldCaseCount)]
        public void Library_EachKnownCase_HasAScenario(string tag, int count)
        {
            HashSet<string> tags = [.. Paths().SelectMany(path => ScenarioLoader.Load(path).Tags)];

            Assert.DoesNotContain(Enumerable.Range(1, count).Select(number => $"{tag}{number}"), name => !tags.Contains(name));
        }

        [Fact]
        public void Library_TheNames_AreUnique()
        {
            string[] names = [.. Paths().SelectMany(path => ScenarioLoader.Load(path).Cases).Select(scenario => $"{scenario.Name} [{scenario.Label}]")];

            Assert.Equal(names.Length, names.Distinct().Count());
        }

        private static ScenarioDocument Load(string file) => ScenarioLoader.Load(Path.Combine(Library, file));

        private static IEnumerable<string> Paths()
        {
            return Directory.EnumerateFiles(Library, "*.yaml", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(ScenarioDocument.SetupEnding, StringComparison.Ordinal));
        }

        private static void AssertVerdict(Verdict expected, ScenarioCase scenario, RunOptions options)
        {
            ScenarioResult result = ScenarioRunner.Run(scenario, options, CancellationToken.None);
            string sabotage = options.Sabotage is int index ? $", sabotage {index + 1}" : "";
            string[] lines = [.. result.Expectations.Select(expectation => $"  {expectation.Verdict}: {expectation.Expected}: {expectation.Seen}")];

            Assert.True(
                result.Verdict == expected,
                $"{scenario.Name} [{scenario.Label}]{sabotage}: {result.Verdict} {result.Problem}\n{string.Join('\n', lines)}");
        }
    }
}
