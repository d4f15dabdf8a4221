using System;
using System.Linq;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Tests.Snapshots;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>One name for one signal: the catalogue's.</summary>
    public class SignalManualTests
    {
        [Fact]
        public void Page_IsWhatIsPrinted()
        {
            PrintedPage.Check("signals.md", SignalManual.Heading, SignalManual.Print());
        }

        [Fact]
        public void Observables_ThatNameASignal_NameOneThatABankSends()
        {
            var sent = SignalManual.Sent().Select(static one => one.Signal.Name).ToHashSet(StringComparer.Ordinal);

            Assert.All(Observables.Inverter.Where(static row => row.Signal != null), row => Assert.Contains(row.Signal!, sent));
        }

        // What the two words of flags replace is more than one signal.
        [Fact]
        public void WireKeys_EachOne_HasTheNameOfTheSignalThatItsHeaderReplaces()
        {
            string[] rows = SignalManual.Print().Split('\n');
            foreach (ScpiKey key in InstrumentKeys.Wire)
            {
                string header = key.Line("", "").Trim();
                string[] replaced = [.. rows.Where(row => row.Contains('|') && Short(row.Split('|')[5]) == header)
                    .Select(static row => row.Split('|')[1].Trim(' ', '`')).Distinct().Where(static name => name != "socFinePercent")];

                Assert.True(key.Signal is null ? replaced.Length > 1 : replaced.SequenceEqual([key.Signal]), $"{key.Name}: {string.Join(' ', replaced)}");
                Assert.Same(key, InstrumentKeys.Find(InstrumentKeys.Wire, key.Signal ?? key.Name));
            }

            static string Short(string cell) => string.Concat(cell.Where(static letter => !char.IsAsciiLetterLower(letter))).Trim(' ', '`');
        }

        [Fact]
        public void CsvColumns_OfTheReport_AreSignalsButForTheTwoWordsOfFlags()
        {
            var sent = SignalManual.Sent().Select(static one => one.Signal.Name).ToHashSet(StringComparer.Ordinal);

            Assert.Equal(["protections", "alarms"], CsvRecorder.ReportColumns.Where(column => !sent.Contains(column)));
        }

        [Theory]
        [InlineData("`chargeVoltageLimitVolts` | V | 351, 0-1 |", "`FAULt:VALue:CVL`", "`inverter.cvl`", "`wire: {cvl: ...}`", "| `chargeVoltageLimitVolts` |")]
        [InlineData("`socPercent` | % | 355, 0-1 |", "`FAULt:VALue:SOC`", "`inverter.soc`", "| `socPercent` |")]
        [InlineData("`chargeEnable` |  | 35C, 0 bit 7 |", "`FAULt:VALue:CENable`", "`inverter.charge-enabled`", "")]
        [InlineData("`overVoltageProtection` |  | 359, 0 bit 1 |", "`FAULt:VALue:PROTections`", "`frame.359.overVoltageProtection`", "")]
        public void Row_SaysPlaceHeaderKeyAndColumn(params string[] parts)
        {
            string row = Assert.Single(SignalManual.Print().Split('\n'), line => line.Contains(parts[0], StringComparison.Ordinal));

            Assert.All(parts, part => Assert.Contains(part, row, StringComparison.Ordinal));
        }

        [Fact]
        public void Signals_OfEveryDialect_AreNamedOnceForEachPlace()
        {
            // Two names for the same bits of one frame would be two names for one signal.
            var twice = SignalManual.Sent()
                .GroupBy(static one => (one.Message.Id, one.Signal.StartBit, one.Signal.BitLength))
                .Where(static group => group.Select(static one => one.Signal.Name).Distinct().Count() > 1)
                .Select(static group => string.Join(" and ", group.Select(static one => one.Signal.Name).Distinct()));

            Assert.Empty(twice);
        }
    }
}
