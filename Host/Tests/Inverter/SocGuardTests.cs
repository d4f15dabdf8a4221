using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class SocGuardTests
    {
        // PYTES for Sol-Ark: Shutdown 10 %, Low 20 %, Restart 25 %.
        [Fact]
        public void Soc_DownAndUp_IsLowThenShutDownUntilRestart()
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600 });
            foreach ((int soc, InverterState state, bool isLow) in new[]
            {
                (21, InverterState.Normal, false), (20, InverterState.Normal, true), (11, InverterState.Normal, true),
                (10, InverterState.Shutdown, true), (11, InverterState.Shutdown, true), (24, InverterState.Shutdown, false),
                (25, InverterState.Normal, false), (11, InverterState.Normal, true),
            })
            {
                bench.SocPercent = soc;
                bench.KeepReceiving(5);
                Assert.Equal(state, bench.Inverter.State);
                Assert.Equal(isLow, bench.Inverter.IsLowBattery);
                Assert.Equal(state == InverterState.Normal ? -50_000 : 0, bench.Inverter.CurrentMilliamps);
                Assert.Equal(state == InverterState.Normal ? 0 : 2600, bench.Inverter.GridWatts);
                Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            }
        }

        [Fact]
        public void Shutdown_Sun_ChargesAllTheSame()
        {
            var bench = new InverterBench(new InverterSettings { SolarWatts = 2600 }) { SocPercent = 5 };
            bench.KeepReceiving(10);
            Assert.Equal(InverterState.Shutdown, bench.Inverter.State);
            Assert.Equal(50_000, bench.Inverter.CurrentMilliamps);
        }

        // Discover 950-0025, page 27: in closed loop volts are not offered, so a wrong SOC defeats every voltage guard.
        [Fact]
        public void ClosedLoop_UseBattVolts_StillGoesBySoc()
        {
            var settings = new InverterSettings
            {
                LoadWatts = 2600,
                BatteryMode = BatteryMode.Volts,
                ShutdownMillivolts = 50_000,
                RestartMillivolts = 53_000,
            };
            var bench = new InverterBench(settings);
            bench.Inverter.TerminalMillivolts = 46_000;
            bench.KeepReceiving(10);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.NotEqual(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void OpenLoop_UseBattVolts_GoesByTheTerminals()
        {
            var settings = new InverterSettings { UsesBms = false, LoadWatts = 2600, BatteryMode = BatteryMode.Volts, GridPresent = false };
            var bench = new InverterBench(settings);
            bench.AdvanceTo(20_000);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
            bench.Inverter.TerminalMillivolts = 46_000;
            bench.AdvanceTo(30_000);
            Assert.Equal(InverterState.Shutdown, bench.Inverter.State);
            bench.Inverter.TerminalMillivolts = 51_000;
            bench.AdvanceTo(40_000);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
            bench.Inverter.TerminalMillivolts = 52_000;
            bench.AdvanceTo(50_000);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
        }

        [Theory]
        [InlineData(false, InverterState.Shutdown)]
        [InlineData(true, InverterState.Normal)]
        public void OwnSoc_OfAnInverterThatTrustsItself_IsWhatItCounts(bool trustsItself, InverterState expected)
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 1040, Quirks = { UsesOwnSoc = trustsItself } }) { SocPercent = 80 };
            bench.KeepReceiving(1800);

            // 20 A for half an hour out of 400 Ah.
            Assert.InRange(bench.Inverter.OwnSocPermille, 774, 776);
            bench.SocPercent = 5;
            bench.KeepReceiving(5);
            Assert.Equal(expected, bench.Inverter.State);
        }
    }
}
