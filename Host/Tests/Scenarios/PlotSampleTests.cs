using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    public class PlotSampleTests
    {
        private const string Text = """
            name: CCL is wrong on the wire
            bank: {profile: sok-sk48v100, batteries: 2}
            inverter: none
            timeline:
              - at: 10 s
                wire: {cvl: 54 V, ccl: 40 A, dcl: 30 A}
              - at: 20 s
                wire: {cvl: off, ccl: off, dcl: off}
                expect: {that: bank.online, is: 2}
            end: 30 s

            """;

        [Theory]
        [InlineData(9, 56_000, 200_000, 200_000)]
        [InlineData(15, 54_000, 40_000, 30_000)]
        [InlineData(25, 56_000, 200_000, 200_000)]
        public void Limits_UnderAFaultOnTheWire_AreThoseThatWereSent(int second, int cvl, int ccl, int dcl)
        {
            ScenarioCase scenario = ScenarioLoader.Read("a.yaml", Text).Cases.Single();

            ScenarioResult result = ScenarioRunner.Run(scenario, new RunOptions(), CancellationToken.None);

            PlotSample sample = result.Samples.Last(one => one.Milliseconds <= second * 1000);
            Assert.Equal(
                (cvl, ccl, dcl),
                (sample.ChargeVoltageLimitMillivolts, sample.ChargeCurrentLimitMilliamps, sample.DischargeCurrentLimitMilliamps));
        }
    }
}
