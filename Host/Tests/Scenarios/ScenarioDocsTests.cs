using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>What docs/scenarios.md shows is what there is.</summary>
    public class ScenarioDocsTests
    {
        private static readonly string Page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "scenarios.md")).ReplaceLineEndings("\n");

        /// <summary>The examples that are whole scenarios.</summary>
        public static TheoryData<string> Examples =>
            [.. Regex.Matches(Page, "```yaml\n(.*?)```", RegexOptions.Singleline)
                .Select(static match => match.Groups[1].Value)
                .Where(static text => text.Contains("name:", StringComparison.Ordinal) && text.Contains("timeline:", StringComparison.Ordinal))];

        /// <summary>The recipes: a timeline each, to be put into a scenario of four batteries.</summary>
        public static TheoryData<string> Recipes =>
            [.. Regex.Matches(Page[Page.IndexOf("## Recipes", StringComparison.Ordinal)..], "```yaml\n(.*?)```", RegexOptions.Singleline)
                .Select(static match => match.Groups[1].Value)];

        [Theory]
        [MemberData(nameof(Recipes))]
        public void Recipe_InAScenario_Passes(string text)
        {
            string inverter = text.Contains("inverter:\n", StringComparison.Ordinal) || text.StartsWith("inverter:", StringComparison.Ordinal)
                ? "" : "inverter: {load: 2 kW}\n";
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", "name: n\nbank: {batteries: 4, soc: 55 %}\n" + inverter + text);

            Assert.Empty(document.Diagnostics);
            ScenarioResult result = ScenarioRunner.Run(Assert.Single(document.Cases), new RunOptions(), CancellationToken.None);
            Assert.True(result.Verdict == Verdict.Passed, string.Join('\n', result.Expectations.Select(static one => one.Expected + ": " + one.Seen)));
        }

        [Theory]
        [MemberData(nameof(Examples))]
        public void Example_AsItStands_PassesAndFailsUnderEachSabotage(string text)
        {
            ScenarioDocument document = ScenarioLoader.Read(Path.Combine(SourceFile.Root, "Scenarios", "docs", "example.yaml"), text);

            Assert.Empty(document.Diagnostics);
            Assert.NotEmpty(document.Cases);
            foreach (ScenarioCase one in document.Cases)
            {
                Assert.Equal(Verdict.Passed, Run(one, null));
                Assert.NotEmpty(one.Sabotages);
                Assert.All(Enumerable.Range(0, one.Sabotages.Count), index => Assert.Equal(Verdict.Failed, Run(one, index)));
            }
        }

        [Fact]
        public void Page_OfTheLanguage_NamesEverythingThatCanBeLookedAt()
        {
            IEnumerable<ObservableRow> rows =
            [
                .. Observables.Inverter, .. Observables.Bank, .. Observables.Battery, .. Observables.Frame, .. Observables.Reply, .. Observables.Bus,
            ];

            Assert.All(rows, static row => Assert.Contains($"`{row.Name}`", Page, StringComparison.Ordinal));
        }

        [Fact]
        public void Page_OfTheLanguage_NamesEverythingThatCanBeDoneToBatteryBankAndFrame()
        {
            IEnumerable<ScpiKey> keys = [.. InstrumentKeys.Battery, .. InstrumentKeys.Bank, .. InstrumentKeys.Frame];

            Assert.All(keys, static key => Assert.Matches($"[`{{]{key.Name}[`:]", Page));
        }

        [Fact]
        public void Page_Keys_AreThoseOfTheTables()
        {
            int begin = Page.IndexOf(ScenarioManual.Begin, StringComparison.Ordinal);
            int end = Page.IndexOf(ScenarioManual.End, StringComparison.Ordinal);

            Assert.True(begin >= 0 && end > begin, "docs/scenarios.md has no part for the keys");
            string printed = ScenarioManual.Print();
            Assert.Equal(printed.TrimEnd(), Page[begin..(end + ScenarioManual.End.Length)]);
        }

        private static Verdict Run(ScenarioCase one, int? sabotage)
        {
            return ScenarioRunner.Run(one, new RunOptions { Sabotage = sabotage }, CancellationToken.None).Verdict;
        }
    }
}
