using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Current limits of one battery whose rows are round numbers: 100 A in, 80 A out, steps of 90, 60 and 30 %.</summary>
    public class DeratingTests
    {
        private const string ChargeTable = "0C:0% 10C:50% 20C:100% 40C:100% 50C:0%";
        private const string DischargeTable = "-20C:0% 0C:100% 50C:100% 60C:0%";

        private static readonly BatteryProfile Profile = TestProfiles.With(
            "generic-16s-100",
            (ProfileKey.ChargeCurrentLimitMilliamps, 100_000),
            (ProfileKey.DischargeCurrentLimitMilliamps, 80_000),
            (ProfileKey.ChargeTaperStartPermille, 950),
            (ProfileKey.ChargeTaperPercent, 50),
            (ProfileKey.ChargeFullPercent, 10),
            (ProfileKey.ChargeStepOneCellMillivolts, 3450),
            (ProfileKey.ChargeStepTwoCellMillivolts, 3500),
            (ProfileKey.ChargeStepThreeCellMillivolts, 3550),
            (ProfileKey.ChargeStopCellMillivolts, 3600),
            (ProfileKey.ChargeStepReleaseCellMillivolts, 3400),
            (ProfileKey.ChargeStepOnePercent, 90),
            (ProfileKey.ChargeStepTwoPercent, 60),
            (ProfileKey.ChargeStepThreePercent, 30),
            (ProfileKey.DischargeTaperCellMillivolts, 3000),
            (ProfileKey.DischargeStopCellMillivolts, 2800),
            (ProfileKey.ChargeVoltageLimitMillivolts, 56_100),
            (ProfileKey.CapacityMilliampereHours, 100_000),
            (ProfileKey.FullTailPermille, 50),
            (ProfileKey.FullSeconds, 6),
            (ProfileKey.FullHoldPermille, 990),
            (ProfileKey.FullReleasePermille, 20),
            (ProfileKey.FullDelaySeconds, 0),
            (ProfileKey.RechargePermille, 950))
            .With(ProfileKey.ChargeTemperatureTable, 0, ChargeTable)
            .With(ProfileKey.DischargeTemperatureTable, 0, DischargeTable);

        private readonly BatteryConstants _constants = new(Profile, OcvCurve.CreateLfp());
        private readonly CurrentDerating _limits = new(Profile);

        [Theory]
        [InlineData(500, 250, 0, 100_000)]
        [InlineData(950, 250, 0, 100_000)]
        [InlineData(951, 250, 0, 50_000)]
        [InlineData(500, 250, 1, 90_000)]
        [InlineData(500, 250, 2, 60_000)]
        [InlineData(500, 250, 3, 30_000)]
        [InlineData(500, 250, 4, 0)]
        [InlineData(951, 250, 1, 50_000)]
        [InlineData(951, 250, 2, 50_000)]
        [InlineData(951, 250, 3, 30_000)]
        [InlineData(500, -100, 0, 0)]
        [InlineData(500, 0, 0, 0)]
        [InlineData(500, 10, 0, 5_000)]
        [InlineData(500, 50, 0, 25_000)]
        [InlineData(500, 100, 0, 50_000)]
        [InlineData(500, 150, 0, 75_000)]
        [InlineData(500, 199, 0, 99_500)]
        [InlineData(500, 200, 0, 100_000)]
        [InlineData(500, 400, 0, 100_000)]
        [InlineData(500, 401, 0, 99_000)]
        [InlineData(500, 450, 0, 50_000)]
        [InlineData(500, 500, 0, 0)]
        [InlineData(500, 600, 0, 0)]
        [InlineData(500, 50, 3, 7_500)]
        [InlineData(951, 50, 0, 12_500)]
        public void Charge_SocTemperatureAndStep_EachTakesItsPart(int socPermille, int decidegrees, int step, int milliamps)
        {
            Assert.Equal(milliamps, _limits.ChargeMilliamps(socPermille, decidegrees, AtStep(step)));
        }

        [Theory]
        [InlineData(1, 3000, 250, 80_000)]
        [InlineData(0, 3000, 250, 0)]
        [InlineData(500, 3300, 250, 80_000)]
        [InlineData(500, 2999, 250, 79_600)]
        [InlineData(500, 2900, 250, 40_000)]
        [InlineData(500, 2801, 250, 400)]
        [InlineData(500, 2800, 250, 0)]
        [InlineData(500, 2700, 250, 0)]
        [InlineData(500, 3300, -200, 0)]
        [InlineData(500, 3300, -100, 40_000)]
        [InlineData(500, 3300, -1, 79_600)]
        [InlineData(500, 3300, 0, 80_000)]
        [InlineData(500, 3300, 500, 80_000)]
        [InlineData(500, 3300, 550, 40_000)]
        [InlineData(500, 3300, 600, 0)]
        [InlineData(500, 2900, 550, 20_000)]
        public void Discharge_EmptyLowOrHot_EachTakesItsPart(int socPermille, int cellMinMillivolts, int decidegrees, int milliamps)
        {
            Assert.Equal(milliamps, _limits.DischargeMilliamps(socPermille, cellMinMillivolts, decidegrees));
        }

        [Fact]
        public void Steps_UpWithTheHighestCell_OnlyDownBelowTheReleaseLevel()
        {
            var full = new FullCharge();
            (int CellMax, int Step)[] seconds =
            [
                (3449, 0), (3450, 1), (3450, 1), (3499, 1), (3500, 2), (3549, 2), (3550, 3), (3599, 3), (3600, 4), (5000, 4), (3500, 4),
                (3400, 4), (3399, 0),
                (5000, 1), (5000, 2), (5000, 3), (5000, 4), (3399, 0), (3400, 0),
            ];
            foreach ((int cellMax, int step) in seconds)
            {
                full.Extrapolate(_constants, 3, 900, 53_000, cellMax, 50_000);
                Assert.Equal((cellMax, step), (cellMax, full.Step));
            }

            Assert.False(full.IsFull);
        }

        // 5 % of 100 Ah is the tail; CVL less 0.1 V is near enough; six seconds of it are a full battery.
        [Theory]
        [InlineData(56_000, 3400, 5_000, true)]
        [InlineData(56_000, 3400, 0, true)]
        [InlineData(56_000, 3400, 5_001, false)]
        [InlineData(56_000, 3400, -1, false)]
        [InlineData(55_999, 3400, 5_000, false)]
        [InlineData(57_000, 3400, 1_000, true)]
        public void Full_SixSecondsNearTheLimitWithItsTail_AndNotBefore(int millivolts, int cellMax, int milliamps, bool isFull)
        {
            var full = new FullCharge();
            Assert.False(full.Extrapolate(_constants, 3, 980, millivolts, cellMax, milliamps));
            Assert.Equal(isFull, full.Extrapolate(_constants, 3, 980, millivolts, cellMax, milliamps));
            Assert.Equal(isFull, full.IsFull);
            Assert.Equal(isFull, full.IsRefusing);
            Assert.Equal(isFull ? 1000 : 980, full.Shown(_constants, 980));
        }

        [Fact]
        public void Full_NearForThreeSecondsOnly_StartsOver()
        {
            var full = new FullCharge();
            Assert.False(full.Extrapolate(_constants, 3, 980, 56_000, 3400, 1000));
            Assert.False(full.Extrapolate(_constants, 3, 980, 55_000, 3400, 1000));
            Assert.False(full.Extrapolate(_constants, 3, 980, 56_000, 3400, 1000));
            Assert.True(full.Extrapolate(_constants, 3, 980, 56_000, 3400, 1000));
        }

        [Fact]
        public void Full_HighestCellAtItsLastStep_NeedsNoVoltageOfTheBattery()
        {
            FullCharge full = AtStep(4);
            Assert.False(full.Extrapolate(_constants, 3, 980, 50_000, 3650, 1000));
            Assert.True(full.Extrapolate(_constants, 3, 980, 50_000, 3650, 1000));
            Assert.Equal((true, 4), (full.IsFull, full.Step));
        }

        // At 98 % the battery no longer counts as full but still takes no charge. It takes charge again below 95 % in whole percents, as
        // 0x355 shows it.
        [Theory]
        [InlineData(981, true, true)]
        [InlineData(980, false, true)]
        [InlineData(960, false, true)]
        [InlineData(945, false, true)]
        [InlineData(944, false, false)]
        [InlineData(500, false, false)]
        public void AfterFull_DownTo_IsFullRefusesOrTakes(int countedPermille, bool isFull, bool isRefusing)
        {
            var full = new FullCharge();
            full.Reset(1000);
            Assert.True(full.IsFull);
            full.Extrapolate(_constants, 3, countedPermille, 53_000, 3300, -10_000);
            Assert.Equal((isFull, isRefusing), (full.IsFull, full.IsRefusing));
            Assert.Equal(isRefusing ? 10_000 : 100_000, _limits.ChargeMilliamps(900, 250, full));
        }

        [Theory]
        [InlineData(999, false)]
        [InlineData(1000, true)]
        public void Reset_ToSoc_IsFullAtAHundredPercentOnly(int socPermille, bool isFull)
        {
            var full = new FullCharge();
            full.Reset(socPermille);
            Assert.Equal((isFull, 0), (full.IsFull, full.Step));
        }

        [Theory]
        [InlineData(989, 989)]
        [InlineData(990, 990)]
        [InlineData(991, 990)]
        [InlineData(1000, 990)]
        public void Shown_NotFull_EndsAtTheHold(int countedPermille, int shownPermille)
        {
            Assert.Equal(shownPermille, new FullCharge().Shown(_constants, countedPermille));
        }

        private FullCharge AtStep(int step)
        {
            var full = new FullCharge();
            for (int second = 0; second < step; second++)
            {
                full.Extrapolate(_constants, 3, 500, 53_000, 5000, 50_000);
            }

            Assert.Equal(step, full.Step);
            return full;
        }
    }
}
