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

        [Fact]
        public void VoltageFault_OfOneBattery_BeginsAndEndsByItself()
        {
            var rack = new Rack(2, soc: 600);
            rack.Current(-120);
            rack.Wait(60);
            rack.Bank.Execute("FAUL:GAUG:VOLT 2,10 S,2 MIN");
            rack.Wait(5);
            Assert.InRange(rack.Battery(2).SocPermille, 570, 600);
            rack.Wait(60);
            Assert.InRange(rack.Battery(1).SocPermille, 560, 600);
            Assert.InRange(rack.Battery(2).SocPermille, 0, 300);
            Assert.Equal("COUN", rack.Bank.Execute("MOD2:GAUG?"));
            rack.Wait(80);
            Assert.InRange(rack.Battery(2).SocPermille, 540, 600);
        }

        [Fact]
        public void ErrorFault_WhileItActs_CountsWronglyAndStaysWrongUntilFull()
        {
            var rack = new Rack(2, profile: "generic-16s-100", soc: 500);
            rack.Bank.Execute("FAUL:GAUG:ERR -20 PCT,1,0,30 MIN");
            rack.Current(100);
            rack.Wait(1800);
            Assert.InRange(rack.Battery(1).SocPermille, 685, 705);
            Assert.InRange(rack.Battery(2).SocPermille, 740, 758);
            rack.Wait(1200);
            int behind = rack.Battery(2).SocPermille - rack.Battery(1).SocPermille;
            Assert.InRange(behind, 38, 65);

            rack.Current(3);
            rack.WaitUntil(() => rack.Battery(1).SocPermille == 1000, 40_000);
            Assert.Equal(1000, rack.Battery(1).SocPermille);
        }

        [Fact]
        public void HoldFault_UntilItEnds_ShowsNoMore()
        {
            var rack = new Rack(soc: 985);
            rack.Bank.Execute("FAUL:GAUG:HOLD 95,0,60 S");
            rack.Wait(3);
            Assert.Equal(95, rack.SocOnWire);
            Assert.Equal("99.0", rack.Bank.Execute("POL:FULL:HOLD?"));
            rack.Wait(61);
            Assert.InRange(rack.SocOnWire, 98, 99);
        }

        [Fact]
        public void MasterFault_WhileItActs_LeavesTheOthersOut()
        {
            var rack = new Rack(2, soc: 500);
            rack.Bank.Execute("MOD1:SOC 80 PCT;:FAUL:GAUG:MAST ON,20 S,20 S");
            rack.Wait(10);
            Assert.InRange(rack.SocOnWire, 63, 67);
            rack.Wait(20);
            Assert.InRange(rack.SocOnWire, 78, 80);
            Assert.Equal("weighted", rack.Bank.Execute("POL:SOC?"));
            rack.Wait(20);
            Assert.InRange(rack.SocOnWire, 63, 67);
        }

        [Theory]
        [InlineData("FAUL:CLE")]
        [InlineData("FAUL:GAUG:VOLT OFF;HOLD OFF;MAST OFF")]
        [InlineData("*RST;:MOD1:SOC 60 PCT;:MOD2:SOC 50 PCT")]
        public void Faults_Ended_ShowTheRightValueAtOnce(string ending)
        {
            var rack = new Rack(2, soc: 500);
            rack.Bank.Execute("MOD1:SOC 60 PCT;:FAUL:GAUG:VOLT 0;HOLD 30;MAST ON");
            rack.Wait(5);
            Assert.InRange(rack.SocOnWire, 0, 30);
            rack.Bank.Execute(ending);
            rack.Wait(5);
            Assert.InRange(rack.SocOnWire, 54, 56);
            Assert.Equal("0", rack.Bank.Execute("FAUL:COUN?"));
        }

        [Fact]
        public void Faults_AcrossARebuild_ActOnTheNewBank()
        {
            var rack = new Rack(2, soc: 500);
            rack.Bank.Execute("FAUL:GAUG:HOLD 30,0,10 MIN");
            rack.Wait(3);
            rack.Bank.Execute("BANK:BATT 3");
            rack.Wait(5);
            Assert.Equal(30, rack.SocOnWire);
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
