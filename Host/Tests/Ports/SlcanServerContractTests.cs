using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Tests.Ports
{
    public sealed class SlcanServerContractTests : CanBusContract, IDisposable
    {
        private readonly PortRig _rig = new();

        public SlcanServerContractTests()
        {
            ServerPort server = _rig.Serve("slcan");
            LinkPort client = _rig.Join(server, "slcan");
            Near = server;
            Far = client;
        }

        protected override ICanBus Near { get; }

        protected override ICanBus Far { get; }

        public void Dispose() => _rig.Dispose();
    }
}
