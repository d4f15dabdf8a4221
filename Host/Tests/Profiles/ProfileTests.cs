using System;
using System.Linq;
using System.Reflection;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Profiles
{
    /// <summary>Every profile that ships says everything, says how it knows, and makes sense.</summary>
    public class ProfileTests
    {
        private static readonly ProfileKey[] TextKeys = [ProfileKey.ManufacturerName, ProfileKey.ChainPorts, ProfileKey.InverterProtocol];

        public static TheoryData<string> Names => [.. ProfileCatalogue.Names];

        [Fact]
        public void Names_All_AreTheProductsOfTheReferenceWithSokFirst()
        {
            Assert.Equal(
                [
                    "sok-sk48v100", "powersync-lfp-lv-8bit", "powersync-lfp-lv-6bit", "endur-esp5100", "pylontech-pelio",
                    "pylontech-us5000", "pylontech-us5000-v13", "pylontech-us3000c", "pylontech-us2000", "pylontech-us2000c",
                    "discover-aes-rack", "generic-16s-100",
                    "pytes-e-box-48100r", "eco-worthy-cubix-100", "deye-se-f12-c", "deka-dd5300", "jakiper-jk48v100", "byd-lvs",
                    "eg4-ll-s", "eg4-lifepower4", "eg4-wallmount-280", "homegrid-stackd",
                ],
                ProfileCatalogue.Names);
            Assert.Null(ProfileCatalogue.Create("no-such-battery"));
        }

        [Fact]
        public void Catalogue_EveryClassThatMakesAProfile_IsInIt()
        {
            // A product whose file exists and whose line in the catalogue was forgotten would never be seen by anybody.
            var made = typeof(ProfileCatalogue).Assembly.GetTypes()
                .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(static method => method.ReturnType == typeof(BatteryProfile)
                    && method.GetParameters() is [{ ParameterType: Type only }] && only == typeof(bool))
                .Select(static create => ((BatteryProfile)create.Invoke(null, [true])!).Name)
                .Order(StringComparer.Ordinal);

            Assert.Equal(ProfileCatalogue.Names.Order(StringComparer.Ordinal), made);
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Create_Name_GivesThatProfileWithEveryKeyMarkedAndSourced(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);

            Assert.Equal(name, profile.Name);
            Assert.NotEmpty(profile.Title);
            Assert.NotEmpty(profile.Caveat);
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                ProfileValue value = profile.ValueOf(key);
                Assert.True(value is not null, $"{key} is missing");
                Assert.True(Enum.IsDefined(value.Provenance), $"{key} has no provenance");
                Assert.False(string.IsNullOrWhiteSpace(value.Source), $"{key} has no source");
            }
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Create_Name_GivesTextsWhereTextsBelong(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);

            Assert.All(TextKeys, key => Assert.False(string.IsNullOrWhiteSpace(profile.TextOf(key))));
            Assert.True(profile.TextOf(ProfileKey.ManufacturerName).Length <= 8);
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Addresses_Profile_HoldAsManyBatteriesAsItAllows(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            int bits = profile.NumberOf(ProfileKey.AddressBits);
            int min = profile.NumberOf(ProfileKey.AddressMin);
            int max = profile.NumberOf(ProfileKey.AddressMax);
            int standalone = profile.NumberOf(ProfileKey.StandaloneAddress);

            Assert.InRange(profile.NumberOf(ProfileKey.MasterAddress), min, max);
            Assert.InRange(profile.NumberOf(ProfileKey.BatteriesMax), 1, max - min + 1);
            Assert.InRange(profile.NumberOf(ProfileKey.AddressSwitchOneIsLeastSignificant), 0, 1);
            Assert.True(bits == 0 || max < 1 << bits, "the switches cannot show the highest address");
            Assert.True(standalone == -1 || standalone < min || standalone > max, "the stand-alone address is also one of the chain");
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Voltages_Profile_FitAnLfpCell(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            int cells = profile.NumberOf(ProfileKey.CellCount);
            int charge = profile.NumberOf(ProfileKey.ChargeVoltageLimitMillivolts);
            int floating = profile.NumberOf(ProfileKey.FloatVoltageMillivolts);
            int discharge = profile.NumberOf(ProfileKey.DischargeVoltageLimitMillivolts);

            Assert.InRange(cells, 15, 16);
            Assert.InRange((double)profile.NumberOf(ProfileKey.NominalVoltageMillivolts) / cells, 3200, 3250);
            Assert.True(floating <= charge);
            Assert.True(discharge < floating);
            Assert.All([charge, floating, discharge], millivolts => Assert.InRange((double)millivolts / cells, 2500, 3650));
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Currents_Profile_ArePlausibleAndTaperDownwards(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            int capacity = profile.NumberOf(ProfileKey.CapacityMilliampereHours);

            Assert.InRange(profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps), capacity / 10, capacity);
            Assert.InRange(profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps), capacity / 10, capacity);
            Assert.InRange(profile.NumberOf(ProfileKey.ChargeTaperStartPermille), 500, 1000);
            Assert.InRange(profile.NumberOf(ProfileKey.ChargeTaperPercent), profile.NumberOf(ProfileKey.ChargeFullPercent), 100);
            Assert.InRange(profile.NumberOf(ProfileKey.ChargeFullPercent), 0, 100);
        }

        // Typed from the sources, so that a slip in a table shows.
        [Theory]
        [InlineData("sok-sk48v100", ProfileKey.BatteriesMax, 15, Provenance.Documented)]
        [InlineData("powersync-lfp-lv-8bit", ProfileKey.BatteriesMax, 16, Provenance.Documented)]
        [InlineData("powersync-lfp-lv-8bit", ProfileKey.MasterAddress, 0, Provenance.Assumed)]
        [InlineData("powersync-lfp-lv-6bit", ProfileKey.AddressBits, 6, Provenance.Documented)]
        [InlineData("powersync-lfp-lv-6bit", ProfileKey.MasterAddress, 1, Provenance.Family)]
        [InlineData("powersync-lfp-lv-6bit", ProfileKey.BatteriesMax, 64, Provenance.Assumed)]
        [InlineData("endur-esp5100", ProfileKey.BatteriesMax, 8, Provenance.Documented)]
        [InlineData("pylontech-pelio", ProfileKey.ChargeVoltageLimitMillivolts, 56000, Provenance.Documented)]
        [InlineData("pylontech-pelio", ProfileKey.FloatVoltageMillivolts, 55700, Provenance.Documented)]
        [InlineData("pylontech-pelio", ProfileKey.ChargeTaperStartPermille, 980, Provenance.Documented)]
        [InlineData("pylontech-pelio", ProfileKey.ChargeTaperPercent, 20, Provenance.Documented)]
        [InlineData("pylontech-us5000", ProfileKey.CellCount, 15, Provenance.Documented)]
        [InlineData("pylontech-us5000", ProfileKey.ChargeVoltageLimitMillivolts, 53200, Provenance.Family)]
        [InlineData("pylontech-us5000", ProfileKey.ChargeCurrentLimitMilliamps, 80000, Provenance.Documented)]
        [InlineData("pylontech-us5000", ProfileKey.DischargeVoltageLimitMillivolts, 45000, Provenance.Documented)]
        [InlineData("pylontech-us3000c", ProfileKey.CapacityMilliampereHours, 74000, Provenance.Family)]
        [InlineData("pylontech-us3000c", ProfileKey.ChargeCurrentLimitMilliamps, 37000, Provenance.Family)]
        [InlineData("pylontech-us2000", ProfileKey.ChargeCurrentLimitMilliamps, 25000, Provenance.Family)]
        [InlineData("pylontech-us2000c", ProfileKey.ChargeCurrentLimitMilliamps, 37000, Provenance.Family)]
        [InlineData("discover-aes-rack", ProfileKey.ChargeCurrentLimitMilliamps, 95000, Provenance.Documented)]
        [InlineData("discover-aes-rack", ProfileKey.ChargeVoltageLimitMillivolts, 55200, Provenance.Documented)]
        [InlineData("generic-16s-100", ProfileKey.BatteriesMax, 16, Provenance.Assumed)]
        [InlineData("homegrid-stackd", ProfileKey.AddressBits, 6, Provenance.Documented)]
        [InlineData("homegrid-stackd", ProfileKey.MasterAddress, 1, Provenance.Documented)]
        [InlineData("homegrid-stackd", ProfileKey.BatteriesMax, 15, Provenance.Documented)]
        [InlineData("homegrid-stackd", ProfileKey.ChargeVoltageLimitMillivolts, 56000, Provenance.Assumed)]
        public void ValueOf_PublishedFact_IsAsPublished(string name, ProfileKey key, int number, Provenance provenance)
        {
            ProfileValue value = ProfileCatalogue.Create(name).ValueOf(key);

            Assert.Equal(number, value.Number);
            Assert.Equal(provenance, value.Provenance);
        }
    }
}
