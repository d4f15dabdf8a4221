using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Board;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Frames on their way in.</summary>
    public class ReceiveTests
    {
        [Fact]
        public void Receive_EveryKindOfFrame_ArrivesAsItWas()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            CanFrame[] frames =
            [
                Frames.Data(0x7FF, "FFFFFFFFFFFFFFFF"), Frames.Data(0x000, ""), Frames.Data(0x305, "01"), Frames.Remote(0x305, 8),
                Frames.Data(0x1FFFFFFF, "0102030405060708", true), Frames.Data(0x00000000, "", true), Frames.Data(0x15555AAA, "55AA", true),
                Frames.Remote(0x12345678, 3, true), Frames.Data(0x123, "A1B2C3"),
            ];
            var received = new List<string>();
            foreach (CanFrame frame in frames)
            {
                rig.Peer.Send(frame);
                rig.Run(10);
                received.AddRange(rig.Received());
            }

            Assert.Equal(frames.Select(Mcp2515Rig.Text), received);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Receive_ShortFrameAfterALongOne_HasZerosBehindItsLength()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            var frame = new CanFrame();
            rig.Peer.Send(Frames.Data(0x305, "FFFFFFFFFFFFFFFF"));
            rig.Peer.Send(Frames.Data(0x305, "01"));
            rig.Run(10);

            rig.Driver.TryReceive(frame);
            rig.Driver.TryReceive(frame);

            Assert.Equal(1, frame.Length);
            Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0], frame.Data);
        }

        [Fact]
        public void Receive_TwoFramesBetweenPolls_RollOverAndKeepTheirOrder()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();

            rig.Peer.Send(Frames.Data(0x7FF, "01"));
            rig.Peer.Send(Frames.Data(0x001, "02"));
            rig.Run(10);

            Assert.Equal(["7FF#01", "1#02"], rig.Received());
            Assert.Equal(0, rig.Driver.Statistics.OverflowCount);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Receive_ThreeFramesBetweenPolls_KeepsTheFirstTwoAndCountsTheOverflow()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();

            rig.Peer.Send(Frames.Data(0x305, "01"));
            rig.Peer.Send(Frames.Data(0x305, "02"));
            rig.Peer.Send(Frames.Data(0x305, "03"));
            rig.Run(200);

            Assert.Equal(["305#01", "305#02"], rig.Received());
            Assert.Equal(1, rig.Driver.Statistics.OverflowCount);
            Assert.Equal(0, rig.Chip.Peek(0x2D));
            rig.AssertNoViolations();
        }

        [Fact]
        public void Receive_FiltersSet_OnlyTheElevenBitReplyPasses()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings());
            CanFrame[] frames =
            [
                Frames.Data(0x304, "01"), Frames.Data(0x305, "02"), Frames.Data(0x307, "03"), Frames.Data(0x305, "04", true),
                Frames.Data(0x305u << 18, "05", true), Frames.Data(0x705, "06"), Frames.Remote(0x305, 8), Frames.Data(0x305, "FFFF"),
            ];
            var received = new List<string>();
            foreach (CanFrame frame in frames)
            {
                rig.Peer.Send(frame);
                rig.Run(10);
                received.AddRange(rig.Received());
            }

            Assert.Equal(["305#02", "305#R8", "305#FFFF"], received);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Receive_NobodyFetches_KeepsTheOldestInOrder()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings { AcceptsEverything = true, ReceiveQueueLength = 4 });
            for (int number = 0; number < 12; number++)
            {
                rig.Peer.Send(Frames.Data(0x305, $"{number:X2}"));
                rig.Run(10);
            }

            var received = new List<string>(rig.Received());
            rig.Run(10);
            received.AddRange(rig.Received());

            // Four in the driver, two in the chip; what came after them found no room.
            Assert.Equal(Enumerable.Range(0, 6).Select(number => $"305#{number:X2}"), received);
            Assert.True(rig.Driver.Statistics.OverflowCount > 0);
            rig.AssertNoViolations();
        }

        // The queue has one place left when two frames wait: the one in buffer 1 stays there and is older than all that comes to buffer 0.
        [Fact]
        public void Receive_SecondFrameHasNoRoom_IsStillHandedOutBeforeWhatComesLater()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings { AcceptsEverything = true, ReceiveQueueLength = 2 });
            rig.Peer.Send(Frames.Data(0x305, "01"));
            rig.Run(10);
            rig.Peer.Send(Frames.Data(0x305, "02"));
            rig.Peer.Send(Frames.Data(0x305, "03"));
            rig.Run(10);
            rig.Peer.Send(Frames.Data(0x305, "04"));
            rig.Run(10);
            var received = new List<string>(rig.Received());
            rig.Run(10);
            received.AddRange(rig.Received());

            Assert.Equal(["305#01", "305#02", "305#03", "305#04"], received);
            rig.AssertNoViolations();
        }

        // Transfers that take about a third of a frame's time, polled at every offset against the frames: both buffers fill while being read.
        [Theory]
        [InlineData(20)]
        [InlineData(40)]
        [InlineData(60)]
        [InlineData(80)]
        public void Receive_FramesBackToBackDuringTheTransfers_KeepTheirOrder(int transferMicroseconds)
        {
            var settings = new Mcp2515Settings { AcceptsEverything = true, ReceiveQueueLength = 64 };
            var received = new List<int>();
            for (int offset = 0; offset < 300; offset += 7)
            {
                Mcp2515Rig rig = Mcp2515Rig.Running(settings, new Mcp2515ChipOptions { TransferMicroseconds = transferMicroseconds });
                for (int number = 0; number < 12; number++)
                {
                    rig.Peer.Send(Frames.Data((uint)(0x7E0 - number), ""));
                }

                rig.Bus.AdvanceTo(rig.Bus.NowMicroseconds + 90 + offset);
                for (int poll = 0; poll < 40; poll++)
                {
                    rig.Driver.Poll(rig.NowMilliseconds);
                }

                var numbers = rig.Received().ToList();
                Assert.Equal(numbers.OrderByDescending(text => text), numbers);
                received.Add(numbers.Count);
                rig.AssertNoViolations();
            }

            Assert.True(received.Average() > 4);
        }
    }
}
