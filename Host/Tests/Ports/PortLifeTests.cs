using System;
using System.Collections.Concurrent;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Missing, busy, pulled out and flooded: the port says so, and lives on.</summary>
    public sealed class PortLifeTests : IDisposable
    {
        private readonly PortRig _rig = new();
        private readonly CanFrame _frame = new();

        [Fact]
        public void Open_NobodyListens_WaitsAndSaysWhy()
        {
            int port = FreePort();
            LinkPort link = _rig.Join($"slcan://127.0.0.1:{port}");

            Assert.Equal(PortPhase.Waiting, link.Phase);
            Assert.Contains($"nobody listens on 127.0.0.1:{port}", link.LastError, StringComparison.Ordinal);
            Assert.Equal(SendResult.BusOff, link.Send(_frame));
            Assert.Equal(CanBusState.BusOff, link.State);
            Assert.Equal(1, link.Counters.SendDropped);
        }

        [Theory]
        [InlineData("slcan:///dev/no-such-adapter", "there is no device '/dev/no-such-adapter'")]
        [InlineData("slcan:///etc/hostname", "'/etc/hostname' is not a serial device")]
        public void Open_NoAdapter_WaitsAndSaysWhy(string url, string sentence)
        {
            Assert.Contains(sentence, _rig.Join(url).LastError, StringComparison.Ordinal);
        }

        [Fact]
        public void Link_CutInTheMiddle_ComesBackByItself()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            var sentences = new ConcurrentQueue<string>();
            var link = (LinkPort)CanPorts.Create(CanPortUrlParser.Parse($"slcan://127.0.0.1:{adapter.Port}", out _)!);
            link.Reported += sentences.Enqueue;
            _rig.Open(link);
            adapter.Accept();
            adapter.Say("t3510\rt3");
            Eventually.True(() => link.TryReceive(_frame), "the first frame");

            adapter.HangUp();
            Eventually.True(() => link.Phase == PortPhase.Waiting || link.Counters.Opened > 1, "the loss is noticed");
            adapter.Accept();
            adapter.Expect("C\rS6\rO\r");
            adapter.Say("t3550\r");
            Eventually.True(() => link.TryReceive(_frame), "a frame after the loss");

            Assert.Equal(0x355u, _frame.Id);
            Assert.Equal(2, link.Counters.Opened);
            Assert.Contains(sentences, sentence => sentence.EndsWith("; trying again", StringComparison.Ordinal));
            Assert.Contains(sentences, sentence => sentence.EndsWith("is back", StringComparison.Ordinal));
        }

        [Fact]
        public void Slcan_AdapterThatNeverAnswers_IsNamedWithWhatToLookAt()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort link = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();

            Eventually.True(() => link.LastError.Contains("nothing answers", StringComparison.Ordinal), "the silence is named");
            Assert.Contains("baud rate", link.LastError, StringComparison.Ordinal);
            Assert.Contains("power", link.LastError, StringComparison.Ordinal);
        }

        [Fact]
        public void Slcan_AdapterThatSpeaksSomethingElse_IsNamed()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort link = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();
            adapter.Say("@@ %% !!\u0000 no such thing");

            Eventually.True(() => link.LastError.Contains("not slcan", StringComparison.Ordinal), "the other language is named");
        }

        [Fact]
        public void Slcan_AdapterThatRefusesToOpen_IsOpenedAgainLater()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort link = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();
            adapter.Expect("C\rS6\rO\r");
            adapter.Say("\r\r\a");
            Eventually.True(() => link.LastError.Contains("refuses to open", StringComparison.Ordinal), "the refusal is named");
            adapter.Accept();
            adapter.Expect("C\rS6\rO\r");
            adapter.Say("\r\r\rt3550\r");

            Eventually.True(() => link.TryReceive(_frame), "a frame once it opens");
            Assert.Equal("", link.LastError);
        }

        [Fact]
        public void Slcan_FrameThatComesBackRefused_CountsInOneColumn()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort link = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();
            adapter.Say("\r\r\r");
            _frame.Begin(0x305, 0);
            link.Send(_frame);
            link.Send(_frame);
            adapter.Expect("t3050\rt3050\r");
            adapter.Say("z\r\a");

            Eventually.True(() => link.Counters.Refused == 1, "the refusal is counted");
            Assert.Equal((1L, 1L, 0L), (link.Counters.Sent, link.Counters.Refused, link.Counters.SendDropped));
        }

        [Fact]
        public void Link_AcceptedAndClosedAtOnce_IsTriedMoreAndMoreSeldom()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort link = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            var start = System.Diagnostics.Stopwatch.StartNew();
            for (int round = 0; round < 4; round++)
            {
                adapter.Accept();
                adapter.HangUp();
            }

            // 250, 500 and 1000 ms lie between four connections; at a steady 250 ms it would be 750 in all.
            Assert.InRange(start.ElapsedMilliseconds, 1500, 20_000);
            Eventually.True(() => link.Counters.Opened >= 4, "four connections are counted");
        }

        [Fact]
        public void Serve_PortInUse_IsSaidAtOnce()
        {
            ServerPort first = _rig.Serve("slcan");
            CanPortUrl url = CanPortUrlParser.ParseServed($"socketcand://127.0.0.1:{first.EndPoint.Port}", out _)!;
            using ICanPort second = CanPorts.CreateServer(url, null);

            CanPortException problem = Assert.Throws<CanPortException>(second.Open);

            Assert.Contains("another program listens there already", problem.Message, StringComparison.Ordinal);
            Assert.True(problem.IsPermanent);
        }

        [Fact]
        public void Serve_OneClientTooMany_IsTurnedAway()
        {
            ServerPort server = _rig.Serve("slcan");
            var peers = new HandTypedPeer[ServerPort.ClientsMax + 1];
            for (int index = 0; index < peers.Length; index++)
            {
                peers[index] = HandTypedPeer.Connect(server.EndPoint);
            }

            Eventually.True(() => server.LastError.Contains("turned away", StringComparison.Ordinal), "the last one is turned away");
            Assert.Equal(ServerPort.ClientsMax, server.ClientCount);
            peers[0].Dispose();
            Eventually.True(() => server.ClientCount == ServerPort.ClientsMax - 1, "a place is free again");
            Array.ForEach(peers, static peer => peer.Dispose());
        }

        [Fact]
        public void Flood_NobodyTakes_IsBoundedAndCounted()
        {
            const int Frames = LinkPort.ReceiveCapacity + 1000;
            ServerPort server = _rig.Serve("slcan");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("O\r");
            for (int index = 0; index < Frames; index += 100)
            {
                client.Say(string.Concat(System.Linq.Enumerable.Repeat("t3050\r", 100)));
                _ = client.OnReceived();
            }

            Eventually.True(() => server.Counters.Received >= Frames, "all have come");
            Assert.Equal(server.Counters.Received - LinkPort.ReceiveCapacity, server.Counters.ReceiveDropped);
        }

        [Fact]
        public void Dispose_OpenPorts_EndsTheirThreadsAndConnections()
        {
            using var rig = new PortRig();
            ServerPort server = rig.Serve("socketcand");
            LinkPort client = rig.Join(server, "socketcand");
            client.Dispose();
            server.Dispose();
            Assert.Equal((PortPhase.Closed, PortPhase.Closed), (client.Phase, server.Phase));
            Assert.Equal(SendResult.BusOff, client.Send(_frame));
        }

        public void Dispose() => _rig.Dispose();

        private static int FreePort()
        {
            using HandTypedPeer peer = HandTypedPeer.Listen();
            return peer.Port;
        }
    }
}
