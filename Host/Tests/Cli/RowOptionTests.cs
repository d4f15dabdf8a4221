using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Commands;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Instrument;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>An option that sets what a row of the command table sets takes range and words from there, and so does everything else.</summary>
    public class RowOptionTests
    {
        public static TheoryData<string> Names => [.. new RunOptions().Rows.Select(static option => option.Option.Name)];

        [Theory]
        [MemberData(nameof(Names))]
        public void Option_ItsHelpAndErrors_HaveTheRowsRangeAndWords(string name)
        {
            RowOption option = new RunOptions().Rows.Single(row => row.Option.Name == name);
            SettingParameter parameter = CommandRows.Find(option.Pattern).ParameterAt(0);
            string line = Lines(CliResult.Of("run", "--help").Output, $"  {name} ");

            Assert.Contains(option.Range, line, StringComparison.Ordinal);
            if (parameter.Form == SettingForm.Choice)
            {
                Assert.Equal(parameter.WordCount, option.Option.HelpName!.Split('|').Length);
                return;
            }

            int tooMuch = parameter.Maximum + 1;
            string outside = parameter.Form == SettingForm.Text ? new string('x', tooMuch) : Typed(tooMuch, parameter.Unit);
            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "1s", $"{name}={outside}");
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(option.Range, result.Error, StringComparison.Ordinal);
        }

        // A scenario's key of the same name stands for the same row, so the option may not have a range of its own.
        [Fact]
        public void Option_NamedAsAKeyOfAScenario_IsThatRow()
        {
            var rows = new RunOptions().Rows.ToDictionary(static option => option.Option.Name, static option => option.Pattern);
            ScpiKey[] keys =
            [
                .. InstrumentKeys.Dialect, .. InstrumentKeys.Bank.Where(static key => key.Name != "dialect"),
                InstrumentKeys.Battery.Single(static key => key.Name == "soc"),
            ];
            string[] alone = [.. new RunOptions().All.Select(static option => option.Name)
                .Where(name => !rows.ContainsKey(name) && keys.Any(key => "--" + key.Name == name))];

            Assert.Empty(alone);
            Assert.All(keys.Where(key => rows.ContainsKey("--" + key.Name)), key =>
                Assert.Equal(CommandRows.Find(rows["--" + key.Name]).Meaning, key.Help));
        }

        [Fact]
        public void Range_OfARowChanged_ChangesEverythingThatStatesIt()
        {
            Mutant mutant = new(
                "range", MutantKind.WrongRule, "Bms/Instrument/Rows/DialectRows.cs",
                "0, DialectSettings.GapMillisecondsMax, 20)", "0, 321, 20)", "another range");
            Assert.Null(MutatedCore.FindProblem(mutant));
            Assembly copy = new MutatedCore(mutant).LoadFromAssemblyPath(typeof(RowOptionTests).Assembly.Location);
            var stated = (Dictionary<string, string>)copy.GetType(typeof(RowOptionTests).FullName!, true)!
                .GetMethod(nameof(State), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [])!;

            Assert.All(State(), place => Assert.True(Says(place.Value, "0.5 s", "0.500 s", "500 ms"), $"{place.Key}: {place.Value}"));
            Assert.All(stated, place => Assert.True(Says(place.Value, "0.321 s", "321 ms"), $"{place.Key} keeps a range of its own: {place.Value}"));
        }

        private static bool Says(string text, params string[] ranges) => ranges.Any(range => text.Contains(range, StringComparison.Ordinal));

        // Where the range of BANK:DIALect:GAP is stated: the words in which somebody reads it.
        private static Dictionary<string, string> State()
        {
            const string Scenario = "name: a\nbank:\n  dialect: {gap: 3 s}\ntimeline:\n  - at: 1 s\n    expect: {that: inverter.state, is: normal}\n";
            return new Dictionary<string, string>
            {
                ["error of SCPI"] = new Bench().Try("BANK:DIAL:GAP 3").Error,
                ["MAX of SCPI"] = new Bench().Ask("BANK:DIAL:GAP? MAX") + " s",
                ["help of SCPI"] = ParameterText.Range(CommandRows.Find("BANK:DIALect:GAP")),
                ["manual"] = Lines(ScpiManual.Print(), "BANK:DIALect:GAP"),
                ["help of run"] = Lines(CliResult.Of("run", "--help").Output, "--gap "),
                ["error of run"] = CliResult.Of("run", "--gap=3s").Error,
                ["error of a scenario"] = ScenarioError(Scenario),
            };
        }

        private static string Lines(string text, string part) =>
            string.Join('\n', text.Split('\n').Where(line => line.Contains(part, StringComparison.Ordinal)));

        private static string ScenarioError(string text)
        {
            using TemporaryFolder folder = new();
            System.IO.File.WriteAllText(folder.File("a.yaml"), text);
            CliResult result = CliResult.Of("scenario", "check", folder.File("a.yaml"));
            return result.Output + result.Error;
        }

        private static string Typed(int value, ScpiUnit unit) =>
            unit == ScpiUnit.Second ? value.ToString(CultureInfo.InvariantCulture) + "ms" : ParameterText.Number(value, unit);
    }
}
