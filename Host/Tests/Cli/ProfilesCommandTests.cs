using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Cli.Profiles;
using BatterySim.Host.Scenarios.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class ProfilesCommandTests
    {
        private static readonly ProfileKey[] Keys = [.. Enumerable.Range(0, (int)ProfileKey.Count).Select(static key => (ProfileKey)key)];

        [Fact]
        public void List_EveryProfile_HasItsLineAndCaveatAndTheDefaultIsMarked()
        {
            CliResult result = CliResult.Of("profiles");

            Assert.Equal(0, result.ExitCode);
            foreach (string name in ProfileCatalogue.Names)
            {
                Assert.Contains($" {name} ", result.Output, StringComparison.Ordinal);
                Assert.Contains(ProfileCatalogue.Create(name).Caveat, result.Output, StringComparison.Ordinal);
            }

            Assert.Contains($"* {ProfileCatalogue.DefaultName} ", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Full_EveryProfile_ShowsEveryValueWithMarkAndSource()
        {
            foreach (string name in ProfileCatalogue.Names)
            {
                string output = CliResult.Of("profiles", name).Output;
                BatteryProfile profile = ProfileCatalogue.Create(name);
                string[] lines = output.Split('\n');
                foreach (ProfileValue value in Keys.Select(profile.ValueOf).Where(static value => value is not null))
                {
                    Assert.Contains(lines, line => line.StartsWith(ProfileKeyNames.Of(value.Key).Label + " ", StringComparison.Ordinal)
                        && line.Contains(ProfileValueText.Format(value), StringComparison.Ordinal)
                        && line.Contains(ProfileValueText.Word(value.Provenance) + " ", StringComparison.Ordinal)
                        && line.EndsWith(value.Source, StringComparison.Ordinal));
                }
            }
        }

        [Fact]
        public void Full_Sok_SaysWhatIsAssumed()
        {
            string output = CliResult.Of("profiles", "sok-sk48v100").Output;

            string assumed = output[output.IndexOf("What is assumed", StringComparison.Ordinal)..];
            Assert.Contains("Shows 100 % until it has given: 1 %", assumed, StringComparison.Ordinal);
            Assert.Contains("(the default)", output, StringComparison.Ordinal);
        }

        [Fact]
        public void Json_EveryProfile_CarriesTheRawNumbers()
        {
            foreach (string name in ProfileCatalogue.Names)
            {
                using JsonDocument document = JsonDocument.Parse(CliResult.Of("profiles", name, "--format", "json").Output);
                BatteryProfile profile = ProfileCatalogue.Create(name);
                JsonElement cvl = document.RootElement.GetProperty("values").EnumerateArray()
                    .Single(static value => value.GetProperty("key").GetString() == "chargeVoltageLimitMillivolts");

                Assert.Equal(profile.NumberOf(ProfileKey.ChargeVoltageLimitMillivolts), cvl.GetProperty("value").GetInt32());
                Assert.Equal(profile.ValueOf(ProfileKey.ChargeVoltageLimitMillivolts).Source, cvl.GetProperty("source").GetString());
            }
        }

        [Fact]
        public void Json_List_IsAnArrayWithOneDefault()
        {
            using JsonDocument document = JsonDocument.Parse(CliResult.Of("profiles", "--format", "json").Output);

            JsonElement[] profiles = [.. document.RootElement.EnumerateArray()];
            Assert.Equal(ProfileCatalogue.Names, profiles.Select(static profile => profile.GetProperty("name").GetString()));
            Assert.Equal(ProfileCatalogue.DefaultName, profiles.Single(static profile => profile.GetProperty("default").GetBoolean())
                .GetProperty("name").GetString());
        }

        [Fact]
        public void Label_EveryKey_IsUniqueAndHidesNoUnit()
        {
            string[] units = ["milli", "permille", "percent", "deci", "micro"];
            List<string> labels = [.. Keys.Select(static key => ProfileKeyNames.Of(key).Label)];

            Assert.Equal(labels.Count, labels.Distinct().Count());
            Assert.All(labels, label => Assert.DoesNotContain(units, unit => label.Contains(unit, StringComparison.OrdinalIgnoreCase)));
        }

        [Theory]
        [InlineData(ProfileKey.ChargeVoltageLimitMillivolts, 56000, "56 V")]
        [InlineData(ProfileKey.ChargeTaperStartPermille, 855, "85.5 %")]
        [InlineData(ProfileKey.StandaloneAddress, -1, "none")]
        [InlineData(ProfileKey.AddressSwitchOneIsLeastSignificant, 1, "yes")]
        [InlineData(ProfileKey.AddressBits, 0, "none, the chain numbers itself")]
        public void Format_Number_HasTheUnitThatPeopleRead(ProfileKey key, int number, string expected)
        {
            Assert.Equal(expected, ProfileValueText.Format(new ProfileValue(key, number, Provenance.Documented, "")));
        }
    }
}
