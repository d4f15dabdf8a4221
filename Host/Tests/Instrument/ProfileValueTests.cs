using System;
using System.Linq;
using System.Text.Json;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scpi;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>PROF:VAL: a product of one's own, value by value, over SCPI.</summary>
    public class ProfileValueTests
    {
        [Fact]
        public void Names_OfAllKeys_AreThoseOfProfileFiles()
        {
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                string name = JsonNamingPolicy.CamelCase.ConvertName(key.ToString());
                Assert.Equal(name, ProfileKeys.NameOf(key));
                Assert.Equal(key, ProfileKeys.Find(name.ToCharArray(), 0, name.Length));
                Assert.True(name.Length <= KeyMax, name);
            }
        }

        [Theory]
        [InlineData("chargeVoltageLimitMillivolts,55200", "chargeVoltageLimitMillivolts", "55200")]
        [InlineData("chargeVoltageLimitMillivolts,55.2 V", "chargeVoltageLimitMillivolts", "55200")]
        [InlineData("\"CHARGECURRENTLIMITMILLIAMPS\",80 A", "chargeCurrentLimitMilliamps", "80000")]
        [InlineData("rechargePermille,95 PCT", "rechargePermille", "950")]
        [InlineData("manufacturerName,'MYPACK'", "manufacturerName", "\"MYPACK\"")]
        [InlineData("limitPolicy,weakest", "limitPolicy", "\"weakest\"")]
        [InlineData("chargeTemperatureTable,\"0C:0% 15C:100%\"", "chargeTemperatureTable", "\"0C:0% 15C:100%\"")]
        public void Value_Set_IsReadBackInTheUnitOfItsKey(string setting, string key, string expected)
        {
            var bench = new Bench();
            Assert.Equal("", bench.Try("PROF:VAL " + setting).Error);
            Assert.Equal(expected, bench.Ask("PROF:VAL? " + key));
            Assert.Equal($"{key},{expected}", bench.Ask("PROF:VAL?"));
        }

        [Theory]
        [InlineData("chargeVoltageLimit,55200", "-224,\"Illegal parameter value;key chargeVoltageLimit is not one of profile files\"")]
        [InlineData("cellCount,99", "-222,\"Data out of range;cellCount 99 is outside 4 to 24\"")]
        [InlineData("rechargePermille,-1", "-222,\"Data out of range;rechargePermille -1 is outside 0 to 1000\"")]
        [InlineData("fullOpensChargeFet,2", "-222,\"Data out of range;fullOpensChargeFet 2 is outside 0 to 1\"")]
        [InlineData("limitPolicy,most", "-224,\"Illegal parameter value;limitPolicy most is none of sum weakest master\"")]
        [InlineData("manufacturerName,NINELETTE", "-223,\"Too much data;manufacturerName NINELETTE is empty, has a quote in it or more characters than 8\"")]
        [InlineData("chargeTemperatureTable,\"0C\"",
            "-224,\"Illegal parameter value;chargeTemperatureTable 0C is not 1 to 16 points, colder first, of 0 to 100 %, "
            + "as 0C:50%\"")]
        [InlineData("resistanceTemperatureTable,\"0C:0%\"",
            "-224,\"Illegal parameter value;resistanceTemperatureTable 0C:0% is not 1 to 16 points, colder first, of 1 to 1000 %, "
            + "as 0C:50%\"")]
        [InlineData("cellCount", "-109,\"Missing parameter;value\"")]
        public void Value_ThatCannotBe_IsRefusedWithKeyValueAndReason(string setting, string error)
        {
            var bench = new Bench();
            Assert.Equal(error, bench.Try("PROF:VAL " + setting).Error);
        }

        [Fact]
        public void Value_FewerBatteriesThanThereAre_IsAConflictAndChangesNothing()
        {
            var bench = new Bench();
            string before = bench.Ask("PROF:VAL? batteriesMax;:BANK:PROF?");
            Assert.StartsWith("-221", bench.Try("PROF:VAL batteriesMax,1").Error, StringComparison.Ordinal);
            Assert.Equal(before, bench.Ask("PROF:VAL? batteriesMax;:BANK:PROF?"));
        }

        [Fact]
        public void Value_OfTheWire_IsOnIt()
        {
            var bench = new Bench();
            bench.Ask("PROF:VAL chargeVoltageLimitMillivolts,55200;VAL manufacturerName,MYPACK");
            bench.Session.AdvanceTo(1500);
            string limits = bench.Frames.Last(frame => frame.Id == 0x351).Text;
            Assert.StartsWith("351#2802", limits, StringComparison.Ordinal);
            Assert.Equal("35E#4D595041434B2020", bench.Frames.Last(frame => frame.Id == 0x35E).Text);
        }

        [Fact]
        public void Values_SavedAndRecalled_AreTheSame()
        {
            var bench = new Bench();
            Assert.Equal("", bench.Try("PROF:VAL chargeVoltageLimitMillivolts,55200;VAL manufacturerName,MYPACK;:POL:RECH 93;:MOD2:SOC 40").Error);
            Assert.Equal("", bench.Try("*SAV 3").Error);
            bench.Ask("BANK:PROF pylontech-us5000,2");
            Assert.Equal("53200", bench.Ask("PROF:VAL? chargeVoltageLimitMillivolts"));
            Assert.Equal("", bench.Try("*RCL 3").Error);
            Assert.Equal("55200;\"MYPACK\";93.0;40.0",
                bench.Ask("PROF:VAL? chargeVoltageLimitMillivolts;:PROF:VAL? manufacturerName;:POL:RECH?;:MOD2:SOC?"));
            bench.Ask("BANK:PROF sok-sk48v100");
            Assert.Equal("56000", bench.Ask("PROF:VAL? chargeVoltageLimitMillivolts"));
        }

        [Fact]
        public void Reset_AfterAValue_BringsTheProductBack()
        {
            var bench = new Bench();
            bench.Ask("PROF:VAL cellCount,15");
            bench.Ask("*RST");
            Assert.Equal("16;NONE", bench.Ask("PROF:VAL? cellCount;VAL?"));
        }

        [Fact]
        public void EveryValueOfEveryProduct_SentAsItIsAnswered_IsTakenAndSaved()
        {
            foreach (string name in ProfileCatalogue.Names)
            {
                var bench = new Bench();
                bench.Ask($"BANK:PROF {name},1");
                BatteryProfile before = bench.Simulator.Bank.Profile;
                for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
                {
                    string shown = bench.Ask("PROF:VAL? " + ProfileKeys.NameOf(key));
                    Assert.Equal("", bench.Try($"PROF:VAL {ProfileKeys.NameOf(key)},{shown}").Error);
                }

                Assert.Equal("", bench.Try("*SAV 2").Error);
                Assert.Equal("", bench.Try("*RCL 2").Error);
                BatteryProfile after = bench.Simulator.Bank.Profile;
                for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
                {
                    Assert.True(after.IsOwn(key));
                    Assert.Equal((before.NumberOf(key), before.TextOf(key)), (after.NumberOf(key), after.TextOf(key)));
                }
            }
        }

        private static int KeyMax => CommandRows.Find("PROFile:VALue").ParameterAt(0).Maximum;
    }
}
