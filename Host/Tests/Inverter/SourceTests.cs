using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    /// <summary>Grid and generator: until when they charge, when they may, and when a grid that came back counts.</summary>
    public class SourceTests
    {
        // 5 % of 400 Ah are 20 A: a bank that allows 20 A accepts no more, one that allows 21 A does. SOC has no say.
        [Theory]
        [InlineData("3002C800E803C001", 50, false)]
        [InlineData("3002D200E803C001", 50, true)]
        [InlineData("3002D200E803C001", 100, true)]
        [InlineData("30020000E803C001", 99, false)]
        public void GridCharge_EndsWhenTheBankAcceptsFivePercentAndAtNoSoc(string limits, int socPercent, bool goesOn)
        {
            var bench = new InverterBench(new InverterSettings { GridChargeEnabled = true }) { SocPercent = 30 };
            bench.KeepReceiving(10);
            Assert.Equal(100_000, bench.Inverter.CurrentMilliamps);
            bench.SocPercent = socPercent;
            bench.KeepReceiving(70, limits);
            Assert.Equal(goesOn, bench.Inverter.CurrentMilliamps > 0);
        }

        [Fact]
        public void GridCharge_HeldBackByTheInverterItself_DoesNotEnd()
        {
            var bench = new InverterBench(new InverterSettings { GridChargeEnabled = true, GridChargeLimitMilliamps = 10_000 }) { SocPercent = 30 };
            bench.KeepReceiving(10);
            bench.SocPercent = 60;
            bench.KeepReceiving(200);
            Assert.Equal(10_000, bench.Inverter.CurrentMilliamps);
        }

        // Six o'clock to eight; up to 80 %.
        [Theory]
        [InlineData(5 * 60, 20, false)]
        [InlineData(6 * 60, 20, true)]
        [InlineData(6 * 60, 79, true)]
        [InlineData(6 * 60, 80, false)]
        [InlineData(8 * 60, 20, false)]
        public void TimeOfUse_IntervalWithoutTheChargeTick_BlocksSilently(int minutes, int socPercent, bool charges)
        {
            var settings = new InverterSettings
            {
                GridChargeEnabled = true,
                TimeOfUse = true,
                TimeOfDayMinutes = minutes,
                TimeOfUseFromMinutes = 6 * 60,
                TimeOfUseToMinutes = 8 * 60,
                TimeOfUseSocPermille = 800,
            };
            var bench = new InverterBench(settings) { SocPercent = socPercent };
            bench.KeepReceiving(10);
            Assert.Equal(charges, bench.Inverter.CurrentMilliamps > 0);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.Equal(InverterWarning.None, bench.Inverter.Warning);
        }

        [Theory]
        [InlineData(false, 300)]
        [InlineData(true, 30)]
        public void Grid_ThatCameBack_IsUsedAfterItsTime(bool isGenerator, int seconds)
        {
            var settings = new InverterSettings { LoadWatts = 10_400, DischargeLimitMilliamps = 100_000, GridIsGenerator = isGenerator };
            var bench = new InverterBench(settings);
            bench.KeepReceiving(10);
            Assert.Equal(5200, bench.Inverter.GridWatts);
            bench.Inverter.Settings.GridPresent = false;
            bench.Inverter.Settings.LoadWatts = 2600;
            bench.KeepReceiving(10);
            Assert.Equal(0, bench.Inverter.GridWatts);
            Assert.False(bench.Inverter.IsGridConnected);
            bench.Inverter.Settings.GridPresent = true;
            bench.KeepReceiving(seconds - 1);
            Assert.False(bench.Inverter.IsGridConnected);
            bench.KeepReceiving(2);
            Assert.True(bench.Inverter.IsGridConnected);
        }
    }
}
