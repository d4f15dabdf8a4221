using System;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Panel.Page.Forms;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>The controls that are made from the command table, held against the instrument itself.</summary>
    public class RowFormTests
    {
        public static TheoryData<string> Timed =>
            [.. CommandRows.OfTwin.Where(static row => row.Is(SettingRow.Timed)).Select(static row => row.Pattern)];

        public static TheoryData<string> Battery => [.. FaultGroups.Battery.Select(static row => row.Pattern)];

        [Theory]
        [MemberData(nameof(Timed))]
        public void Fault_AsTheFormOffersIt_IsTakenAndCleared(string pattern)
        {
            Simulator simulator = Bank();
            RowForm form = FormOf(pattern);

            Assert.Null(form.Missing);
            Accept(simulator, form.Line);
            Assert.Equal("1", simulator.Execute("FAUL:COUN?"));
            Accept(simulator, form.ClearLine);
            Assert.Equal("0", simulator.Execute("FAUL:COUN?"));
        }

        [Theory]
        [MemberData(nameof(Timed))]
        public void Fault_WithStartAndDuration_CarriesBoth(string pattern)
        {
            Simulator simulator = Bank();
            RowForm form = FormOf(pattern);
            form.Start = "2";
            form.Duration = "7.5";

            Accept(simulator, form.Line);

            string[] times = [.. ScpiFields.Split(simulator.Execute(form.Header + "?")).TakeLast(2)];
            Assert.Equal([2m, 7.5m], times.Select(static time => decimal.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));
        }

        [Theory]
        [MemberData(nameof(Timed))]
        public void Fault_DurationAlone_StartsAtOnce(string pattern)
        {
            Simulator simulator = Bank();
            RowForm form = FormOf(pattern);
            form.Duration = "4";

            Accept(simulator, form.Line);

            string[] times = [.. ScpiFields.Split(simulator.Execute(form.Header + "?")).TakeLast(2)];
            Assert.Equal([0m, 4m], times.Select(static time => decimal.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));
        }

        [Theory]
        [MemberData(nameof(Timed))]
        public void Fault_EachWordInPlaceOfTheValue_IsTaken(string pattern)
        {
            foreach (string word in FormOf(pattern).Words)
            {
                RowForm form = FormOf(pattern);
                form.Word = word;
                Accept(Bank(), form.Line);
            }
        }

        [Theory]
        [MemberData(nameof(Battery))]
        public void Battery_AsTheFormOffersIt_IsTaken(string pattern)
        {
            RowForm form = FormOf(pattern);
            form.Suffix = 1;

            Accept(Bank(), form.Line);
        }

        [Fact]
        public void Groups_EveryTimedRow_IsAControlOnce()
        {
            Assert.Equal(
                CommandRows.OfTwin.Where(static row => row.Is(SettingRow.Timed)).Select(static row => row.Pattern).Order(StringComparer.Ordinal),
                FaultGroups.Values.Concat(FaultGroups.Frames).Concat(FaultGroups.Extra).Concat(FaultGroups.Cable).Concat(FaultGroups.Gauges)
                    .Select(static row => row.Pattern).Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Text_WithAQuote_StaysOneText()
        {
            RowForm form = FormOf("FAULt:FRAMe@:BYTes");
            form.SetText(0, "01\"02");

            Assert.Equal("FAUL:FRAM351:BYT \"0102\"", form.Line);
        }

        [Fact]
        public void Number_Empty_IsMissing()
        {
            RowForm form = FormOf("FAULt:VALue:CVL");
            form.SetText(0, "");

            Assert.Equal("Type a value for CVL.", form.Missing);
        }

        private static Simulator Bank()
        {
            TwinOptions options = new();
            options.Bank.BatteryCount = 2;
            return new TwinSession(options).Simulator;
        }

        private static RowForm FormOf(string pattern)
        {
            SettingRow row = CommandRows.Find(pattern);
            return new RowForm(row) { Suffix = row.HasFrame ? 0x351 : 1 };
        }

        private static void Accept(Simulator simulator, string line)
        {
            simulator.Execute(line);
            Assert.Equal("0,\"No error\"", simulator.Execute("SYST:ERR?"));
        }
    }
}
