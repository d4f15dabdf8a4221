using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;

namespace BatterySim.Host.Tests.Ports
{
    public sealed class VirtualBusContractTests : CanBusContract
    {
        private readonly VirtualBus _bus = new();

        public VirtualBusContractTests()
        {
            Near = _bus.Attach("near");
            Far = _bus.Attach("far");
        }

        protected override ICanBus Near { get; }

        protected override ICanBus Far { get; }

        protected override bool Settle()
        {
            _bus.AdvanceTo(_bus.NowMicroseconds + 100);
            return true;
        }
    }
}
