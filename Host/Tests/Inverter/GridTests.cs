using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class GridTests
    {
        private const string NoRequests = "C000000000000000";

        [Theory]
        [InlineData(2600, 5200, true, false, 50_000, 0)]
        [InlineData(5200, 2600, true, false, -50_000, 0)]
        [InlineData(0, 10_400, true, false, 100_000, 0)]
        [InlineData(0, 10_400, true, true, 100_000, -5_200)]
        [InlineData(10_400, 0, true, false, -100_000, 5_200)]
        public void Balance_SunHouseAndGrid_AddUp(int load, int solar, bool grid, bool sell, int milliamps, int gridWatts)
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = load, SolarWatts = solar, GridPresent = grid, SellAllowed = sell });
            bench.KeepReceiving(30);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
            Assert.Equal(gridWatts, bench.Inverter.GridWatts);
        }

        [Theory]
        [InlineData(true, true, -50_000, -2600)]
        [InlineData(true, false, 0, 0)]
        [InlineData(false, true, 0, 0)]
        public void SellWatts_GoToTheGridWhereThatIsAllowed(bool sell, bool grid, int milliamps, int gridWatts)
        {
            var bench = new InverterBench(new InverterSettings { SellWatts = 2600, SellAllowed = sell, GridPresent = grid });
            bench.KeepReceiving(30);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
            Assert.Equal(gridWatts, bench.Inverter.GridWatts);
        }

        // Start % 30 %; 60 A from the grid; ends where Float begins.
        [Fact]
        public void GridCharge_FromStartPercentOn_GoesOnToTheEndOfAbsorb()
        {
            var settings = new InverterSettings { GridChargeEnabled = true, GridChargeLimitMilliamps = 60_000, LoadWatts = 1000 };
            var bench = new InverterBench(settings) { SocPercent = 31 };
            bench.KeepReceiving(10);
            Assert.InRange(bench.Inverter.CurrentMilliamps, -20_000, -19_000);
            bench.SocPercent = 30;
            bench.KeepReceiving(10);
            Assert.Equal(60_000, bench.Inverter.CurrentMilliamps);
            Assert.Equal(4120, bench.Inverter.GridWatts);
            Assert.False(bench.Inverter.IsForceCharging);
            bench.SocPercent = 90;
            bench.KeepReceiving(10);
            Assert.Equal(60_000, bench.Inverter.CurrentMilliamps);
            bench.Inverter.TerminalMillivolts = 55_950;
            bench.Inverter.Settings.BatteryCapacityAmpereHours = 10_000;
            bench.KeepReceiving(90);
            Assert.True(bench.Inverter.CurrentMilliamps < 0);
        }

        [Theory]
        [InlineData(false, true)]
        [InlineData(true, false)]
        public void GridCharge_OffOrNoGrid_DoesNotCome(bool enabled, bool grid)
        {
            var bench = new InverterBench(new InverterSettings { GridChargeEnabled = enabled, GridPresent = grid }) { SocPercent = 15 };
            bench.KeepReceiving(10);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(ForceChargeBits.Both, "D000000000000000", true)]
        [InlineData(ForceChargeBits.Both, "E000000000000000", true)]
        [InlineData(ForceChargeBits.Bit4, "D000000000000000", true)]
        [InlineData(ForceChargeBits.Bit4, "E000000000000000", false)]
        [InlineData(ForceChargeBits.Bit5, "D000000000000000", false)]
        [InlineData(ForceChargeBits.Bit5, "E000000000000000", true)]
        [InlineData(ForceChargeBits.Both, NoRequests, false)]
        public void ForceCharge_ByTheBitThatItTakes_ComesFromTheGridThoughGridChargeIsOff(ForceChargeBits bits, string requests, bool comes)
        {
            var bench = new InverterBench(new InverterSettings { GridChargeLimitMilliamps = 40_000, Quirks = { ForceChargeBit = bits } });
            bench.KeepReceiving(30, requests: requests);
            Assert.Equal(comes ? 40_000 : 0, bench.Inverter.CurrentMilliamps);
            Assert.Equal(comes ? 2080 : 0, bench.Inverter.GridWatts);
            Assert.Equal(comes, bench.Inverter.IsForceCharging);
        }

        [Fact]
        public void ForceCharge_WithoutGrid_TakesWhatTheSunLeaves()
        {
            var bench = new InverterBench(new InverterSettings { GridPresent = false, SolarWatts = 2600, LoadWatts = 520 });
            bench.KeepReceiving(30, requests: "D000000000000000");
            Assert.Equal(40_000, bench.Inverter.CurrentMilliamps);
        }

        // LuxPower: 500 W (ant0nkr PR 109); EG4: nothing (DiyBatteryBMS 51).
        [Theory]
        [InlineData(0, 0)]
        [InlineData(520, 10_000)]
        public void FullChargeRequest_IsAnsweredWithThePowerThatItIsSetTo(int watts, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { FullChargeWatts = watts } });
            bench.KeepReceiving(30, requests: "C800000000000000");
            Assert.True(bench.Inverter.BmsData.FullChargeRequested);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        // YamBMS 46: CVL more than 0.2 V below the battery discharges it into the grid until both meet.
        [Theory]
        [InlineData(true, true, 56_300, true)]
        [InlineData(true, true, 56_150, false)]
        [InlineData(false, true, 56_300, false)]
        [InlineData(true, false, 56_300, false)]
        public void CvlBelowTheBank_ExportsUntilBothMeet(bool exports, bool sell, int millivolts, bool flows)
        {
            var bench = new InverterBench(new InverterSettings { SellAllowed = sell, Quirks = { ExportsAboveCvl = exports } });
            bench.Inverter.TerminalMillivolts = millivolts;
            bench.KeepReceiving(5);
            Assert.Equal(flows, bench.Inverter.CurrentMilliamps < 0);
            Assert.Equal(flows, bench.Inverter.GridWatts < 0);
            Assert.InRange(bench.Inverter.CurrentMilliamps, -100_000, 0);

            bench.Inverter.TerminalMillivolts = 55_900;
            bench.KeepReceiving(60);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
            Assert.False(bench.Inverter.IsExporting);
        }

        [Fact]
        public void CvlBelowTheBank_SellingNotAllowed_FeedsTheHouseThoughTheSunShines()
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 560, SolarWatts = 3000 });
            bench.Inverter.TerminalMillivolts = 56_300;
            bench.KeepReceiving(30);
            Assert.InRange(bench.Inverter.CurrentMilliamps, -9_960, -9_930);
        }
    }
}
