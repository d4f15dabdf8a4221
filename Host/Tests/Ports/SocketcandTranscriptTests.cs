using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Both sides of socketcand against text typed from its protocol.md and from python-can's socketcand.py.</summary>
    public sealed class SocketcandTranscriptTests : IDisposable
    {
        private readonly PortRig _rig = new();
        private readonly CanFrame _frame = new();

        [Fact]
        public void Server_Conversation_IsAsTheDaemonHoldsIt()
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Expect("< hi >");
            client.Say("< open can0 >");
            client.Expect("< ok >");
            client.Say("< rawmode >");
            client.Expect("< ok >");
            client.Say("< echo >");
            client.Expect("< echo >");
            client.Say("< send 305 8 0 0 0 0 0 0 0 a >");
            Eventually.True(() => server.TryReceive(_frame), "the frame");
            Assert.Equal((0x305u, false, 8, (byte)0x0A), (_frame.Id, _frame.IsExtended, _frame.Length, _frame.Data[7]));

            _frame.Begin(0x351, 2);
            _frame.PutU16(0, 0x0214);
            server.Send(_frame);
            client.Expect("< frame 351 ");
            client.Expect(" 1402 >");
            _frame.Begin(0x351, 0, true, false);
            server.Send(_frame);
            client.Expect("< frame 00000351 ");
        }

        [Theory]
        [InlineData("< rawmode >")]
        [InlineData("< send 305 0 >")]
        [InlineData("< open >")]
        [InlineData("< nonsense >")]
        [InlineData("malformed data")]
        public void Server_WrongFirstWord_IsAnError(string message)
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Expect("< hi >");
            client.Say(message);
            client.Expect("< error unknown command >");
            Assert.False(server.TryReceive(_frame));
            Assert.Equal(1, server.Counters.Malformed);
        }

        [Theory]
        [InlineData("< send 305 9 0 0 0 0 0 0 0 0 0 >")]
        [InlineData("< send 305 2 0 >")]
        [InlineData("< send 305 1 0 0 >")]
        [InlineData("< send 305 1 1g >")]
        [InlineData("< send 800 0 >")]
        [InlineData("< send 20000000 0 >")]
        [InlineData("< send xyz 0 >")]
        [InlineData("< send >")]
        public void Server_WrongSend_SendsNothing(string message)
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("< open can0 >< rawmode >" + message);
            client.Expect("< error unknown command >");
            Assert.False(server.TryReceive(_frame));
        }

        [Fact]
        public void Server_BcmMode_SubscribesAndSendsInCycles()
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("< open can0 >< subscribe 0 0 351 >< add 0 20000 305 1 1 >");
            client.Expect("< ok >");
            for (int count = 0; count < 3; count++)
            {
                Eventually.True(() => server.TryReceive(_frame), "a cyclic frame");
                Assert.Equal((0x305u, (byte)1), (_frame.Id, _frame.Data[0]));
            }

            client.Say("< update 305 1 2 >");
            Eventually.True(() => server.TryReceive(_frame) && _frame.Data[0] == 2, "the changed frame");
            client.Say("< delete 305 >< echo >");
            client.Expect("< echo >");
            while (server.TryReceive(_frame))
            {
            }

            System.Threading.Thread.Sleep(60);
            Assert.False(server.TryReceive(_frame));

            Send(server, 0x355, 1);
            Send(server, 0x351, 2);
            client.Expect("< frame 351 ");
            Assert.DoesNotContain("355", client.OnReceived(), StringComparison.Ordinal);
            client.Say("< unsubscribe 351 >< echo >");
            client.Expect("< echo >");
            Send(server, 0x351, 3);
            client.Say("< echo >");
            client.Expect("< echo >");
            Assert.Equal("", client.OnReceived().Trim());
            Assert.Equal(0, server.Counters.Malformed);
        }

        [Fact]
        public void Server_BcmFilter_GivesFramesWhoseMaskedBitsChange()
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("< open can0 >< filter 0 0 355 2 FF 00 >< echo >");
            client.Expect("< echo >");
            foreach (int value in new[] { 0x0001, 0x0101, 0x0002 })
            {
                Send(server, 0x355, value);
            }

            client.Expect("0100 >");
            client.Expect("0200 >");
            Assert.DoesNotContain("0101", client.OnReceived(), StringComparison.Ordinal);
        }

        [Fact]
        public void Server_Statistics_ComeInTheirPeriodAndEnd()
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("< open can0 >< controlmode >< send 305 8 0 0 0 0 0 0 0 0 >< statistics 20 >");
            client.Expect("< stat 8 1 0 0 >");
            client.Expect("< stat 8 1 0 0 >");
        }

        [Fact]
        public void Server_ByteOfManyDigits_IsReadAsTheDaemonReadsIt()
        {
            ServerPort server = _rig.Serve("socketcand");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("< open can0 >< rawmode >< send 3A0 2 ffffffffffffffa0 3 >");
            Eventually.True(() => server.TryReceive(_frame), "the frame");
            Assert.Equal((0x3A0u, 2, (byte)0xA0, (byte)0x03), (_frame.Id, _frame.Length, _frame.Data[0], _frame.Data[1]));
        }

        [Fact]
        public void Server_Beacon_NamesTheServedBusToThisMachine()
        {
            using System.Net.Sockets.UdpClient listener = new();
            listener.Client.SetSocketOption(
                System.Net.Sockets.SocketOptionLevel.Socket, System.Net.Sockets.SocketOptionName.ReuseAddress, true);
            listener.Client.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 42000));
            listener.Client.ReceiveTimeout = 10_000;
            ServerPort server = _rig.Serve("socketcand");
            string expected = $"<URL>can://127.0.0.1:{server.EndPoint.Port}</URL><Bus name=\"can0\"/>";
            System.Net.IPEndPoint? from = null;
            Eventually.True(
                () => System.Text.Encoding.ASCII.GetString(listener.Receive(ref from)).Contains(expected, StringComparison.Ordinal), "the beacon");
        }

        [Fact]
        public void Client_Daemon_IsGreetedAndReceived()
        {
            using HandTypedPeer daemon = HandTypedPeer.Listen();
            LinkPort port = _rig.Join($"socketcand://127.0.0.1:{daemon.Port}/vcan7");
            daemon.Accept();
            daemon.Say("< h");
            daemon.Say("i >");
            daemon.Expect("< open vcan7 >");
            daemon.Say("< ok >");
            daemon.Expect("< rawmode >");
            daemon.Say("< ok >< frame 351 1700000000.123456 14 02 74 >garbage< frame 00000351 0.000001  >< frame 351 x 00 >< frame 305 1.0 ");
            daemon.Say("0000000000000000 >");
            foreach ((uint id, int length) in new (uint, int)[] { (0x351, 3), (0x351, 0), (0x305, 8) })
            {
                Eventually.True(() => port.TryReceive(_frame), "a frame");
                Assert.Equal((id, length), (_frame.Id, _frame.Length));
            }

            Assert.Equal(2, port.Counters.Malformed);
            _frame.Begin(0x356, 2);
            port.Send(_frame);
            daemon.Expect("< send 356 2 00 00 >");
            _frame.Begin(0x18FF0356, 0, true, false);
            port.Send(_frame);
            daemon.Expect("< send 18FF0356 0 >");
        }

        [Fact]
        public void Client_BusThatTheDaemonHasNot_IsSaid()
        {
            using HandTypedPeer daemon = HandTypedPeer.Listen();
            LinkPort port = _rig.Join($"socketcand://127.0.0.1:{daemon.Port}/can9");
            daemon.Accept();
            daemon.Say("< hi >");
            daemon.Expect("< open can9 >");
            daemon.Say("< error could not open bus >");
            Eventually.True(() => port.LastError.Length > 0, "an error");
            Assert.Contains("does not open 'can9' (could not open bus)", port.LastError, StringComparison.Ordinal);
        }

        private void Send(ServerPort server, uint id, int value)
        {
            _frame.Begin(id, 2);
            _frame.PutU16(0, value);
            server.Send(_frame);
        }

        public void Dispose() => _rig.Dispose();
    }
}
