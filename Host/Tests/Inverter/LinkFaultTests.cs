using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class LinkFaultTests
    {
        private const int LoadWatts = 2600;
        private const long LastFrame = 20_000;

        [Fact]
        public void Silence_TenSeconds_IsBorne()
        {
            InverterBench bench = SilentSince(LastFrame, new InverterSettings());
            bench.AdvanceTo(LastFrame + 10_000);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.NotEqual(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Silence_MoreThanTenSeconds_IsF58AndStopsTheCurrent()
        {
            InverterBench bench = SilentSince(LastFrame, new InverterSettings());
            bench.AdvanceTo(LastFrame + 10_001);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
            Assert.Equal(58, (int)bench.Inverter.Fault);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Silence_NoBatteryEver_IsF58FromTheStart()
        {
            var bench = new InverterBench();
            bench.AdvanceTo(10_000);
            Assert.Equal(InverterState.WaitingForBms, bench.Inverter.State);
            bench.AdvanceTo(10_001);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);
        }

        [Fact]
        public void Silence_ErrStopOff_GoesOnWithTheLastValues()
        {
            InverterBench bench = SilentSince(LastFrame, new InverterSettings { StopsOnBmsError = false });
            bench.AdvanceTo(3_600_000);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Recheck_BatteryIsBack_ResumesAfterFiveMinutesAndNotBefore()
        {
            InverterBench bench = SilentSince(LastFrame, new InverterSettings());
            const long Fault = LastFrame + 10_001;
            bench.AdvanceTo(Fault + 5000);
            bench.KeepReceivingUntil(Fault + 299_999);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);
            bench.KeepReceivingUntil(Fault + 300_000);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            bench.KeepReceivingUntil(Fault + 310_000);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Recheck_BatteryStillSilent_LooksAgainFiveMinutesLater()
        {
            InverterBench bench = SilentSince(LastFrame, new InverterSettings());
            const long Fault = LastFrame + 10_001;
            bench.AdvanceTo(Fault + 300_001);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);
            bench.KeepReceivingUntil(Fault + 599_999);
            Assert.Equal(InverterState.Fault, bench.Inverter.State);
            bench.KeepReceivingUntil(Fault + 600_000);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            Assert.Equal(1, bench.Inverter.Link.FaultCount);
        }

        private static InverterBench SilentSince(long milliseconds, InverterSettings settings)
        {
            var bench = new InverterBench(settings);
            bench.Inverter.LoadWatts = LoadWatts;
            bench.KeepReceivingUntil(milliseconds);
            bench.ReceiveBurst();
            return bench;
        }
    }
}
