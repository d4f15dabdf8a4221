using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>A comma promises a parameter: an empty place before, between or behind commas is refused, whatever the row.</summary>
    public class EmptyParameterTests
    {
        public static TheoryData<string> Lines =>
        [
            .. CommandRows.OfTwin.Where(static row => (row.Kind & (SettingRow.Set | SettingRow.Acts)) != 0)
                .Select(static row => row.Example).Distinct(),
        ];

        [Theory]
        [MemberData(nameof(Lines))]
        public void Execute_ExampleWithAnEmptyPlace_IsMissingAParameter(string line)
        {
            int space = line.IndexOf(' ', System.StringComparison.Ordinal);
            string header = space < 0 ? line : line[..space];
            string parameters = space < 0 ? "" : line[(space + 1)..];
            string[] variants =
            [
                $"{header} {parameters},",
                $"{header} {parameters}, ",
                $"{header} ,{parameters}",
                $"{header} {parameters.Replace(",", ",,", System.StringComparison.Ordinal)},,",
            ];

            foreach (string variant in variants)
            {
                Bench bench = CreateBench();
                string error = bench.Try(variant).Error;
                Assert.True(error.StartsWith("-109,", System.StringComparison.Ordinal) || error.StartsWith("-108,", System.StringComparison.Ordinal),
                    $"'{variant}' gives '{error}'");
            }
        }

        [Theory]
        [InlineData("MOD1:SOC 50,", "-109,\"Missing parameter;nothing follows the last comma\"")]
        [InlineData("MOD1:SOC ,50", "-109,\"Missing parameter;SOC\"")]
        [InlineData("MOD1:SOC 50,,", "-108,\"Parameter not allowed;,\"")]
        [InlineData("MOD1:SOC? MAX,", "-109,\"Missing parameter;nothing follows the last comma\"")]
        [InlineData("SYST:VERS? ,", "-108,\"Parameter not allowed;,\"")]
        [InlineData("FAUL:FRAM351:LENG 4,", "-109,\"Missing parameter;start\"")]
        [InlineData("FAUL:VAL:CVL ,55", "-109,\"Missing parameter;CVL\"")]
        public void Execute_EmptyPlace_IsNamed(string line, string error)
        {
            Assert.Equal(error, new Bench().Try(line).Error);
        }

        private static Bench CreateBench()
        {
            var bench = new Bench();
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, new TwinRunner(bench.Session, SimulationPace.Real));
            bench.Ask("*SAV 1");
            return bench;
        }
    }
}
