using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Tests.Ports
{
    public sealed class SlcanClientContractTests : CanBusContract, IDisposable
    {
        private readonly PortRig _rig = new();

        public SlcanClientContractTests()
        {
            ServerPort server = _rig.Serve("slcan");
            LinkPort client = _rig.Join(server, "slcan");
            Near = client;
            Far = server;
        }

        protected override ICanBus Near { get; }

        protected override ICanBus Far { get; }

        public void Dispose() => _rig.Dispose();
    }
}
