using System;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>The branch of charge and discharge of a cell on the plateau, mV above its rest voltage: its height, the way there and back.</summary>
    public class CurveBranchTests
    {
        // 35 mV at 25 degrees Celsius and 0.2C; a cell of 100 Ah.
        private readonly BatteryAlone _battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.HysteresisMicrovolts, 35_000)));

        // The whole height from 0.2C on and a part of it below, at least 0.3; the way there is 35 mV for 3 % (a 33rd) of the capacity.
        [Theory]
        [InlineData(20_000, 60, 3.85)]
        [InlineData(20_000, 540, 34.65)]
        [InlineData(20_000, 600, 35)]
        [InlineData(40_000, 270, 34.65)]
        [InlineData(40_000, 300, 35)]
        [InlineData(10_000, 540, 17.325)]
        [InlineData(10_000, 700, 17.5)]
        [InlineData(2_000, 1500, 9.625)]
        [InlineData(2_000, 1800, 10.5)]
        [InlineData(1_000, 3500, 10.5)]
        public void Charge_FromRest_ClimbsToThePartOfItsRate(int milliamps, int seconds, double millivolts)
        {
            _battery.Pass(milliamps, seconds);
            Assert.Equal(millivolts, _battery.LiftMillivolts, 0.02);
        }

        // An eighth of that of charge, reached with 0.3 % of the capacity.
        [Theory]
        [InlineData(-20_000, 30, -2.3333)]
        [InlineData(-20_000, 54, -4.2)]
        [InlineData(-20_000, 60, -4.375)]
        [InlineData(-20_000, 1800, -4.375)]
        [InlineData(-100_000, 12, -4.375)]
        public void Draw_FromRest_SinksToAnEighth(int milliamps, int seconds, double millivolts)
        {
            _battery.Pass(milliamps, seconds);
            Assert.Equal(millivolts, _battery.LiftMillivolts, 0.02);
        }

        // Half a percent, 90 s at 20 A; after a third of it a third is gone at least, and no more than half.
        [Fact]
        public void Draw_AfterCharge_EndsItsBranchWithinHalfAPercent()
        {
            _battery.Pass(20_000, 600);
            _battery.Pass(-20_000, 30);
            Assert.InRange(_battery.LiftMillivolts, 35 * 0.4, 35 * 0.67);
            _battery.Pass(-20_000, 60);
            Assert.InRange(_battery.LiftMillivolts, -4.375, 0);
            _battery.Pass(-20_000, 60);
            Assert.Equal(-4.375, _battery.LiftMillivolts, 0.02);
        }

        // Next to nothing is drawn, so that it comes back as at rest, and by that little more.
        [Fact]
        public void Draw_OfTenMilliamps_ComesBackNoSlowerThanAtRest()
        {
            _battery.Pass(20_000, 600);
            _battery.Pass(-10, 120);
            Assert.InRange(_battery.LiftMillivolts, LeftAfterRest(120) - 0.05, LeftAfterRest(120));
        }

        // 40, 35 and 15 parts of 90 with 2 minutes, 25 minutes and 6 hours, as published.
        [Theory]
        [InlineData(120)]
        [InlineData(600)]
        [InlineData(3600)]
        public void Rest_AfterCharge_LeavesThePublishedShare(int seconds)
        {
            double published = Published(seconds);
            Assert.Equal(published, LeftAfterRest(seconds) / 35, 0.02);
        }

        // The eighth that is left of the other branch is what the published terms have left after 6,800 s; it goes on from there.
        [Fact]
        public void Rest_AfterDraw_ComesBackAsTheLastEighthDoes()
        {
            Assert.Equal(0.125, Published(6800), 0.002);
            _battery.Pass(-20_000, 100);
            _battery.Pass(0, 7200);
            Assert.Equal(Published(6800 + 7200) / 0.125, _battery.LiftMillivolts / -4.375, 0.03);
        }

        // 24.5 mV lie between the branch of 0.2C, 35 mV, and that of 0.02C, 10.5 mV: seven tenths of the whole, as the published terms have after
        // 113 s. From there it takes a fifth of the time that it takes at rest.
        [Theory]
        [InlineData(60)]
        [InlineData(600)]
        [InlineData(3600)]
        public void SlowerCharge_FromAHigherBranch_ComesDownFiveTimesAsFastAsAtRest(int seconds)
        {
            Assert.Equal(0.7, Published(113), 0.002);
            _battery.Pass(20_000, 600);
            _battery.Pass(2_000, seconds);
            Assert.Equal(Published(113 + (5 * seconds)), (_battery.LiftMillivolts - 10.5) / 35, 0.02);
        }

        // As every resistance: 1.89 times at 0 degrees, 0.91 at 35.
        [Theory]
        [InlineData(0, 20_000, 66.15)]
        [InlineData(0, -20_000, -8.269)]
        [InlineData(350, 20_000, 31.85)]
        [InlineData(350, -20_000, -3.981)]
        public void Height_OverTemperature_GoesWithTheResistances(int decidegrees, int milliamps, double millivolts)
        {
            _battery.At(decidegrees).Pass(milliamps, 600);
            Assert.Equal(millivolts, _battery.LiftMillivolts, 0.05);
        }

        // 66 mV are beyond the whole branch of 35 mV: they come back as the whole of it does, with 260 s.
        [Fact]
        public void Rest_WarmedAfterAChargeInTheCold_ComesBackAsFromTheWholeBranch()
        {
            _battery.At(0).Pass(20_000, 600);
            _battery.At(250).Pass(0, 60);
            Assert.Equal(66.15 * Math.Exp(-60 / 260.0), _battery.LiftMillivolts, 0.3);
        }

        [Fact]
        public void Cell_WithoutABranch_HasNoneEitherWay()
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain());
            foreach (int milliamps in new[] { 20_000, 0, -20_000, 0 })
            {
                battery.Pass(milliamps, 30);
                Assert.Equal(0, battery.LiftMillivolts, 0.001);
            }
        }

        private static double Published(int seconds) =>
            ((40 * Math.Exp(-seconds / 120.0)) + (35 * Math.Exp(-seconds / 1500.0)) + (15 * Math.Exp(-seconds / 21600.0))) / 90;

        private static double LeftAfterRest(int seconds)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.HysteresisMicrovolts, 35_000)));
            battery.Pass(20_000, 600);
            battery.Pass(0, seconds);
            return battery.LiftMillivolts;
        }
    }
}
