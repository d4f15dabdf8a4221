using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    /// <summary>How late, how coarse and how far things are seen on a bench.</summary>
    public class BenchLimitsTests
    {
        // The bank carries the inverter's current once a poll is over.
        [Theory]
        [InlineData("bank.current", 1300, 1600)]
        [InlineData("battery.1.soc", 1300, 1600)]
        [InlineData("bank.current", 0, 200)]
        [InlineData("frame.356.bankCurrentAmps", 1300, 1415)]
        [InlineData("frame.356.bankCurrentAmps", 0, 15)]
        [InlineData("frame.351.chargeCurrentLimitAmps", 1300, 15)]
        [InlineData("frame.356.count", 1300, 15)]
        [InlineData("reply.age", 1300, 15)]
        public void Lag_IsThatOfThePortAndOfWhatTheBankFollows(string what, int followMilliseconds, int lagMilliseconds)
        {
            Assert.Equal(lagMilliseconds, BenchLimits.Of(Reference(what), followMilliseconds).LagMilliseconds);
        }

        // An age counts on the scenario's clock, whose start is not known better; a time between two frames does not.
        [Theory]
        [InlineData("frame.359.age", 15)]
        [InlineData("reply.age", 15)]
        [InlineData("frame.359.period", 0)]
        [InlineData("reply.interval", 0)]
        [InlineData("frame.359.count", 0)]
        public void Slack_IsOfAgesOnly(string what, long slack)
        {
            Assert.Equal(slack, BenchLimits.Of(Reference(what), 0).Slack);
        }

        // For every register that is an observable: what lies beyond comes back as the end that the limits name.
        [Fact]
        public void Range_OfEachRegister_IsWhatItsEncodingKeepsOf()
        {
            RegisterRow[] rows = [.. SolArkRegisters.Rows.Where(static row => row.Observable.Length > 0 && row.IsQuantity)];
            Assert.True(rows.Length > 8, "there are such registers");
            Assert.All(rows, static row =>
            {
                Assert.Equal(row.Range, (Kept(row, -1L << 50), Kept(row, 1L << 50)));
                RegisterObservable? shown = RegisterObservables.Find(row.Observable, true, out _);
                Assert.True(shown is null || shown.Least < shown.Most, row.Name);
            });
        }

        [Theory]
        [InlineData("temperature", -100_000, 6_453_500)]
        [InlineData("current", -327_670, 327_680)]
        public void Range_OfAnObservable_HasItsSign(string name, long least, long most)
        {
            RegisterObservable shown = RegisterObservables.Find(name, true, out _)!;

            Assert.Equal((least, most), (shown.Least, shown.Most));
        }

        private static long Kept(RegisterRow row, long value)
        {
            ushort[] words = new ushort[SolArkRegisters.Count];
            row.Encode(value, words);
            return row.Decode(address => words[address]);
        }

        private static ObservableReference Reference(string what)
        {
            string text = $"name: X\nbank: {{batteries: 2}}\ntimeline:\n  - at: 1 s\n    expect: {{that: {what}, is-not: unknown}}\n";
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", text);
            Assert.Empty(document.Diagnostics);
            return Assert.Single(Assert.Single(document.Cases).Plan.Expectations).What;
        }
    }
}
