using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Tests.Ports
{
    public sealed class SocketcandClientContractTests : CanBusContract, IDisposable
    {
        private readonly PortRig _rig = new();

        public SocketcandClientContractTests()
        {
            ServerPort server = _rig.Serve("socketcand");
            LinkPort client = _rig.Join(server, "socketcand");
            Near = client;
            Far = server;
        }

        protected override ICanBus Near { get; }

        protected override ICanBus Far { get; }

        public void Dispose() => _rig.Dispose();
    }
}
