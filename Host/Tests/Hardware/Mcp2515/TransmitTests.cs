using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Frames on their way out.</summary>
    public class TransmitTests
    {
        private const int SetSize = 7;
        private static readonly uint[] SetIds = [0x351, 0x355, 0x356, 0x359, 0x35C, 0x35E, 0x379];

        [Fact]
        public void Send_EveryKindOfFrame_ArrivesAsItWas()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            CanFrame[] frames =
            [
                Frames.Data(0x000, ""), Frames.Data(0x7FF, "FF"), Frames.Data(0x351, "1402740E740ECC01"), Frames.Remote(0x305, 8),
                Frames.Data(0x00000000, "0102", true), Frames.Data(0x1FFFFFFF, "0102030405060708", true), Frames.Data(0x15555AAA, "55AA", true),
                Frames.Remote(0x12345678, 3, true),
            ];
            foreach (CanFrame frame in frames)
            {
                Assert.Equal(SendResult.Accepted, rig.Driver.Send(frame));
                rig.Run(10);
            }

            Assert.Equal(frames.Select(Mcp2515Rig.Text), rig.PeerReceived());
            Assert.Equal(frames.Length, rig.Driver.Statistics.SentCount);
            rig.AssertNoViolations();
        }

        // Falling identifiers: left to itself, the chip and the bus would prefer the later ones.
        [Fact]
        public void Send_ManyFramesOnABusyBus_LeaveInTheOrderInWhichTheyCame()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            var sent = new List<string>();
            for (int number = 0; number < 200; number++)
            {
                CanFrame frame = Frames.Data((uint)(0x700 - number), $"{number:X2}");
                rig.Peer.Send(Frames.Data(0x001, "0000000000000000"));
                while (rig.Driver.Send(frame) != SendResult.Accepted)
                {
                    rig.Run(1, 1);
                    rig.Received();
                }

                sent.Add(Mcp2515Rig.Text(frame));
            }

            rig.Run(100, 1);

            Assert.Equal(sent, rig.PeerReceived());
            rig.AssertNoViolations();
        }

        [Fact]
        public void Send_MoreThanFits_IsRefusedAndCounted()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            int accepted = 0;
            for (int number = 0; number < 20; number++)
            {
                accepted += rig.Driver.Send(Frames.Data(0x351, $"{number:X2}")) == SendResult.Accepted ? 1 : 0;
            }

            rig.Run(50);

            // Three in the chip, eight in the queue.
            Assert.Equal(11, accepted);
            Assert.Equal(9, rig.Driver.Statistics.RefusedCount);
            Assert.Equal(11, rig.PeerReceived().Count);
        }

        [Fact]
        public void Send_NobodyAcknowledges_FallsQuietAndNeverBlocks()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Bus.Disconnect(rig.Peer);

            SendSets(rig, 60);
            rig.Run(100);

            Mcp2515Statistics statistics = rig.Driver.Statistics;
            Assert.Equal(CanBusState.ErrorPassive, rig.Driver.State);
            Assert.True(rig.Driver.IsQuiet);
            Assert.Equal(0, statistics.SentCount);
            Assert.Equal(60 * SetSize, statistics.GivenUpCount + statistics.StaleCount + statistics.RefusedCount);

            // Once quiet, each frame of each later set is tried, once: none waits, none is refused.
            Assert.True(statistics.GivenUpCount >= 59 * SetSize);
            Assert.Equal(0x08, rig.Chip.Peek(0x0F) & 0x18);
            AssertNothingPending(rig);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Send_NobodyAcknowledges_TheFrameIsRepeatedNoLongerThanTheTimeout()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings { TransmitTimeoutMilliseconds = 100 });
            rig.Bus.Disconnect(rig.Peer);

            rig.Driver.Send(Frames.Data(0x351, "00"));
            rig.Run(90);
            int pendingBefore = rig.Chip.Peek(0x50) & 0x08;
            rig.Run(20);

            Assert.NotEqual(0, pendingBefore);
            AssertNothingPending(rig);
        }

        [Fact]
        public void Send_SomebodyComesBack_OnlyFreshFramesGoOutAndRepeatingIsOnAgain()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Bus.Disconnect(rig.Peer);
            SendSets(rig, 5);
            rig.Bus.Connect(rig.Peer);

            rig.Run(500);
            IReadOnlyList<string> old = rig.PeerReceived();
            SendSets(rig, 3);

            Assert.Empty(old);
            Assert.Equal(3 * SetSize, rig.PeerReceived().Count);
            Assert.False(rig.Driver.IsQuiet);
            Assert.Equal(0x00, rig.Chip.Peek(0x0F) & 0x18);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Receive_WhileQuiet_EndsTheQuiet()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Bus.Disconnect(rig.Peer);
            SendSets(rig, 2);
            rig.Bus.Connect(rig.Peer);
            bool wasQuiet = rig.Driver.IsQuiet;

            rig.Peer.Send(Frames.Data(0x305, "0000000000000000"));
            rig.Run(20);

            Assert.True(wasQuiet);
            Assert.False(rig.Driver.IsQuiet);
        }

        [Fact]
        public void Send_OneShotWithNobodyThere_IsTriedOnce()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings { TransmitPolicy = Mcp2515TransmitPolicy.OneShot });
            rig.Bus.Disconnect(rig.Peer);

            rig.Driver.Send(Frames.Data(0x351, "00"));
            rig.Run(20);

            AssertNothingPending(rig);
            Assert.Equal(1, rig.Driver.Statistics.GivenUpCount);
            Assert.Equal(8, rig.Driver.Statistics.TransmitErrorMax);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Send_BusFullOfHigherPriority_GivesUpWithoutFallingQuiet()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings { TransmitTimeoutMilliseconds = 20 });
            for (int number = 0; number < 60; number++)
            {
                rig.Peer.Send(Frames.Data(0x001, "0102030405060708"));
            }

            // The peer was first; from now on it always has a frame that wins.
            rig.Bus.AdvanceTo(rig.Bus.NowMicroseconds + 1);
            var second = rig.Bus.Attach("second");
            rig.Driver.Send(Frames.Data(0x7FF, "00"));
            for (int step = 0; step < 5; step++)
            {
                rig.Run(5, 5);
                while (rig.Peer.PendingCount < 60)
                {
                    rig.Peer.Send(Frames.Data(0x001, "0102030405060708"));
                }
            }

            Assert.Equal(1, rig.Driver.Statistics.GivenUpCount);
            Assert.False(rig.Driver.IsQuiet);
            Assert.True(second.IsConnected);
            rig.AssertNoViolations();
        }

        private static void SendSets(Mcp2515Rig rig, int count)
        {
            for (int set = 0; set < count; set++)
            {
                foreach (uint id in SetIds)
                {
                    rig.Driver.Send(Frames.Data(id, $"{set:X2}00000000000000"));
                    rig.Run(20);
                }

                rig.Run(1000 - (SetSize * 20));
            }
        }

        private static void AssertNothingPending(Mcp2515Rig rig)
        {
            Assert.Equal(0, (rig.Chip.Peek(0x30) | rig.Chip.Peek(0x40) | rig.Chip.Peek(0x50)) & 0x08);
        }

        // Three in the chip and two behind them, all given up: each is told of by its identifier, the one in the queue as the one in the chip.
        [Fact]
        public void Send_NobodyAcknowledges_EveryFrameIsCountedAsAbandonedByItsIdentifier()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Bus.Disconnect(rig.Peer);
            foreach (uint id in SetIds.Take(5))
            {
                rig.Driver.Send(Frames.Data(id, ""));
            }

            rig.Run(300);

            Assert.All(SetIds.Take(5), id => Assert.Equal(1, rig.Driver.AbandonedCountOf(id)));
            Assert.All(SetIds, id => Assert.Equal(0, rig.Driver.AcknowledgedCountOf(id)));
        }
    }
}
