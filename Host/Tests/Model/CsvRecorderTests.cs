using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    public class CsvRecorderTests
    {
        [Fact]
        public void Recording_AMinute_HasARowForEverySecondWithWhatTheBankDoes()
        {
            TwinSession session = Create(awake: true);
            List<Dictionary<string, string>> rows = Record(session, 60_000);
            Assert.Equal(Enumerable.Range(0, 61).Select(second => second.ToString(CultureInfo.InvariantCulture)), rows.Select(row => row["seconds"]));
            Dictionary<string, string> last = rows[^1];
            Assert.Equal(session.Simulator.Bank.VoltageMillivolts / 1000.0, Number(last["terminalVolts"]), 3);
            Assert.InRange(Number(last["terminalAmps"]), -41, -37);
            Assert.InRange(Number(last["battery1_amps"]) + Number(last["battery2_amps"]), Number(last["terminalAmps"]) - 0.01, Number(last["terminalAmps"]) + 0.01);
            Assert.Equal("2", last["modulesOnline"]);
            Assert.Equal("56.0", last["chargeVoltageLimitVolts"]);
            Assert.Equal("running", last["battery2_state"]);
            Assert.True(Number(last["battery1_cellMinVolts"]) <= Number(last["battery1_cellMaxVolts"]));
            Assert.Equal(10 + (2 * 9), last.Count);
        }

        [Fact]
        public void Recording_WhileNobodySpeaks_LeavesTheClaimsEmpty()
        {
            List<Dictionary<string, string>> rows = Record(Create(awake: false), 10_000);
            Assert.All(rows, row => Assert.Equal(("", "", "asleep"), (row["socPercent"], row["modulesOnline"], row["battery1_state"])));
        }

        [Fact]
        public void Recording_CutDifferently_IsTheSame()
        {
            TwinSession whole = Create(awake: true);
            TwinSession cut = Create(awake: true);
            using var first = new StringWriter();
            using var second = new StringWriter();
            whole.Stepped += new CsvRecorder(whole, first).Observe;
            cut.Stepped += new CsvRecorder(cut, second).Observe;
            whole.AdvanceTo(30_000);
            for (int time = 0; time <= 30_000; time += 7)
            {
                cut.AdvanceTo(time);
            }

            cut.AdvanceTo(30_000);
            Assert.Equal(first.ToString(), second.ToString());
        }

        [Theory]
        [InlineData("BANK:BATT 1", 1)]
        [InlineData("BANK:BATT 4", 4)]
        public void Recording_BankBuiltAnewWithAnotherNumber_KeepsTheWidthOfItsHeading(string line, int online)
        {
            TwinSession session = Create(awake: true);
            using var output = new StringWriter();
            session.Stepped += new CsvRecorder(session, output).Observe;
            session.AdvanceTo(2500);
            session.Simulator.Execute(line);
            session.AdvanceTo(5000);
            string[] lines = output.ToString().Split('\n', System.StringSplitOptions.RemoveEmptyEntries);
            Assert.All(lines, row => Assert.Equal(10 + (2 * 9), row.Split(',').Length));
            Assert.Equal(online.ToString(CultureInfo.InvariantCulture), lines[^1].Split(',')[9]);
        }

        private static TwinSession Create(bool awake)
        {
            var options = new TwinOptions { LoadWatts = 2000 };
            options.Bank.BatteryCount = 2;
            options.Bank.StartsAwake = awake;
            return new TwinSession(options);
        }

        private static List<Dictionary<string, string>> Record(TwinSession session, long milliseconds)
        {
            using var output = new StringWriter();
            session.Stepped += new CsvRecorder(session, output).Observe;
            session.AdvanceTo(milliseconds);
            string[] lines = output.ToString().Split('\n', System.StringSplitOptions.RemoveEmptyEntries | System.StringSplitOptions.TrimEntries);
            string[] heading = lines[0].Split(',');
            return [.. lines[1..].Select(line => heading.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
        }

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
