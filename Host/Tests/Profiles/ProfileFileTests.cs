using System;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Profiles
{
    /// <summary>A product of one's own in a file: nothing is lost on the way there and back, and what is wrong is said with its place.</summary>
    public class ProfileFileTests
    {
        public static TheoryData<string> Names => [.. ProfileCatalogue.Names];

        [Theory]
        [MemberData(nameof(Names))]
        public void Export_EveryShippedProfile_ReadsBackWithoutLoss(string name)
        {
            BatteryProfile shipped = ProfileCatalogue.Create(name);

            ProfileFileResult result = ProfileFileReader.Read("my.yaml", ProfileFileWriter.Write(shipped));

            Assert.Empty(result.Diagnostics);
            BatteryProfile read = result.Profile!;
            Assert.Equal((shipped.Name, shipped.Title, shipped.Caveat), (read.Name, read.Title, read.Caveat));
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                Assert.Equal(Describe(shipped.ValueOf(key)), Describe(read.ValueOf(key)));
                Assert.Equal(shipped.NumberOf(key), read.NumberOf(key));
                Assert.Equal(shipped.TextOf(key), read.TextOf(key));
            }
        }

        [Fact]
        public void Extends_ValuesWithTheirUnits_ReplaceThoseOfTheBase()
        {
            BatteryProfile profile = Read(
                "name: my-pack\nextends: pylontech-us5000\nvalues:\n  chargeVoltageLimitMillivolts: 52.8 V\n"
                + "  chargeCurrentLimitMilliamps: {value: 60000, provenance: documented, source: its label}\n  fullOpensChargeFet: yes\n");

            Assert.Equal(52_800, profile.NumberOf(ProfileKey.ChargeVoltageLimitMillivolts));
            Assert.Equal(Provenance.Assumed, profile.ValueOf(ProfileKey.ChargeVoltageLimitMillivolts).Provenance);
            Assert.Equal((60_000, Provenance.Documented, "its label"), Of(profile.ValueOf(ProfileKey.ChargeCurrentLimitMilliamps)));
            Assert.Equal(1, profile.NumberOf(ProfileKey.FullOpensChargeFet));
            Assert.Equal(45_000, profile.NumberOf(ProfileKey.DischargeVoltageLimitMillivolts));
        }

        [Fact]
        public void Extends_AnotherCapacity_TakesResistanceAndHeatOfThatCapacity()
        {
            BatteryProfile profile = Read("name: my-pack\nextends: generic-16s-100\nvalues:\n  capacityMilliampereHours: 280 Ah\n");

            Assert.Equal(500_000 / 280, profile.NumberOf(ProfileKey.SeriesResistanceMicroohms));
            Assert.Equal(400 * 280, profile.NumberOf(ProfileKey.HeatCapacityJoulesPerKelvin));
        }

        [Theory]
        [InlineData("name: my-pack\nvalues:\n  cellCount: 16\n", 1, 1, "capacityMilliampereHours is missing")]
        [InlineData("extends: generic-16s-100\n", 1, 1, "no name")]
        [InlineData("name: My Pack\nextends: generic-16s-100\n", 1, 7, "small letters")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  likes: deye\n", 4, 3, "did you mean 'like'")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  like: daye\n", 4, 9, "did you mean 'deye'")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  periodMilliseconds: 99\n", 4, 23, "'99' is not a whole number from 100 to 5000")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  order: 351,370\n", 4, 10, "0x370")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  frames:\n    \"370\": {bytes: '01 ..'}\n", 5, 5, "give all of its bytes")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  frames:\n    \"351\": {bytes: '1 2'}\n", 5, 20, "two digits")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  frames:\n    \"0351\": {length: 8}\n", 5, 5, "three hexadecimal digits")]
        [InlineData("name: a\nextends: generic-16s-100\ndialect:\n  like: {value: deye, provenance: captured}\n", 4, 3, "names no source")]
        [InlineData("name: a\nextends: generic-16s-100\nstart:\n  socPercent: 101\n", 4, 15, "from 0 to 100")]
        [InlineData("name: a\nextends: generic-16s\n", 2, 10, "did you mean 'generic-16s-100'")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  cellcount: 16\n", 4, 3, "did you mean 'cellCount'")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  cellCount: 16.5\n", 4, 14, "not a whole number")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  cellCount: 99\n", 4, 14, "outside 4 to 24")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  cellCount: {provenance: family}\n", 4, 3, "names no source")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  cellCount: {value: 16, provenance: sure, source: x}\n", 4, 38, "documented")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  floatVoltageMillivolts: 57 V\n", 4, 27, "is above chargeVoltageLimitMillivolts 56000")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  manufacturerName: MUCHTOOLONG\n", 4, 21, "0x35E")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  chargeTemperatureTable: warm\n", 4, 27, "not a table")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  chargeTemperatureTable: 0C:101%\n", 4, 27, "and 0 to 100 %")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  resistanceTemperatureTable: 0C:0%\n", 4, 31, "and 1 to 1000 %")]
        [InlineData("name: a\nextends: generic-16s-100\nvalues:\n  protectionSet: pace\n", 4, 18, "pace-16s")]
        [InlineData("name: [a\n", 1, 7, "not closed")]
        public void Read_WrongFile_SaysWhatAndWhere(string text, int line, int column, string part)
        {
            ProfileFileResult result = ProfileFileReader.Read("my.yaml", text);

            Assert.Null(result.Profile);
            Assert.Contains(result.Diagnostics, fault =>
                fault.Line == line && fault.Column == column && fault.Message.Contains(part, StringComparison.Ordinal));
        }

        [Theory]
        [InlineData("0C:0% 15C:100%", -10, 0)]
        [InlineData("0C:0% 15C:100%", 75, 500)]
        [InlineData("0C:0% 5.5C:37.5% 15C:100%", 55, 375)]
        [InlineData("0C:0% 15C:100%", 400, 1000)]
        [InlineData("-20C:0% -7.5C:10% 0C:100% 55C:100% 65C:50%", -75, 100)]
        [InlineData("-20C:0% -7.5C:10% 0C:100% 55C:100% 65C:50%", 600, 750)]
        [InlineData("-20C:0% -7.5C:10% 0C:100% 55C:100% 65C:50%", 700, 500)]
        public void TemperatureTable_BetweenItsPoints_IsAStraightLine(string text, int decidegrees, int permille)
        {
            Assert.Null(TemperatureTable.FindProblem(text, 0, 100));
            Assert.Equal(permille, TemperatureTable.Parse(text).PermilleAt(decidegrees));
            Assert.Equal(permille == 1000, TemperatureTable.Parse(text).IsWholeAt(decidegrees));
        }

        [Theory]
        [InlineData("")]
        [InlineData("0C:0% ")]
        [InlineData("0C:0%15C:100%")]
        [InlineData("15C:100% 0C:0%")]
        [InlineData("0C:101%")]
        [InlineData("0C:5.55%")]
        [InlineData("1e3C:5%")]
        public void TemperatureTable_AnotherText_IsRefused(string text)
        {
            Assert.NotNull(TemperatureTable.FindProblem(text, 0, 100));
        }

        private static BatteryProfile Read(string text)
        {
            ProfileFileResult result = ProfileFileReader.Read("my.yaml", text);
            Assert.Empty(result.Diagnostics);
            return result.Profile!;
        }

        private static (int Number, Provenance Provenance, string Source) Of(ProfileValue value) => (value.Number, value.Provenance, value.Source);

        private static string Describe(ProfileValue value) => $"{value.Key} {value.Number} '{value.Text}' {value.Provenance} {value.Source}";
    }
}
