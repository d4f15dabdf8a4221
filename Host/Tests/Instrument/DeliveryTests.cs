using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class DeliveryTests
    {
        [Fact]
        public void Acknowledged_SomebodyListens_IsWhatWasSent()
        {
            var bench = new Bench();
            bench.Session.AdvanceTo(3500);
            Assert.Equal("4;4;0;0", bench.Ask("FRAM351:SENT?;ACKN?;ABAN?;FAIL?"));
        }

        [Fact]
        public void Acknowledged_BankBuiltAnew_BeginsAgain()
        {
            var bench = new Bench();
            bench.Session.AdvanceTo(3500);
            bench.Ask("BANK:REST");
            Assert.Equal("0;0", bench.Ask("FRAM351:SENT?;ACKN?"));
            bench.Session.AdvanceTo(4000);
            Assert.Equal("1;1", bench.Ask("FRAM351:SENT?;ACKN?"));
        }

        [Fact]
        public void Acknowledged_NobodyListens_StaysZeroWhileTheControllerTakesFramesUntilItIsFull()
        {
            var bus = new VirtualBus();
            VirtualBusNode node = bus.Attach("bank", 4, 16);
            var simulator = new Simulator(new SimulatorSettings(), node);
            simulator.Advance(5000);
            Assert.Equal("0;0;1;5", simulator.Execute("FRAM359:ACKN?;ABAN?;SENT?;FAIL?"));
        }

        [Fact]
        public void Acknowledged_LostOnABadCable_IsNot()
        {
            var bench = new Bench();
            bench.Ask("FAUL:CABL:BURS 100,1,1 S,1 S");
            bench.Session.AdvanceTo(2500);
            Assert.Equal("3;2", bench.Ask("FRAM351:SENT?;ACKN?"));
        }

        [Fact]
        public void Acknowledged_ControllerThatDoesNotTell_IsUnknown()
        {
            var simulator = new Simulator(new SimulatorSettings(), new DumbBus());
            simulator.Advance(2000);
            Assert.Equal("9.91E37;9.91E37;3", simulator.Execute("FRAM359:ACKN?;ABAN?;SENT?"));
        }

        private sealed class DumbBus : ICanBus
        {
            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame) => SendResult.Accepted;

            public bool TryReceive(CanFrame frame) => false;
        }
    }
}
