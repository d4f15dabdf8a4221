using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Virtual
{
    public class VirtualBusTests
    {
        private const int ReplyMicroseconds = 125 * VirtualBus.BitMicroseconds;

        private readonly VirtualBus _bus = new();
        private readonly List<(long Microseconds, string Sender, uint Id)> _log = [];

        public VirtualBusTests()
        {
            _bus.FrameCompleted += (time, sender, frame) => _log.Add((time, sender.Name, frame.Id));
        }

        // In the order in which they win: every one of these goes before every one after it.
        private static readonly CanFrame[] ByRank =
        [
            Frames.Data(0x000, ""),
            Frames.Data(0x305, "0000000000000000"),
            Frames.Remote(0x305),
            Frames.Data(0x305u << 18, "", isExtended: true),
            Frames.Remote(0x305u << 18, 0, isExtended: true),
            Frames.Data((0x305u << 18) | 1, "", isExtended: true),
            Frames.Data((0x305u << 18) | 0x3FFFF, "", isExtended: true),
            Frames.Data(0x351, "3002"),
            Frames.Remote(0x351),
            Frames.Data(0x351u << 18, "", isExtended: true),
            Frames.Data(0x7FF, ""),
            Frames.Remote(0x7FF),
            Frames.Data(0x1FFFFFFF, "", isExtended: true),
            Frames.Remote(0x1FFFFFFF, 8, isExtended: true),
        ];

        [Fact]
        public void Arbitration_EveryPair_TheLowerRankGoesFirstWhoeverAskedFirst()
        {
            for (int low = 0; low < ByRank.Length; low++)
            {
                for (int high = low + 1; high < ByRank.Length; high++)
                {
                    Assert.Equal(["A", "B"], OrderOf(ByRank[low], ByRank[high]));
                    Assert.Equal(["B", "A"], OrderOf(ByRank[high], ByRank[low]));
                }
            }
        }

        [Fact]
        public void Arbitration_SmallNumberIn29Bits_GoesBeforeA11BitIdentifierWithHigherLeadingBits()
        {
            // 0x00000351 in 29 bits begins with eleven zeros: on the wire it is lower than any 11-bit identifier but 0.
            Assert.Equal(["B", "A"], OrderOf(Frames.Data(0x351, ""), Frames.Data(0x351, "", isExtended: true)));
        }

        [Fact]
        public void Send_FrameOnAnIdleBus_ArrivesAtTheEndOfItsEndOfFrame()
        {
            VirtualBusNode sender = _bus.Attach("sender");
            VirtualBusNode first = _bus.Attach("first");
            VirtualBusNode second = _bus.Attach("second");
            _bus.AdvanceTo(1000);
            sender.Send(Frames.Data(0x305, "0000000000000000"));

            Assert.Equal(1000 + ReplyMicroseconds - 6, _bus.NextEventMicroseconds);
            _bus.AdvanceTo(1000 + ReplyMicroseconds - 7);
            Assert.False(first.TryReceive(new CanFrame()));
            _bus.AdvanceTo(1000 + ReplyMicroseconds - 6);
            Assert.True(first.TryReceive(new CanFrame()));
            Assert.True(second.TryReceive(new CanFrame()));
            Assert.False(sender.TryReceive(new CanFrame()));
        }

        [Fact]
        public void Send_TwoFramesAtOnce_FollowEachOtherWithThreeBitsBetween()
        {
            VirtualBusNode sender = _bus.Attach("sender");
            _bus.Attach("other");
            sender.Send(Frames.Data(0x305, "0000000000000000"));
            sender.Send(Frames.Data(0x305, "0000000000000000"));
            _bus.AdvanceTo(10_000);

            Assert.Equal([ReplyMicroseconds - 6, (2 * ReplyMicroseconds) - 6], _log.Select(entry => entry.Microseconds));
            Assert.Equal(2 * ReplyMicroseconds, _bus.BusyMicroseconds);
        }

        [Fact]
        public void Send_LowerIdWhileAFrameIsOnTheWire_WaitsForItsEnd()
        {
            VirtualBusNode sender = _bus.Attach("sender");
            VirtualBusNode other = _bus.Attach("other");
            sender.Send(Frames.Data(0x7FF, ""));
            _bus.AdvanceTo(2);
            other.Send(Frames.Data(0x000, ""));
            _bus.AdvanceTo(10_000);

            Assert.Equal(["sender", "other"], _log.Select(entry => entry.Sender));
        }

        [Fact]
        public void Send_LowerIdWithinTheInterframeSpace_StillWins()
        {
            VirtualBusNode sender = _bus.Attach("sender");
            VirtualBusNode other = _bus.Attach("other");
            sender.Send(Frames.Data(0x305, "0000000000000000"));
            sender.Send(Frames.Data(0x7FF, ""));
            _bus.AdvanceTo(ReplyMicroseconds - 3);
            other.Send(Frames.Data(0x001, ""));
            _bus.AdvanceTo(10_000);

            Assert.Equal([0x305u, 0x001u, 0x7FFu], _log.Select(entry => entry.Id));
        }

        [Fact]
        public void Send_SeveralFramesOfOneNode_KeepTheirOrderWhateverTheirIds()
        {
            VirtualBusNode sender = _bus.Attach("sender");
            _bus.Attach("other");
            sender.Send(Frames.Data(0x379, ""));
            sender.Send(Frames.Data(0x351, ""));
            sender.Send(Frames.Data(0x355, ""));
            _bus.AdvanceTo(10_000);

            Assert.Equal([0x379u, 0x351u, 0x355u], _log.Select(entry => entry.Id));
        }

        [Fact]
        public void Send_FullTransmitQueue_IsNoRoomUntilAFrameHasLeft()
        {
            VirtualBusNode sender = _bus.Attach("sender", transmitCapacity: 3);
            _bus.Attach("other");
            CanFrame frame = Frames.Data(0x305, "0000000000000000");
            for (int count = 0; count < 3; count++)
            {
                Assert.Equal(SendResult.Accepted, sender.Send(frame));
            }

            Assert.Equal(SendResult.NoRoom, sender.Send(frame));
            _bus.AdvanceTo(ReplyMicroseconds);
            Assert.Equal(SendResult.Accepted, sender.Send(frame));
        }

        [Fact]
        public void Receive_FullQueue_LosesTheNewestAndCountsIt()
        {
            VirtualBusNode sender = _bus.Attach("sender");
            VirtualBusNode slow = _bus.Attach("slow", receiveCapacity: 2);
            for (uint id = 1; id <= 3; id++)
            {
                sender.Send(Frames.Data(id, ""));
            }

            _bus.AdvanceTo(10_000);
            var frame = new CanFrame();
            Assert.True(slow.TryReceive(frame));
            Assert.Equal(1u, frame.Id);
            Assert.True(slow.TryReceive(frame));
            Assert.Equal(2u, frame.Id);
            Assert.False(slow.TryReceive(frame));
            Assert.Equal(1, slow.OverrunCount);
        }

        [Fact]
        public void AdvanceTo_CutAnyhow_CompletesTheSameFramesAtTheSameTimes()
        {
            long[] whole = TimesOf(100_000);
            Assert.Equal(40, whole.Length);
            Assert.Equal(whole, TimesOf(1));
            Assert.Equal(whole, TimesOf(77));
        }

        [Fact]
        public void AdvanceTo_SteadyState_AllocatesNothing()
        {
            var bus = new VirtualBus();
            VirtualBusNode sender = bus.Attach("sender");
            VirtualBusNode other = bus.Attach("other");
            CanFrame frame = Frames.Data(0x305, "0000000000000000");
            var received = new CanFrame();
            Pump(bus, sender, other, frame, received, 100);

            long before = GC.GetAllocatedBytesForCurrentThread();
            Pump(bus, sender, other, frame, received, 10_000);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        private static void Pump(VirtualBus bus, VirtualBusNode sender, VirtualBusNode other, CanFrame frame, CanFrame received, int count)
        {
            for (int index = 0; index < count; index++)
            {
                sender.Send(frame);
                bus.AdvanceTo(bus.NowMicroseconds + 1000);
                other.TryReceive(received);
            }
        }

        private static string[] OrderOf(CanFrame fromA, CanFrame fromB)
        {
            string[] order = OrderOf(fromA, fromB, true);
            Assert.Equal(order, OrderOf(fromA, fromB, false));
            return order;
        }

        private static string[] OrderOf(CanFrame fromA, CanFrame fromB, bool firstA)
        {
            var bus = new VirtualBus();
            var order = new List<string>();
            VirtualBusNode a = bus.Attach("A");
            VirtualBusNode b = bus.Attach("B");
            bus.FrameCompleted += (_, sender, _) => order.Add(sender.Name);
            (firstA ? a : b).Send(firstA ? fromA : fromB);
            (firstA ? b : a).Send(firstA ? fromB : fromA);
            bus.AdvanceTo(10_000);
            return [.. order];
        }

        private static long[] TimesOf(long cutMicroseconds)
        {
            var bus = new VirtualBus();
            var times = new List<long>();
            VirtualBusNode a = bus.Attach("A");
            VirtualBusNode b = bus.Attach("B");
            bus.FrameCompleted += (time, _, _) => times.Add(time);
            for (uint round = 0; round < 10; round++)
            {
                a.Send(Frames.Data(0x351 + round, "AA55"));
                a.Send(Frames.Data(0x100 + round, "00"));
                b.Send(Frames.Data(0x305, "0000000000000000"));
                b.Send(Frames.Data(0x7FF - round, ""));
                long end = (round + 1) * 1000;
                while (bus.NowMicroseconds < end)
                {
                    bus.AdvanceTo(Math.Min(end, bus.NowMicroseconds + cutMicroseconds));
                }
            }

            return [.. times];
        }
    }
}
