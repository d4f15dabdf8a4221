using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Gauges that lie: what 0x355 says while the charge in the cells is another.</summary>
    public class GaugeTests
    {
        [Theory]
        [InlineData(900)]
        [InlineData(500)]
        public void Voltage_UnderLoad_FallsAndComesBack(int soc)
        {
            var rack = new Rack(soc: soc);
            rack.Bank.Execute("POL:SOC voltage");
            rack.Wait(3);
            Assert.InRange(rack.SocOnWire, (soc / 10) - 1, soc / 10);

            rack.Current(-60);
            rack.Wait(60);
            Assert.InRange(rack.SocOnWire, 0, (soc / 10) - 30);
            rack.Current(0);
            rack.Wait(600);

            Assert.InRange(rack.SocOnWire, (soc / 10) - 5, (soc / 10) - 1);
        }

        [Fact]
        public void Voltage_OfOneBattery_IsMixedWithTheOthers()
        {
            var rack = new Rack(4, soc: 600);
            rack.Bank.Execute("MOD2:GAUG VOLT");
            rack.Current(-240);
            rack.Wait(60);

            Assert.InRange(rack.Battery(1).SocPermille, 580, 600);
            Assert.InRange(rack.Battery(2).SocPermille, 100, 400);
            Assert.InRange(rack.SocOnWire, 45, 56);
            Assert.Equal("VOLT", rack.Bank.Execute("MOD2:GAUG?"));
        }

        [Fact]
        public void Error_UntilFull_GrowsAndJumpsAway()
        {
            var rack = new Rack(profile: "generic-16s-100", soc: 500);
            rack.Bank.Execute("MOD1:GAUG:ERR -20 PCT");
            rack.Current(50);
            rack.Wait(3600);
            long charge = rack.Battery(1).ChargeMilliampMilliseconds;
            Assert.InRange(charge / 3600000, 99_000, 100_000);
            Assert.InRange(rack.SocOnWire, 88, 90);

            rack.Current(1.5);
            rack.WaitUntil(() => rack.SocOnWire > 95, 7200);

            Assert.Equal(100, rack.SocOnWire);
        }

        [Fact]
        public void Hold_SetTo98_ShowsNoMoreUntilFull()
        {
            var rack = new Rack(soc: 985);
            rack.Bank.Execute("POL:FULL:HOLD 98");
            rack.Wait(3);
            Assert.Equal(98, rack.SocOnWire);
            rack.Current(1.5);
            for (int second = 0; second < 7200 && rack.SocOnWire != 100; second++)
            {
                rack.Wait(1);
                Assert.NotEqual(99, rack.SocOnWire);
            }

            Assert.Equal(100, rack.SocOnWire);
        }

        [Theory]
        [InlineData("keep", 56_000, 56_000)]
        [InlineData("float", 54_400, 54_400)]
        [InlineData("ramp", 55_895, 54_400)]
        public void Cvl_WhileFull_GoesAsThePolicySays(string policy, int soonMillivolts, int laterMillivolts)
        {
            var rack = new Rack(soc: 990);
            rack.Bank.Execute("POL:FULL:CVL " + policy);
            rack.Wait(3);
            rack.Bank.Execute("MOD1:SOC 100 PCT");
            rack.Wait(105);
            Assert.InRange(rack.Bank.Report.ChargeVoltageLimitMillivolts, soonMillivolts - 6, soonMillivolts + 6);
            rack.Wait(1600);
            Assert.Equal(laterMillivolts, rack.Bank.Report.ChargeVoltageLimitMillivolts);
            rack.Bank.Execute("MOD1:SOC 50 PCT");
            rack.Wait(1700);
            Assert.Equal(56_000, rack.Bank.Report.ChargeVoltageLimitMillivolts);
        }

        [Fact]
        public void Switches_OfFull_TakeEffectAtOnce()
        {
            var rack = new Rack(TestProfiles.With("generic-16s-100", (ProfileKey.FullDropsChargeEnable, 0)), soc: 1000);
            rack.Wait(3);
            Assert.True(rack.Bank.Report.ChargeEnabled);
            rack.Bank.Execute("POL:FULL:ENAB OFF");
            rack.Wait(2);
            Assert.False(rack.Bank.Report.ChargeEnabled);
            Assert.True(rack.Battery(1).CanCharge);
            rack.Bank.Execute("POL:FULL:FET OFF");
            Assert.False(rack.Battery(1).CanCharge);
            Assert.Equal("0", rack.Bank.Execute("POL:FULL:FET?"));
        }

        [Fact]
        public void Soc_OfPartAmpereHours_IsNotRoundedAway()
        {
            foreach (string name in ProfileCatalogue.Names)
            {
                var rack = new Rack(4, name, soc: 1000);
                rack.Wait(2);
                Assert.Equal(1000, rack.Bank.Report.SocPermille);
            }
        }
    }
}
