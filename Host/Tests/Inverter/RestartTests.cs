using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    /// <summary>What stops the inverter for good, and what a parallel set does without its master.</summary>
    public class RestartTests
    {
        [Theory]
        [InlineData(5, 6)]
        [InlineData(0, 1)]
        public void SelfRestart_OnOneAlarm_ComesAsOftenAsItIsSetAndThenLocksOut(int restarts, int stops)
        {
            var bench = new InverterBench(new InverterSettings { SelfRestarts = restarts });
            bench.KeepReceiving(5);
            for (int stop = 1; stop <= stops; stop++)
            {
                Assert.False(bench.Inverter.Faults.IsLockedOut);
                Trip(bench);
            }

            Assert.True(bench.Inverter.Faults.IsLockedOut);
            Assert.Equal(InverterFault.DcVoltageHigh, bench.Inverter.Fault);
            bench.KeepReceiving(600);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);

            bench.Inverter.SetPower(false);
            bench.Inverter.SetPower(true);
            bench.KeepReceiving(5);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.False(bench.Inverter.Faults.IsLockedOut);
        }

        // F58 is looked at again every five minutes without end: Discover 805-0038.
        [Fact]
        public void SelfRestart_AfterSilence_HasNoLastTime()
        {
            var bench = new InverterBench(new InverterSettings { SelfRestarts = 1 });
            for (int silence = 0; silence < 4; silence++)
            {
                bench.KeepReceiving(400);
                Assert.Equal(InverterState.Normal, bench.Inverter.State);
                bench.AdvanceTo(bench.Inverter.NowMilliseconds + 12_000);
                Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
            }
        }

        [Fact]
        public void BmsThatOpens_IsF56AndF58()
        {
            var bench = new InverterBench(new InverterSettings { GridPresent = false });
            bench.KeepReceiving(5);
            bench.Inverter.TerminalMillivolts = 0;
            bench.AdvanceTo(bench.Inverter.NowMilliseconds + 2_000);
            Assert.Equal(InverterFault.DcVoltageLow, bench.Inverter.Fault);
            bench.AdvanceTo(bench.Inverter.NowMilliseconds + 10_000);
            Assert.True(bench.Inverter.Faults.Contains(InverterFault.DcVoltageLow));
            Assert.True(bench.Inverter.Faults.Contains(InverterFault.BmsCommunication));
        }

        [Theory]
        [InlineData(true, InverterState.Fault, 0)]
        [InlineData(false, InverterState.Normal, -50_000)]
        public void MasterOfTwoLost_TheOtherShowsFourFaultsAndStopsWhereItIsSetTo(bool stops, InverterState state, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { ParallelCount = 2, StopsOnBmsError = stops, LoadWatts = 2600 });
            bench.KeepReceiving(5);
            Assert.False(bench.Inverter.Faults.Any);
            bench.Inverter.Settings.IsMasterLost = true;
            bench.KeepReceiving(12);
            InverterFaults faults = bench.Inverter.Faults;
            Assert.True(faults.Contains(InverterFault.ParallelCanBus) && faults.Contains(InverterFault.BatteryBackup));
            Assert.True(faults.Contains(InverterFault.ParallelStop));
            Assert.Equal(stops, faults.Contains(InverterFault.BmsCommunication));
            Assert.Equal(state, bench.Inverter.State);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        // Own limits and those of the sources are of each inverter, CCL is of the bank.
        [Theory]
        [InlineData(1, 30_000)]
        [InlineData(2, 60_000)]
        [InlineData(4, 100_000)]
        public void Parallel_Inverters_AddUpToWhatTheBankAllows(int inverters, int milliamps)
        {
            var settings = new InverterSettings { ParallelCount = inverters, GridChargeEnabled = true, GridChargeLimitMilliamps = 30_000 };
            var bench = new InverterBench(settings) { SocPercent = 20 };
            bench.KeepReceiving(10);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        private static void Trip(InverterBench bench)
        {
            bench.Inverter.TerminalMillivolts = 64_000;
            bench.KeepReceiving(3);
            Assert.Equal(InverterFault.DcVoltageHigh, bench.Inverter.Fault);
            bench.Inverter.TerminalMillivolts = 52_000;
            bench.KeepReceiving(3);
        }
    }
}
