using System;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Board;
using BatterySim.Host.Can.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>The model itself: bytes in, bytes out, typed from the data sheet, and a complaint for each rule that a driver breaks.</summary>
    public class ChipModelTests
    {
        private readonly VirtualBus _bus = new();
        private readonly Mcp2515Chip _chip;
        private readonly VirtualBusNode _peer;

        public ChipModelTests()
        {
            _chip = new Mcp2515Chip(_bus, "chip", new Mcp2515ChipOptions());
            _peer = _bus.Attach("peer");
        }

        [Theory]
        [InlineData("FF", "does not exist")]
        [InlineData("80", "does not exist")]
        [InlineData("0380", "cut off")]
        [InlineData("020E00", "can only be read")]
        [InlineData("021C00", "can only be read")]
        [InlineData("026100", "can only be read")]
        [InlineData("022D01", "bits that do not exist")]
        [InlineData("023204", "bits that do not exist")]
        [InlineData("05310101", "does not allow it")]
        [InlineData("052D0101", "cannot be written")]
        [InlineData("9000000000000000000000000000", "empty")]
        [InlineData("81", "in mode 4")]
        [InlineData("400000000009", "length of 9 bytes")]
        [InlineData("023008", "requested by a write")]
        public void Transfer_AgainstTheDataSheet_IsReported(string bytes, string complaint)
        {
            Send(bytes);

            Assert.Contains(_chip.Violations, violation => violation.Contains(complaint, StringComparison.Ordinal));
        }

        [Theory]
        [InlineData("022A00")]
        [InlineData("052A0100")]
        [InlineData("0200FF")]
        [InlineData("0220FF")]
        [InlineData("020D00")]
        public void Write_ConfigurationRegisterOutsideItsMode_IsReportedAndIgnored(string bytes)
        {
            Join();
            int address = Convert.FromHexString(bytes)[1];
            byte before = _chip.Peek(address);

            Send(bytes);

            Assert.Contains("outside configuration mode", Assert.Single(_chip.Violations), StringComparison.Ordinal);
            Assert.Equal(before, _chip.Peek(address));
        }

        [Theory]
        [InlineData("4111")]
        [InlineData("023100")]
        [InlineData("81")]
        public void Load_BufferThatIsPending_IsReported(string bytes)
        {
            Join();
            _bus.Disconnect(_peer);
            Send("40246000000100");
            Send("81");

            Send(bytes);

            Assert.Contains("pending", Assert.Single(_chip.Violations), StringComparison.Ordinal);
        }

        [Fact]
        public void Reset_SpokenToTooSoon_IsReported()
        {
            Send("C0");
            Send("030E00");
            _bus.AdvanceTo(_bus.NowMicroseconds + 16);
            string answer = Send("030E00");

            Assert.Contains("128 periods", Assert.Single(_chip.Violations), StringComparison.Ordinal);
            Assert.Equal("000080", answer);
        }

        [Theory]
        [InlineData("9100", "2 quanta")]
        [InlineData("8007", "shorter than phase 2")]
        public void Timing_AgainstTheDataSheet_IsReported(string cnf2And3, string complaint)
        {
            Send("0228" + cnf2And3[2..] + cnf2And3[..2] + "00");
            Send("020F00");

            Assert.Contains(_chip.Violations, violation => violation.Contains(complaint, StringComparison.Ordinal));
        }

        // 12.4: READ RX BUFFER frees the buffer, READ does not. 12.8 and 12.9: what the two status bytes say.
        [Fact]
        public void Receive_ElevenBitFrame_StandsInTheRegistersAsTheDataSheetSays()
        {
            Join();
            _peer.Send(Virtual.Frames.Data(0x305, "A1B2"));
            _bus.AdvanceTo(_bus.NowMicroseconds + 1000);

            Assert.Equal("0001", Send("A000"));
            Assert.Equal("0040", Send("B000"));
            Assert.Equal("000060A0", Send("03610000"));
            Assert.True(_chip.IsActive);
            Assert.StartsWith("0060A0", Send("90000000000000000000"), StringComparison.Ordinal);
            Assert.Equal("0000", Send("A000"));
            Assert.False(_chip.IsActive);
            Assert.Empty(_chip.Violations);
        }

        [Fact]
        public void Send_EqualPriorities_TheHighestBufferGoesFirst()
        {
            Join();
            _peer.Send(Virtual.Frames.Data(0x001, "0000000000000000"));
            _bus.AdvanceTo(_bus.NowMicroseconds + 1);
            Send("4020000000" + "00");
            Send("4240000000" + "00");
            Send("4460000000" + "00");
            Send("87");
            _bus.AdvanceTo(_bus.NowMicroseconds + 2000);

            Assert.Equal([0x300u, 0x200u, 0x100u], Ids());
        }

        [Fact]
        public void Send_PrioritiesSet_TheHighestPriorityGoesFirst()
        {
            Join();
            Send("023003");
            Send("024001");
            _peer.Send(Virtual.Frames.Data(0x001, "0000000000000000"));
            _bus.AdvanceTo(_bus.NowMicroseconds + 1);
            Send("4020000000" + "00");
            Send("4240000000" + "00");
            Send("4460000000" + "00");
            Send("87");
            _bus.AdvanceTo(_bus.NowMicroseconds + 2000);

            Assert.Equal([0x100u, 0x200u, 0x300u], Ids());
        }

        // 3.6: ABAT takes back what is not on the wire and says so with ABTF.
        [Fact]
        public void AbortAll_FrameThatNobodyTakes_IsTakenBackAndMarked()
        {
            Join();
            _bus.Disconnect(_peer);
            Send("40246000000100");
            Send("81");
            _bus.AdvanceTo(_bus.NowMicroseconds + 5000);
            byte pending = _chip.Peek(0x30);

            Send("050F1010");

            Assert.Equal(0x18, pending & 0x78);
            Assert.Equal(0x50, _chip.Peek(0x30) & 0x78);
            Assert.Equal(128, _chip.Peek(0x1C));
            Assert.Equal(0x15, _chip.Peek(0x2D));
        }

        [Fact]
        public void Sleep_BusActivity_WakesIntoListenOnlyMode()
        {
            Join();
            Send("022B40");
            Send("020F20");
            int asleep = _chip.Peek(0x0E) >> 5;
            VirtualBusNode other = _bus.Attach("other");
            other.Send(Virtual.Frames.Data(0x305, "00"));
            _bus.AdvanceTo(_bus.NowMicroseconds + 1000);

            Assert.Equal(1, asleep);
            Assert.Equal(3, _chip.Peek(0x0E) >> 5);
            Assert.Equal(0x40, _chip.Peek(0x2C) & 0x40);
            Assert.Empty(_chip.Violations);
        }

        [Fact]
        public void Model_AndDriver_AgreeOnTheAddresses()
        {
            Join();

            Assert.Equal(new Mcp2515Timing(8_000_000, 500_000).Cnf2, _chip.Peek(Mcp2515Registers.Cnf2));
        }

        // 500 kbit/s from 8 MHz, all filters open for 11 bits, receive interrupts on, normal mode.
        private void Join()
        {
            Send("0228019100");
            Send("022000000000" + "00000000");
            Send("020000000000");
            Send("020400000000");
            Send("026004");
            Send("022C00");
            Send("022B03");
            Send("020F00");
            Assert.Empty(_chip.Violations);
        }

        private uint[] Ids()
        {
            var frame = new BatterySim.Bms.Can.CanFrame();
            System.Collections.Generic.List<uint> ids = [];
            while (_peer.TryReceive(frame))
            {
                ids.Add(frame.Id);
            }

            return [.. ids];
        }

        private string Send(string bytes)
        {
            byte[] send = Convert.FromHexString(bytes);
            byte[] receive = new byte[send.Length];
            _chip.Transfer(send, receive, send.Length);
            return Convert.ToHexString(receive);
        }
    }
}
