using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Both sides of slcan against bytes typed from Lawicel's CAN232 manual and from python-can's slcan.py.</summary>
    public sealed class SlcanTranscriptTests : IDisposable
    {
        private readonly PortRig _rig = new();
        private readonly CanFrame _frame = new();

        [Theory]
        [InlineData("V\r", "V1013\r")]
        [InlineData("N\r", "NBS01\r")]
        [InlineData("F\r", "F00\r")]
        [InlineData("S6\r", "\r")]
        [InlineData("S9\r", "\a")]
        [InlineData("C\r", "\r")]
        [InlineData("Z1\r", "\r")]
        [InlineData("Z2\r", "\a")]
        [InlineData("M00000000\r", "\r")]
        [InlineData("M00000001\r", "\a")]
        [InlineData("s031C\r", "\r")]
        [InlineData("nonsense\r", "\a")]
        [InlineData("t3050\r", "\a")]
        [InlineData("\r", "\r")]
        public void Server_Command_IsAnsweredAsTheManualSays(string command, string answer)
        {
            using HandTypedPeer client = HandTypedPeer.Connect(_rig.Serve("slcan").EndPoint);
            client.Say(command);
            client.Expect(answer);
            Assert.Equal("", client.OnReceived());
        }

        [Theory]
        [InlineData("t3058000000000000000\r", "\a", false)]
        [InlineData("t30580000000000000000\r", "z\r", true)]
        [InlineData("T000003050\r", "Z\r", true)]
        [InlineData("r3058\r", "z\r", true)]
        [InlineData("R1FFFFFFF0\r", "Z\r", true)]
        [InlineData("T200000000\r", "\a", false)]
        [InlineData("t3059\r", "\a", false)]
        [InlineData("t8000\r", "\a", false)]
        public void Server_FrameOnAnOpenChannel_IsTakenOrRefused(string line, string answer, bool isTaken)
        {
            ServerPort server = _rig.Serve("slcan");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("O\r");
            client.Expect("\r");
            client.Say(line);
            client.Expect(answer);
            Assert.Equal(isTaken, server.TryReceive(_frame));
            Assert.Equal(isTaken ? 0 : 1, server.Counters.Malformed);
        }

        [Fact]
        public void Server_ListenOnly_TakesNoFrame()
        {
            ServerPort server = _rig.Serve("slcan");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("L\rt3050\r");
            client.Expect("\r\a");
            Assert.False(server.TryReceive(_frame));
        }

        [Fact]
        public void Server_Frames_ArePushedWithTimeStampsOnceAskedFor()
        {
            ServerPort server = _rig.Serve("slcan");
            using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
            client.Say("O\rV\r");
            client.Expect("V1013\r");
            Send(server, 0x351, false, "14027D");
            client.Expect("t351314027D\r");
            client.Say("Z1\rV\r");
            client.Expect("V1013\r");
            Send(server, 0x351, true, "");
            client.Expect("T000003510");
            Eventually.True(() => client.OnReceived().Length == 5, "four digits and an end");
            Assert.InRange(Convert.ToInt32(client.OnReceived()[..4], 16), 0, 59_999);
        }

        [Fact]
        public void Server_TwoClients_HearEachOtherAndNotThemselves()
        {
            ServerPort server = _rig.Serve("slcan");
            using HandTypedPeer first = HandTypedPeer.Connect(server.EndPoint);
            using HandTypedPeer second = HandTypedPeer.Connect(server.EndPoint);
            first.Say("O\rV\r");
            first.Expect("V1013\r");
            second.Say("O\rV\r");
            second.Expect("V1013\r");
            first.Say("t12311A\r");
            second.Expect("t12311A\r");
            first.Expect("z\r");
            Assert.Equal("", first.OnReceived());
        }

        [Fact]
        public void Client_Adapter_IsClosedSetAndOpened()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort port = _rig.Join($"slcan://127.0.0.1:{adapter.Port}?bitrate=250000");
            adapter.Accept();
            adapter.Expect("C\rS5\rO\r");
            adapter.Say("\a\r\r");
            Send(port, 0x356, false, "C6140000D200");
            adapter.Expect("t3566C6140000D200\r");
            port.Dispose();
            adapter.Expect("C\r");
        }

        [Fact]
        public void Client_PiecesMalformedLinesAndReplies_YieldTheFramesOnly()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort port = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();
            adapter.Expect("O\r");
            adapter.Say("\r\r\rz\rV1013\rN1234\rF00\r\x01\x02rubbish\rt35181402");
            adapter.Say("740E740ECC01\rt305");
            adapter.Say("8000000000000000012AB\r" + new string('x', 500) + "\rT000003510\r");
            foreach (uint id in new uint[] { 0x351, 0x305, 0x351 })
            {
                Eventually.True(() => port.TryReceive(_frame), "a frame");
                Assert.Equal(id, _frame.Id);
            }

            Assert.True(_frame.IsExtended);
            Assert.Equal(2, port.Counters.Malformed);
            Assert.Equal(3, port.Counters.Received);
        }

        [Fact]
        public void Client_StatusReply_BecomesTheBusState()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort port = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();
            adapter.Say("F24\r");
            Eventually.True(() => port.State == CanBusState.ErrorPassive, "error-passive");
            adapter.Say("F00\r");
            Eventually.True(() => port.State == CanBusState.ErrorActive, "error-active");
        }

        [Fact]
        public void Client_TimeStampsOfEightDigits_AreReadAndLinesThatAreNoneAreNamed()
        {
            using HandTypedPeer adapter = HandTypedPeer.Listen();
            LinkPort port = _rig.Join($"slcan://127.0.0.1:{adapter.Port}");
            adapter.Accept();
            adapter.Say("t35183002A00FA00FC00100012F3C\rt355837006400000000001347\rt3568621481FEFA000000\r");
            foreach (uint id in new[] { 0x351u, 0x355u, 0x356u })
            {
                Eventually.True(() => port.TryReceive(_frame), "a frame");
                Assert.Equal((id, 8), (_frame.Id, _frame.Length));
            }

            Assert.Equal(0, port.Counters.Malformed);
            string said = "";
            port.Reported += sentence => said = sentence;
            adapter.Say("x1234\rx1235\rx1236\r");
            Eventually.True(() => said.Contains("'x1236'", StringComparison.Ordinal), "the line that is not understood");
        }

        public void Dispose() => _rig.Dispose();

        private void Send(ICanBus bus, uint id, bool isExtended, string data)
        {
            byte[] bytes = Convert.FromHexString(data);
            _frame.Begin(id, bytes.Length, isExtended, false);
            bytes.CopyTo(_frame.Data, 0);
            Assert.Equal(SendResult.Accepted, bus.Send(_frame));
        }
    }
}
