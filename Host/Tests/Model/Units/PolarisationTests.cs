using System;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Two resistances that take their time: U' = (I R - U) / tau, 2.5 milliohms each with 30 s and with 600 s.</summary>
    public class PolarisationTests
    {
        [Theory]
        [InlineData(20_000, 250, 1.0)]
        [InlineData(-20_000, 250, 1.0)]
        [InlineData(-20_000, 0, 1.89)]
        [InlineData(20_000, 350, 0.91)]
        public void Voltage_UnderACurrentAndAtRest_FollowsBothTimeConstants(int milliamps, int decidegrees, double warmth)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain(
                (ProfileKey.FastPolarisationMicroohms, 2_500),
                (ProfileKey.FastPolarisationSeconds, 30),
                (ProfileKey.SlowPolarisationMicroohms, 2_500),
                (ProfileKey.SlowPolarisationSeconds, 600))).At(decidegrees);
            double whole = milliamps / 1000.0 * 2.5 * warmth;
            for (int second = 10; second <= 300; second += 10)
            {
                battery.Pass(milliamps, 10);
                Assert.Equal(whole * (2 - Math.Exp(-second / 30.0) - Math.Exp(-second / 600.0)), battery.LiftMillivolts * 16, 0.05);
            }

            double fast = whole * (1 - Math.Exp(-10));
            double slow = whole * (1 - Math.Exp(-0.5));
            for (int second = 10; second <= 300; second += 10)
            {
                battery.Pass(0, 10);
                Assert.Equal((fast * Math.Exp(-second / 30.0)) + (slow * Math.Exp(-second / 600.0)), battery.LiftMillivolts * 16, 0.05);
            }
        }
    }
}
