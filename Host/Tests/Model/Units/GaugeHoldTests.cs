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
            bank.SetFaultHold(hold);
            bank.UseGauges();
            module.StepOneSecond(0, 1000);
            Assert.Equal(shown, module.SocPermille);
            bank.SetFaultHold(-1);
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
        [InlineData(3450, 50_000)]
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

        // All cells are looked at once in three seconds, each of three neighbours in another of them, and its limits follow in the next second.
        [Theory]
        [InlineData(0, 3)]
        [InlineData(1, 1)]
        [InlineData(2, 2)]
        [InlineData(15, 3)]
        [InlineData(14, 2)]
        public void Neighbours_AreLookedAtInTurn(int shift, int lookSecond)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            BatteryModule module = battery.Module;
            module.SkipToRunning();
            module.SetSocPermille(780);
            module.SetResistancePermille(10_000);
            battery.Pass(0, 3);
            module.ShiftCellTurn(shift);
            for (int second = 1; second <= 4; second++)
            {
                battery.Pass(46_000, 1);
                Assert.Equal((second, second >= lookSecond ? 1 : 0), (second, module.Full.Step));
                Assert.Equal((second, second > lookSecond ? 50_000 : 100_000), (second, module.ChargeCurrentLimitMilliamps));
            }
        }

        // The charge FET opens, where it does, that time after full and not before; looked at in threes.
        [Theory]
        [InlineData(0, 3)]
        [InlineData(9, 9)]
        [InlineData(60, 60)]
        [InlineData(3600, 3600)]
        public void ChargeFet_OfAFullBattery_OpensAfterItsDelay(int delay, int second)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.FullOpensChargeFet, 1), (ProfileKey.FullDelaySeconds, delay)));
            battery.Module.SetSocPermille(1000);
            battery.Module.SkipToRunning();
            for (int passed = 1; passed <= second + 30; passed++)
            {
                battery.Pass(0, 1);
                Assert.Equal((passed, passed < second && delay > 0), (passed, battery.Module.CanCharge));
                Assert.True(battery.Module.Full.IsFull);
                Assert.True(battery.Module.CanDischarge);
            }

            // Below its first share it stays open until it takes charge again.
            battery.Pass(-100_000, 72);
            Assert.Equal((false, false, true), (battery.Module.CanCharge, battery.Module.Full.IsFull, battery.Module.Full.IsRefusing));
            battery.Pass(-100_000, 180);
            Assert.Equal((true, false), (battery.Module.CanCharge, battery.Module.Full.IsRefusing));
        }

        private static BatteryAlone Full(int hold, int release)
        {
            BatteryAlone battery = BatteryAlone.Of(
                BatteryAlone.Plain((ProfileKey.FullHoldPermille, hold), (ProfileKey.FullReleasePermille, release)));
            battery.Module.SkipToRunning();
            battery.Module.SetSocPermille(1000);
            return battery;
        }
    }
}
