using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Limits of a battery where two things hold them down at once: the lower one counts.</summary>
    public class LimitTests
    {
        // 50 A continuously: a limit that lies below stays what it is.
        [Theory]
        [InlineData(100_000, 100_000, 50_000, 50_000)]
        [InlineData(40_000, 100_000, 40_000, 50_000)]
        [InlineData(100_000, 40_000, 50_000, 40_000)]
        public void PeakUsedUp_OfAnyLimits_NeverRaisesOne(int charge, int discharge, int chargeThen, int dischargeThen)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain(
                (ProfileKey.ContinuousCurrentMilliamps, 50_000),
                (ProfileKey.PeakSeconds, 6),
                (ProfileKey.ChargeCurrentLimitMilliamps, charge),
                (ProfileKey.DischargeCurrentLimitMilliamps, discharge)));
            battery.Module.SkipToRunning();
            Assert.Equal((charge, discharge), (battery.Module.ChargeCurrentLimitMilliamps, battery.Module.DischargeCurrentLimitMilliamps));
            battery.Pass(-60_000, 7);
            Assert.Equal((chargeThen, dischargeThen), (battery.Module.ChargeCurrentLimitMilliamps, battery.Module.DischargeCurrentLimitMilliamps));
        }

        // No time at all: the first look that finds the current above, one in three seconds, uses it up, and the next one below gives it back.
        [Fact]
        public void Peak_OfNoSeconds_HoldsTheLimitsFromTheFirstLook()
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.ContinuousCurrentMilliamps, 50_000), (ProfileKey.PeakSeconds, 0)));
            battery.Module.SkipToRunning();
            battery.Pass(-60_000, 4);
            Assert.Equal((50_000, 50_000), (battery.Module.ChargeCurrentLimitMilliamps, battery.Module.DischargeCurrentLimitMilliamps));
            battery.Pass(0, 3);
            Assert.Equal((100_000, 100_000), (battery.Module.ChargeCurrentLimitMilliamps, battery.Module.DischargeCurrentLimitMilliamps));
        }

        // CCL is what the catch-up limiter lets through, in each second in which it holds, whichever of them the limits are worked out in.
        [Fact]
        public void Limiter_WhileItHolds_IsTheLimitInEverySecond()
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain(
                (ProfileKey.ChargeLimiterStartMilliamps, 50_000), (ProfileKey.ChargeLimiterMilliamps, 10_000)));
            battery.Module.SkipToRunning();
            for (int second = 0; second < 3; second++)
            {
                battery.Pass(40_000, 1);
                Assert.Equal(100_000, battery.Module.ChargeCurrentLimitMilliamps);
            }

            for (int second = 0; second < 6; second++)
            {
                battery.Pass(60_000, 1);
                Assert.True(battery.Module.IsLimiting);
                Assert.Equal((10_000, 100_000), (battery.Module.ChargeCurrentLimitMilliamps, battery.Module.DischargeCurrentLimitMilliamps));
            }
        }

        // Full opens the charge FET; it is as open where the BMS holds it open anyway.
        [Theory]
        [InlineData(0, false, true)]
        [InlineData(Blocks.Charge, false, true)]
        [InlineData(Blocks.Both, false, false)]
        public void FullThatOpensTheChargeFet_WithAFetHeldOpen_OpensBoth(int held, bool canCharge, bool canDischarge)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.FullOpensChargeFet, 1), (ProfileKey.FullDelaySeconds, 0)));
            battery.Module.SetSocPermille(1000);
            battery.Module.HeldOpen = held;
            battery.Module.SkipToRunning();
            battery.Pass(0, 3);
            Assert.Equal((canCharge, canDischarge), (battery.Module.CanCharge, battery.Module.CanDischarge));
        }

        // Where DCL ends at the very voltage at which it begins to fall, it is whole down to there.
        [Theory]
        [InlineData(2_801, 100_000)]
        [InlineData(2_800, 100_000)]
        [InlineData(2_799, 0)]
        [InlineData(0, 0)]
        public void DischargeTaper_OfNoWidth_IsAStep(int cellMillivolts, int milliamps)
        {
            var limits = new CurrentDerating(TestProfiles.With(
                "generic-16s-100",
                (ProfileKey.DischargeCurrentLimitMilliamps, 100_000),
                (ProfileKey.DischargeTaperCellMillivolts, 2_800),
                (ProfileKey.DischargeStopCellMillivolts, 2_800)));
            Assert.Equal(milliamps, limits.DischargeMilliamps(500, cellMillivolts, 250));
        }

        // A table with two temperatures at which the limit is whole: it is the very limit at both, of whatever size.
        [Theory]
        [InlineData(-50, 99_950)]
        [InlineData(0, 99_950)]
        [InlineData(100, 49_900)]
        [InlineData(200, 99_950)]
        [InlineData(300, 99_950)]
        public void TableWithTwoWholeRanges_OfALimitOfPartTenths_IsTheLimitInBoth(int decidegrees, int milliamps)
        {
            var limits = new CurrentDerating(
                TestProfiles.With(
                    "generic-16s-100", (ProfileKey.ChargeCurrentLimitMilliamps, 9_995_000), (ProfileKey.DischargeCurrentLimitMilliamps, 99_950))
                .With(ProfileKey.ChargeTemperatureTable, 0, "0C:100% 10C:50% 20C:100%")
                .With(ProfileKey.DischargeTemperatureTable, 0, "0C:100% 10C:50% 20C:100%"));
            Assert.Equal(milliamps, limits.DischargeMilliamps(500, 3300, decidegrees));
            Assert.Equal(milliamps == 49_900 ? 4_997_500 : 9_995_000, limits.ChargeMilliamps(500, decidegrees, new FullCharge()));
        }
    }
}
