using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Between full and not full: what the gauge shows in each second, and when the battery is looked at on its way there.</summary>
    public class GaugeHoldTests
    {
        // Full shows 100 % until its first share was drawn, and from then on what was counted, however high the gauge goes before full.
        [Theory]
        [InlineData(990, 50)]
        [InlineData(990, 10)]
        [InlineData(970, 10)]
        [InlineData(1000, 30)]
        public void Full_Drawn_ShowsAHundredPercentUntilItsFirstShareIsGone(int hold, int release)
        {
            BatteryAlone battery = Full(hold, release);
            for (int second = 0; second < 300; second++)
            {
                battery.Pass(-100_000, 1);
                int counted = battery.CountedPermille;
                int shown = counted > 1000 - release ? 1000 : counted > hold ? hold : counted;

                // Full ends with a look, which is every third second.
                Assert.True(
                    battery.Module.SocPermille == shown || (counted > hold && counted > 1000 - release - 2 && battery.Module.SocPermille == 1000),
                    $"{counted} counted, {battery.Module.SocPermille} shown");
            }

            Assert.False(battery.Module.Full.IsFull);
        }

        [Theory]
        [InlineData(960, 950)]
        [InlineData(951, 950)]
        [InlineData(950, 950)]
        [InlineData(949, 949)]
        public void Hold_OfTheProduct_IsShownUntilFull(int permille, int shown)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.FullHoldPermille, 950), (ProfileKey.FullReleasePermille, 10)));
            battery.Module.SkipToRunning();
            battery.Module.SetSocPermille(permille);
            Assert.Equal(shown, battery.Module.SocPermille);
            battery.Pass(0, 6);
            Assert.Equal(shown, battery.Module.SocPermille);
        }

        // A hold of 0 by a fault is one; none is -1, and then the product's holds.
        [Theory]
        [InlineData(0, 0)]
        [InlineData(1, 1)]
        [InlineData(300, 300)]
        [InlineData(700, 500)]
        [InlineData(-1, 500)]
        public void Hold_OfAFault_IsTheMostThatIsShown(int hold, int shown)
        {
            var bank = new BatteryBank(ProfileCatalogue.Create("generic-16s-100"), 1, new Prng(1));
            BatteryModule module = bank.ModuleAt(0);
            module.SetSocPermille(500);
            bank.FaultHoldPermille = hold;
            bank.UseGauges();
            module.StepOneSecond(0, 1000);
            Assert.Equal(shown, module.SocPermille);
            bank.FaultHoldPermille = -1;
            bank.UseGauges();
            module.StepOneSecond(0, 2000);
            Assert.Equal(500, module.SocPermille);
        }

        // At 70 % and 1 A sixteen cells have 53.2 V: within 0.1 V of a CVL of 52.8 or 53.3 V, and not of one of 53.4 V. A minute of it is a full
        // battery, seen with the look that ends it.
        [Theory]
        [InlineData(52_800, true)]
        [InlineData(53_300, true)]
        [InlineData(53_400, false)]
        public void Full_OfALowChargeVoltage_ComesAfterItsMinute(int chargeVoltageMillivolts, bool isFull)
        {
            BatteryAlone battery = BatteryAlone.Of(
                BatteryAlone.Plain((ProfileKey.ChargeVoltageLimitMillivolts, chargeVoltageMillivolts), (ProfileKey.FullSeconds, 60)));
            battery.Module.SkipToRunning();
            battery.Module.SetSocPermille(700);
            battery.Pass(1_000, 59);
            Assert.False(battery.Module.Full.IsFull);
            Assert.Equal(700, battery.Module.SocPermille);
            battery.Pass(1_000, 3);
            Assert.Equal((isFull, isFull ? 1000 : 700), (battery.Module.Full.IsFull, battery.Module.SocPermille));
            Assert.Equal(isFull ? 0 : 100_000, battery.Module.ChargeCurrentLimitMilliamps);
        }

        // The first step is at 3.45 V of the highest cell, below the 3.49 V of a cell at CVL.
        [Theory]
        [InlineData(3449, 100_000)]
        [InlineData(3451, 50_000)]
        [InlineData(3475, 50_000)]
        public void Step_BelowTheChargeVoltage_IsTakenWithinThreeSeconds(int cellMillivolts, int limitMilliamps)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.SeriesResistanceMicroohms, 5_000)));
            battery.Module.SkipToRunning();
            battery.Module.SetSocPermille(780);
            battery.Module.SetResistancePermille(10_000);
            battery.Pass((cellMillivolts - 3328) * 16 * 1000 / 50, 4);
            Assert.Equal(cellMillivolts, battery.Module.CellMaxMillivolts);
            Assert.Equal(limitMilliamps, battery.Module.ChargeCurrentLimitMilliamps);
        }

        private static BatteryAlone Full(int hold, int release)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.FullHoldPermille, hold), (ProfileKey.FullReleasePermille, release)));
            battery.Module.SkipToRunning();
            battery.Module.SetSocPermille(1000);
            return battery;
        }
    }
}
