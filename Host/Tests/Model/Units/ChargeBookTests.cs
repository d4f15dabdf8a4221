using System;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Where the charge of a battery goes and what its gauge makes of it, to the mA ms and to the permille.</summary>
    public class ChargeBookTests
    {
        private const long AmpereHour = 3_600_000_000;

        // Of what flows in 0.5 % is lost, of what flows out nothing; a BMS that is awake takes 3 W of 51.2 V, 58.6 mA.
        [Theory]
        [InlineData(20_000, false, 6_000_000)]
        [InlineData(-20_000, false, 0)]
        [InlineData(0, false, 0)]
        [InlineData(20_000, true, 6_000_000 + 3_515_625)]
        [InlineData(-20_000, true, 3_515_625)]
        [InlineData(0, true, 3_515_625)]
        public void Charge_OfAMinute_IsStoredOrLost(int milliamps, bool isAwake, long lost)
        {
            BatteryAlone battery = BatteryAlone.Of(
                (ProfileKey.CoulombEfficiencyPermille, 995),
                (ProfileKey.SelfConsumptionMilliwatts, 3000),
                (ProfileKey.NominalVoltageMillivolts, 51_200));
            BatteryModule module = battery.Module;
            if (isAwake)
            {
                module.SkipToRunning();
            }

            long before = module.ChargeMilliampMilliseconds;
            battery.Pass(milliamps, 60);
            long through = milliamps * 60_000L;
            Assert.Equal(through, module.ThroughputMilliampMilliseconds);
            Assert.InRange(module.LostMilliampMilliseconds, lost - 60, lost + 60);
            Assert.Equal(before + through - module.LostMilliampMilliseconds, module.ChargeMilliampMilliseconds);
        }

        [Fact]
        public void Charge_WhileTheBmsStarts_IsTakenByItToo()
        {
            BatteryAlone battery = BatteryAlone.Of(
                (ProfileKey.SelfConsumptionMilliwatts, 3000),
                (ProfileKey.NominalVoltageMillivolts, 51_200),
                (ProfileKey.StartupMilliseconds, 60_000));
            battery.Pass(0, 10);
            Assert.Equal(0, battery.Module.LostMilliampMilliseconds);
            battery.Module.Power.Wake(battery.NowMilliseconds, 0);
            battery.Pass(0, 20);
            Assert.Equal(PowerState.Starting, battery.Module.Power.State);
            Assert.InRange(battery.Module.LostMilliampMilliseconds, (20 * 58_594) - 60, 20 * 58_594);
        }

        // What flows in above full is in the cells, not in the gauge: 1 % more than full and then 3 % less are 97 % to it.
        [Fact]
        public void Gauge_AboveFull_CountsNoFurther()
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            battery.Module.SetSocPermille(1000);
            battery.Pass(10_000, 360);
            battery.Pass(-100_000, 108);
            Assert.Equal(970, battery.Module.SocPermille);
        }

        // 5 % flow in; a gauge that is wrong by e permille counts 50 and 0.05 e permille.
        [Theory]
        [InlineData(0, 0, 550)]
        [InlineData(200, 0, 560)]
        [InlineData(0, 160, 558)]
        [InlineData(200, 300, 575)]
        [InlineData(-500, 100, 530)]
        [InlineData(0, -320, 534)]
        [InlineData(200, -200, 550)]
        public void Gauge_Wrong_CountsBothErrorsOnTopOfTheCharge(int error, int fault, int permille)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            battery.Module.GaugeErrorPermille = error;
            battery.Module.FaultErrorPermille = fault;
            battery.Pass(100_000, 180);
            Assert.Equal(550, battery.Soc * 1000, 0.001);
            Assert.InRange(battery.Module.SocPermille, permille - 1, permille);
        }

        // 1.3 % for each mV that the current takes from a cell: 5 milliohms over 16 cells; never outside 0 to 100 %.
        [Theory]
        [InlineData(500, -16_000, 435)]
        [InlineData(500, 16_000, 565)]
        [InlineData(500, 0, 500)]
        [InlineData(100, -16_000, 35)]
        [InlineData(60, -32_000, 0)]
        [InlineData(10, -100_000, 0)]
        [InlineData(880, 16_000, 945)]
        [InlineData(900, 32_000, 1000)]
        [InlineData(980, 100_000, 1000)]
        [InlineData(1, 16_000, 66)]
        [InlineData(0, 16_000, 65)]
        public void Gauge_ThatFollowsTheVoltage_MovesWithTheDropAndStaysInItsRange(int permille, int milliamps, int shown)
        {
            var bank = new BatteryBank(
                TestProfiles.With("generic-16s-100", BatteryAlone.Plain((ProfileKey.SeriesResistanceMicroohms, 5_000))), 1, new Prng(1));
            BatteryModule module = bank.ModuleAt(0);
            module.GaugeFollowsVoltage = true;
            bank.UseGauges();
            module.SetSocPermille(permille);

            // Below 20 % a cell's resistance rises.
            float above = module.SeriesMilliohms / 5f;
            module.RecordCurrent((int)(milliamps / above));
            module.StepOneSecond(0, 1000);
            Assert.InRange(module.SocPermille, shown - 1, shown + 1);
            Assert.InRange(module.SocPermille, 0, 1000);
        }

        // The branch of the curve is what such a gauge was made for: 35 mV of it move nothing.
        [Theory]
        [InlineData(16_000)]
        [InlineData(-16_000)]
        public void Gauge_ThatFollowsTheVoltage_KnowsTheBranch(int milliamps)
        {
            var bank = new BatteryBank(
                TestProfiles.With(
                    "generic-16s-100",
                    BatteryAlone.Plain((ProfileKey.SeriesResistanceMicroohms, 5_000), (ProfileKey.HysteresisMicrovolts, 35_000))),
                1,
                new Prng(1));
            BatteryModule module = bank.ModuleAt(0);
            module.GaugeFollowsVoltage = true;
            bank.UseGauges();
            for (int second = 1; second <= 1200; second++)
            {
                module.RecordCurrent(milliamps);
                module.StepOneSecond(milliamps * 1000L, second * 1000L);
            }

            double counted = module.ChargeMilliampMilliseconds / 3_600.0 / module.CapacityMilliampereHours;
            Assert.InRange(module.SocPermille - counted, (milliamps / 1000 * 65 / 16) - 2, (milliamps / 1000 * 65 / 16) + 2);
        }

        // 1 % above full: it goes with a time constant of an hour once nothing charges any more, and not before; what is not above full stays.
        [Theory]
        [InlineData(1000, 0, 0.3679)]
        [InlineData(1000, -1, 0.3679)]
        [InlineData(1000, 1, 1)]
        [InlineData(980, 0, 1)]
        public void Surplus_AboveFull_GoesAtRestOnly(int permille, int milliamps, double left)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            BatteryModule module = battery.Module;
            module.SetSocPermille(permille);
            long start = module.ChargeMilliampMilliseconds;
            battery.Pass(10_000, 360);
            Assert.Equal(start + AmpereHour, module.ChargeMilliampMilliseconds);
            Assert.Equal(Math.Min(1000, permille + 10), module.SocPermille);
            battery.Pass(milliamps, 3600);
            long gone = module.LostMilliampMilliseconds;
            Assert.Equal(AmpereHour * (1 - left), gone, AmpereHour * 0.002);
            Assert.Equal(start + AmpereHour + (milliamps * 3_600_000L) - gone, module.ChargeMilliampMilliseconds);
        }

        // Of 1 Ah 2 permille are 7.2 As: a second at 12 A leaves less than nothing, and a second more still less.
        [Fact]
        public void Gauge_BelowNothing_ShowsNothing()
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            battery.Module.SetCapacity(1000);
            battery.Module.SetSocPermille(2);
            battery.Pass(-12_000, 1);
            Assert.Equal(0, battery.Module.SocPermille);
            battery.Pass(-12_000, 1);
            Assert.Equal(0, battery.Module.SocPermille);
        }

        // Each second the permille that is counted, not that of a second before.
        [Theory]
        [InlineData(200, -500_000)]
        [InlineData(200, 500_000)]
        [InlineData(600, -20_000)]
        [InlineData(600, 20_000)]
        public void Gauge_InEverySecond_ShowsWhatIsInTheCells(int permille, int milliamps)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            battery.Module.SetSocPermille(permille);
            for (int second = 0; second < 60; second++)
            {
                battery.Pass(milliamps, 1);
                Assert.Equal(battery.CountedPermille, battery.Module.SocPermille);
            }
        }
    }
}
