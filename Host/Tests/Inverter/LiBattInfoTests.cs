using System.Linq;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class LiBattInfoTests
    {
        // A photographed screen of a Sol-Ark 15K with one Pytes V5 shows these lines, units and decimals.
        [Fact]
        public void Screen_PhotographedBank_IsThePhotograph()
        {
            var bench = new InverterBench();
            bench.OnReceived(0x351, "3802FA00EE02C701");
            bench.OnReceived(0x355, "5B006400");
            bench.OnReceived(0x356, "D11400000A01");
            bench.OnReceived(0x359, "0000000001504E");
            bench.OnReceived(0x35C, "C0");
            bench.OnReceived(0x379, "0000");
            Assert.Equal(
                """
                LiBms:01
                Battery Voltage 53.29V
                Battery Current: 0A
                Battery Temp.: 26.6C
                SOC = 91% SOH = 100%
                Battery charge Voltage 56.8V
                Charge current limit 25A
                Discharge current limit 75A
                Nominal_Cap: 0 Ah
                Alarms: 0x00 0x00
                Force Charge Request: No
                """.ReplaceLineEndings("\n"),
                Screen(bench));
        }

        // Values: capture of ten US2000/US3000, 0x379 added.
        [Fact]
        public void Screen_CapturedBank_HasItsNumbers()
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
                LiBms:16
                Battery Voltage 53.20V
                Battery Current: -12.3A
                Battery Temp.: 25.1C
                SOC = 87% SOH = 99%
                Battery charge Voltage 53.2V
                Charge current limit 370A
                Discharge current limit 370A
                Nominal_Cap: 1600 Ah
                Alarms: 0xA01 0x9008
                Force Charge Request: Yes
                """.ReplaceLineEndings("\n"),
                Screen(bench));
        }

        [Fact]
        public void Screen_NothingReceived_SaysNoNumber()
        {
            Assert.All(Screen(new InverterBench()).Split('\n'), static line => Assert.EndsWith("---", line, System.StringComparison.Ordinal));
        }

        private static string Screen(InverterBench bench) => string.Join('\n', Enumerable.Range(0, LiBattInfo.LineCount)
            .Select(line => LiBattInfo.LineOf(bench.Inverter.BmsData, line)));
    }
}
