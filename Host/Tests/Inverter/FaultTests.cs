using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class FaultTests
    {
        [Theory]
        [InlineData(63_000, InverterFault.DcVoltageHigh, 55, 61_500, 61_000)]
        [InlineData(39_900, InverterFault.DcVoltageLow, 56, 41_500, 42_000)]
        public void Voltage_BeyondTheThreshold_IsAFaultUntilItIsWellBack(
            int millivolts, InverterFault fault, int code, int notYetMillivolts, int releaseMillivolts)
        {
            // A bank without DVL in 0x351 and a load that it feeds.
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600 });
            bench.KeepReceiving(10);
            Assert.NotEqual(0, bench.Inverter.CurrentMilliamps);
            bench.Inverter.TerminalMillivolts = millivolts;
            bench.AdvanceTo(10_900);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            bench.KeepReceiving(2);
            Assert.Equal(fault, bench.Inverter.Fault);
            Assert.Equal(code, (int)bench.Inverter.Fault);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);

            bench.Inverter.TerminalMillivolts = notYetMillivolts;
            bench.KeepReceiving(10);
            Assert.Equal(fault, bench.Inverter.Fault);
            bench.Inverter.TerminalMillivolts = releaseMillivolts;
            bench.KeepReceiving(1);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            Assert.Equal(1, bench.Inverter.Faults.CountOf(fault));
        }

        [Fact]
        public void Voltage_ShortOfTheThresholdOrForAMoment_IsNoFault()
        {
            var bench = new InverterBench();
            foreach (int millivolts in new[] { 62_999, 40_000, 64_000 })
            {
                bench.KeepReceiving(10);
                bench.Inverter.TerminalMillivolts = millivolts;
                bench.AdvanceTo(bench.Inverter.NowMilliseconds + (millivolts == 64_000 ? 500 : 5000));
                Assert.Equal(InverterFault.None, bench.Inverter.Fault);
                bench.Inverter.TerminalMillivolts = 52_000;
            }
        }

        [Theory]
        [InlineData(false, InverterFault.None)]
        [InlineData(true, InverterFault.DcFeedback)]
        public void ActivateBattery_NoBattery_IsF25UntilThereIsOne(bool activates, InverterFault expected)
        {
            var bench = new InverterBench(new InverterSettings { ActivatesBattery = activates });
            bench.Inverter.TerminalMillivolts = 0;
            bench.Inverter.SetPower(false);
            bench.Inverter.SetPower(true);
            bench.KeepReceiving(5);
            Assert.Equal(expected, bench.Inverter.Fault);
            bench.Inverter.TerminalMillivolts = 52_000;
            bench.KeepReceiving(1);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            Assert.Equal(25, (int)InverterFault.DcFeedback);
        }

        // Sol-Ark 15K manual, page 34: off-grid 120 % of Max A discharge for 10 s, then it shuts down.
        [Fact]
        public void OffGrid_MoreThanMaxADischarge_IsBorneTenSecondsAndTriedAgainLater()
        {
            var bench = new InverterBench(new InverterSettings { GridPresent = false, DischargeLimitMilliamps = 50_000, LoadWatts = 2600 });
            bench.KeepReceiving(60);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);

            bench.Inverter.LoadWatts = 5200;
            bench.KeepReceiving(10);
            Assert.Equal(-60_000, bench.Inverter.CurrentMilliamps);
            bench.KeepReceiving(1);
            Assert.Equal(InverterFault.BatteryOverCurrent, bench.Inverter.Fault);
            Assert.Equal(40, (int)bench.Inverter.Fault);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
            Assert.Equal(5200, bench.Inverter.UnservedWatts);

            bench.Inverter.LoadWatts = 1040;
            bench.KeepReceiving(290);
            Assert.Equal(InverterFault.BatteryOverCurrent, bench.Inverter.Fault);
            bench.KeepReceiving(20);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            Assert.Equal(-20_000, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void OffGrid_OverloadOfNineSecondsNowAndThen_IsBorneForEver()
        {
            var bench = new InverterBench(new InverterSettings { GridPresent = false, DischargeLimitMilliamps = 50_000 });
            for (int round = 0; round < 20; round++)
            {
                bench.Inverter.LoadWatts = 3000;
                bench.KeepReceiving(9);
                bench.Inverter.LoadWatts = 1000;
                bench.KeepReceiving(2);
            }

            Assert.Equal(0, bench.Inverter.Faults.CountOf(InverterFault.BatteryOverCurrent));
        }

        [Fact]
        public void OnGrid_MoreThanMaxADischarge_ComesFromTheGrid()
        {
            var bench = new InverterBench(new InverterSettings { DischargeLimitMilliamps = 50_000, LoadWatts = 5200 });
            bench.KeepReceiving(60);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
            Assert.Equal(2600, bench.Inverter.GridWatts);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
        }

        // esphome-jk-bms-can 75: F56 with CCL 0 while the battery was above 52 V.
        [Theory]
        [InlineData(false, InverterFault.None)]
        [InlineData(true, InverterFault.DcVoltageLow)]
        public void ZeroCcl_OfAnInverterThatFaultsOnIt_IsF56WhileItLasts(bool faults, InverterFault expected)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { FaultsOnZeroCcl = faults } });
            bench.KeepReceiving(5);
            bench.KeepReceiving(5, "30020000E803C001");
            Assert.Equal(expected, bench.Inverter.Fault);
            bench.KeepReceiving(1);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
        }

        [Theory]
        [InlineData(0, InverterFault.None)]
        [InlineData(150_000, InverterFault.BmsCommunication)]
        public void DclTooHigh_OfAnInverterThatFaultsOnIt_IsF58UntilTheNextCheck(int limitMilliamps, InverterFault expected)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { FaultDclMilliamps = limitMilliamps } });
            bench.KeepReceiving(5);
            bench.KeepReceiving(2, "3002E803DC05C001");
            Assert.Equal(expected, bench.Inverter.Fault);
            bench.KeepReceiving(290);
            Assert.Equal(expected, bench.Inverter.Fault);
            bench.KeepReceiving(20);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
        }

        [Fact]
        public void Faults_SeveralAtOnce_AreAllKeptAndTheLinkIsNamedFirst()
        {
            var bench = new InverterBench(new InverterSettings { ActivatesBattery = true });
            bench.Inverter.TerminalMillivolts = 0;
            bench.AdvanceTo(15_000);
            Assert.True(bench.Inverter.Faults.Contains(InverterFault.DcFeedback));
            Assert.True(bench.Inverter.Faults.Contains(InverterFault.BmsCommunication));
            Assert.False(bench.Inverter.Faults.Contains(InverterFault.DcVoltageHigh));
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
        }
    }
}
