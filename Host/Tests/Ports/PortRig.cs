using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Opens ports for a test and closes them after it.</summary>
    internal sealed class PortRig : IDisposable
    {
        private readonly List<ICanPort> _ports = [];

        public ServerPort Serve(string scheme)
        {
            CanPortUrl url = CanPortUrlParser.ParseServed($"{scheme}://127.0.0.1:0", out _)!;
            return Open((ServerPort)CanPorts.CreateServer(url, null));
        }

        public LinkPort Join(string url)
        {
            return Open((LinkPort)CanPorts.Create(CanPortUrlParser.Parse(url, out string fault) ?? throw new ArgumentException(fault)));
        }

        /// <summary>Connects to a served port and waits until both sides are ready for frames.</summary>
        public LinkPort Join(ServerPort server, string scheme)
        {
            LinkPort port = Join($"{scheme}://127.0.0.1:{server.EndPoint.Port}{(scheme == "socketcand" ? "/can0" : "")}");
            Greet(port, server);
            return port;
        }

        public T Open<T>(T port)
            where T : ICanPort
        {
            _ports.Add(port);
            port.Open();
            return port;
        }

        public void Dispose() => _ports.ForEach(static port => port.Dispose());

        // A frame through each way, until it comes: both handshakes are over then.
        private static void Greet(LinkPort port, ServerPort server)
        {
            var hello = new CanFrame();
            hello.Begin(0x7F0, 0);
            var received = new CanFrame();
            Eventually.True(() => Try(port, server, hello, received), "the client is received");
            Eventually.True(() => Try(server, port, hello, received), "the server is received");
            System.Threading.Thread.Sleep(20);
            while (server.TryReceive(received) || port.TryReceive(received))
            {
            }
        }

        private static bool Try(ICanPort from, ICanPort to, CanFrame hello, CanFrame received)
        {
            from.Send(hello);
            System.Threading.Thread.Sleep(5);
            return to.TryReceive(received);
        }
    }
}
