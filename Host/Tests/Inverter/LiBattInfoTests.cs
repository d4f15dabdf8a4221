using System.Linq;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class LiBattInfoTests
    {
        // Sol-Ark integration guide V2.6, page 5: these lines in this order. Values: capture of ten US2000/US3000, 0x379 added.
        [Fact]
        public void Screen_CapturedBank_IsTheLinesOfTheGuide()
        {
            var bench = new InverterBench();
            bench.OnReceived(0x351, "1402740E740ECC01");
            bench.OnReceived(0x355, "57006300");
            bench.OnReceived(0x356, "C81485FFFB00");
            bench.OnReceived(0x359, "0A01900810504E");
            bench.OnReceived(0x35C, "D8");
            bench.OnReceived(0x379, "4006");
            Assert.Equal(
                """
                Battery Voltage: 53.20 V
                Battery Current: -12.3 A
                Temp: 25.1 C
                SOC: 87 %
                SOH: 99 %
                Battery Charge Voltage: 53.2 V
                Charge Current Limit: 370.0 A
                Discharge Current Limit: 370.0 A
                Nominal_Cap: 1600 Ah
                Alarms: 0A019008
                Force Charge Request: Yes
                """.ReplaceLineEndings("\n"),
                Screen(bench));
        }

        [Fact]
        public void Screen_NothingHeard_SaysNoNumber()
        {
            Assert.All(Screen(new InverterBench()).Split('\n'), static line => Assert.EndsWith(": ---", line, System.StringComparison.Ordinal));
        }

        private static string Screen(InverterBench bench) => string.Join('\n', Enumerable.Range(0, LiBattInfo.LineCount)
            .Select(line => $"{LiBattInfo.LabelOf(line)}: {LiBattInfo.ValueOf(bench.Inverter.BmsData, line)}"));
    }
}
