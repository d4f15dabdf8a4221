using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>Who is on the bus of the virtual stand, and who acknowledges.</summary>
    public class NodesOnTheBusTests
    {
        [Theory]
        [InlineData("inverter: {cable: unplugged}", "active")]
        [InlineData("inverter: {recorder: unplugged}", "active")]
        [InlineData("inverter: {cable: unplugged, recorder: unplugged}", "passive")]
        [InlineData("inverter: {power: off, recorder: unplugged}", "passive")]
        public void Bus_WhoIsLeft_DecidesWhetherTheBankIsAcknowledged(string action, string state)
        {
            Assert.Equal(Verdict.Passed, Run($"  - at: 2 s\n    {action}\n  - at: 5 s\n    expect: {{that: bus.state, is: {state}}}\n"));
        }

        [Fact]
        public void Bus_RecorderPluggedAgain_TheBankIsErrorActiveAgain()
        {
            Assert.Equal(Verdict.Passed, Run(
                "  - at: 2 s\n    inverter: {cable: unplugged, recorder: unplugged}\n"
                + "  - at: 5 s\n    inverter: {recorder: plugged}\n    expect: {that: bus.state, is: active, within: 10 s}\n"));
        }

        [Fact]
        public void BusState_ABadCableThrowsTheControllerOff_IsWhatTheInstrumentSays()
        {
            Assert.Equal(Verdict.Passed, Run(
                "  - at: 2 s\n    do: \"FAUL:CABL:BOFF 100,1000,0,20 S\"\n"
                + "  - at: 10 s\n    expect:\n      - {that: scpi, query: \"BUS:STAT?\", is: OFF}\n      - {that: bus.state, is: off}\n"
                + "  - at: 30 s\n    expect: {that: bus.state, is: active}\n"));
        }

        [Fact]
        public void Send_ManyFramesInOneMoment_AllOfThemLeave()
        {
            string frames = string.Join(", ", Enumerable.Range(0, 40).Select(number => $"{100 + number}#00"));

            Assert.Equal(Verdict.Passed, Run(
                $"  - at: 2.5 s\n    send: [{frames}]\n    expect:\n      - {{that: frame.100.count, is: 1, within: 50 ms}}\n"
                + "      - {that: frame.139.count, is: 1, within: 50 ms}\n"));
        }

        private static Verdict Run(string timeline)
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", "name: n\ninverter: {load: 1 kW}\ntimeline:\n" + timeline);
            Assert.Empty(document.Diagnostics);
            return ScenarioRunner.Run(Assert.Single(document.Cases), new RunOptions(), CancellationToken.None).Verdict;
        }
    }
}
