using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Commands;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Instrument;
using BatterySim.Host.Twin;
using BatterySim.Host.Verification.Mutation;
using Xunit;
using BoardOptions = BatterySim.Host.Cli.Commands.BoardCommand;

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

        public static TheoryData<string, string> Counts
        {
            get
            {
                TheoryData<string, string> counts = new() { { "board", BoardOptions.Dip().Option.Name } };
                foreach (CountOption option in new RunOptions().Counts)
                {
                    counts.Add("run", option.Option.Name);
                }

                return counts;
            }
        }

        [Theory]
        [MemberData(nameof(Counts))]
        public void Count_ItsHelpAndErrors_HaveItsRange(string command, string name)
        {
            CountOption option = new RunOptions().Counts.Append(BoardOptions.Dip()).Single(count => count.Option.Name == name);
            Assert.Contains(option.Range, Lines(CliResult.Of(command, "--help").Output, $"  {name} "), StringComparison.Ordinal);
            foreach (string wrong in new[] { "-1", "1.5", "one" })
            {
                CliResult result = CliResult.Of(command, "--speed", "max", "--duration", "1s", $"{name}={wrong}");
                Assert.Equal(2, result.ExitCode);
                Assert.Contains(option.Range, result.Error, StringComparison.Ordinal);
            }
        }

        // A range that an option states comes of a row: one that was typed into the text is found here, whatever command has it.
        [Fact]
        public void Help_EveryRangeOfNumbersInIt_IsThatOfARow()
        {
            const string Range = "-?[0-9.]+ to -?[0-9.]+ ?(%|A|V|W|s|ms|[,.;]|$)|[0-9]+\\.\\.[0-9]+|at most [0-9]";
            RunOptions run = new();
            string[] known =
            [
                .. run.Rows.Select(static row => row.Option.Name), .. run.Counts.Append(BoardOptions.Dip()).Select(static row => row.Option.Name),
            ];
            CliHost host = new(TextWriter.Null, TextWriter.Null);
            IEnumerable<Option> options = AllOf(App.CreateRoot(host)).SelectMany(static command => command.Options);
            string[] typed =
            [
                .. options.Where(option => !known.Contains(option.Name)
                    && Regex.IsMatch($"{option.HelpName} {option.Description}", Range))
                    .Select(static option => $"{option.Name}: {option.Description}").Distinct(),
            ];

            Assert.Empty(typed);
        }

        [Fact]
        public void Order_ItsHelp_NamesTheFramesOfTheTable()
        {
            string line = Lines(CliResult.Of("run", "--help").Output, "  --order ");
            Assert.All(FrameTable.Ids, id => Assert.Contains(id.ToString("X3", CultureInfo.InvariantCulture), line, StringComparison.Ordinal));
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

        // Layers lie between the two statements; "max" of the option is the row's 0.
        [Fact]
        public void Speed_ItsUpperBound_IsThatOfTheRow()
        {
            SettingParameter speed = CommandRows.Find("SYSTem:SPEed").ParameterAt(0);
            string error = CliResult.Of("run", "--speed", "1000001").Error;

            Assert.Equal(SimulationPace.FactorMax, speed.Maximum / Math.Pow(10, speed.Unit.Decimals));
            Assert.Contains($"{SimulationPace.FactorMin.ToString(CultureInfo.InvariantCulture)} to {SimulationPace.FactorMax}", error, StringComparison.Ordinal);
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

        [Theory]
        [InlineData("BankRows", "ScpiUnit.None, 1, BankRules.TwinCapacity, 1).Range(", "ScpiUnit.None, 1, 33, 1).Range(", "64|63", "33|32")]
        [InlineData("BoardRows", "-1, DipSwitch.BoardMax, -1)", "-1, 7, -1)", "15", "7")]
        public void Range_OfACountChanged_ChangesEveryOptionAndKeyThatCounts(string file, string from, string to, string before, string after)
        {
            Mutant mutant = new("count", MutantKind.WrongRule, $"Bms/Instrument/Rows/{file}.cs", from, to, "another range");
            Assert.Null(MutatedCore.FindProblem(mutant));
            Assembly copy = new MutatedCore(mutant).LoadFromAssemblyPath(typeof(RowOptionTests).Assembly.Location);
            object?[] arguments = [file];
            var stated = (Dictionary<string, string>)copy.GetType(typeof(RowOptionTests).FullName!, true)!
                .GetMethod(nameof(StateCounts), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, arguments)!;

            Assert.All(StateCounts(file), place => Assert.Matches($" to ({before})", place.Value));
            Assert.All(stated, place => Assert.True(Regex.IsMatch(place.Value, $" to ({after})\\b"), $"{place.Key} keeps a range of its own: {place.Value}"));
        }

        // Where the range of a count is stated.
        private static Dictionary<string, string> StateCounts(string file)
        {
            const string End = "timeline:\n  - at: 1 s\n    expect: {that: inverter.state, is: normal}\n";
            return file == "BoardRows"
                ? new Dictionary<string, string>
                {
                    ["help of board"] = Lines(CliResult.Of("board", "--help").Output, "  --dip "),
                    ["error of board"] = CliResult.Of("board", "--dip=99").Error,
                }
                : new Dictionary<string, string>
                {
                    ["help of run"] = Lines(CliResult.Of("run", "--help").Output, "  --followers "),
                    ["error of run"] = CliResult.Of("run", "--followers=-1").Error,
                    ["batteries of a scenario"] = ScenarioError($"name: a\nbank:\n  batteries: 999\n{End}"),
                    ["followers of a scenario"] = ScenarioError($"name: a\nbank:\n  followers: 999\n{End}"),
                    ["batteries of a profile file"] = ProfileStartKeys.FindProblem("batteries", "999")!,
                };
        }

        private static IEnumerable<Command> AllOf(Command command) => command.Subcommands.SelectMany(AllOf).Prepend(command);

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
                ["error of a profile file"] = ProfileDialectKeys.FindProblem("gapMilliseconds", "3000")!.TrimEnd('.') + " ms",
                ["meaning in the schema of a profile file"] = ProfileDialectKeys.All.Single(static key => key.Key == "gapMilliseconds").Meaning,
            };
        }

        private static string Lines(string text, string part) =>
            string.Join('\n', text.Split('\n').Where(line => line.Contains(part, StringComparison.Ordinal)));

        private static string ScenarioError(string text)
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("a.yaml"), text);
            CliResult result = CliResult.Of("scenario", "check", folder.File("a.yaml"));
            return result.Output + result.Error;
        }

        private static string Typed(int value, ScpiUnit unit) =>
            unit == ScpiUnit.Second ? value.ToString(CultureInfo.InvariantCulture) + "ms" : ParameterText.Number(value, unit);
    }
}
