using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Tests.Virtual;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Random traffic in both directions.</summary>
    public class TrafficTests
    {
        private static readonly Gen<int[]> Traffic = Gen.Choose(0, int.MaxValue - 1).ArrayOf(150);

        [Fact]
        public void Traffic_AnyMix_LosesAndReordersNothingThatFits()
        {
            Prop.ForAll(Traffic.ToArbitrary(), events => Holds(events, hasInterrupt: false)).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Traffic_AnyMix_IsTheSameWithInterruptLineAndWithout()
        {
            Prop.ForAll(Traffic.ToArbitrary(), events => Play(events, true).SequenceEqual(Play(events, false))).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Poll_InterruptLineAtRest_SparesTheBus()
        {
            Mcp2515Rig with = Mcp2515Rig.Running(hasInterrupt: true);
            Mcp2515Rig without = Mcp2515Rig.Running();
            long before = with.Chip.TransferCount;
            long beforeWithout = without.Chip.TransferCount;

            with.Run(10_000);
            without.Run(10_000);

            Assert.True(with.Chip.TransferCount - before < (without.Chip.TransferCount - beforeWithout) / 4);
        }

        [Fact]
        public void Running_SendingAndReceiving_AllocatesNothing()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            CanFrame outgoing = Frames.Data(0x351, "0102030405060708");
            CanFrame incoming = Frames.Data(0x305, "0000000000000000");
            var taken = new CanFrame();
            void Second()
            {
                for (int step = 0; step < 100; step++)
                {
                    rig.Driver.Send(outgoing);
                    rig.Peer.Send(incoming);
                    rig.Run(10);
                    while (rig.Driver.TryReceive(taken))
                    {
                        rig.Peer.TryReceive(taken);
                    }
                }
            }

            Second();
            Second();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Second();

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        private static bool Holds(int[] events, bool hasInterrupt)
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(hasInterrupt: hasInterrupt);
            List<string> sent = [];
            List<string> offered = [];
            List<string> received = [];
            foreach (int item in events)
            {
                Apply(rig, item, sent, offered);
                received.AddRange(rig.Received());
            }

            rig.Run(100);
            received.AddRange(rig.Received());
            bool isComplete = rig.PeerReceived().SequenceEqual(sent) && received.SequenceEqual(offered);
            return isComplete && rig.Chip.Violations.Count == 0 && rig.Driver.Statistics.OverflowCount == 0;
        }

        private static List<string> Play(int[] events, bool hasInterrupt)
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(hasInterrupt: hasInterrupt);
            List<string> log = [];
            foreach (int item in events)
            {
                Apply(rig, item, [], []);
                log.AddRange(rig.Received());
                log.AddRange(rig.PeerReceived());
                log.Add($"{rig.NowMilliseconds} {(int)rig.Driver.State}");
            }

            return log;
        }

        // At most two frames come in between two polls: that is what the chip has room for.
        private static void Apply(Mcp2515Rig rig, int item, List<string> sent, List<string> offered)
        {
            CanFrame frame = Make(item);
            if ((item & 3) == 0)
            {
                rig.Peer.Send(frame);
                offered.Add(Mcp2515Rig.Text(frame));
                CanFrame second = Make(item ^ 0x5A5A50);
                if ((item & 4) == 0)
                {
                    rig.Peer.Send(second);
                    offered.Add(Mcp2515Rig.Text(second));
                }

                rig.Run(2 + ((item >> 3) & 7), 2 + ((item >> 3) & 7));
            }
            else
            {
                if (rig.Driver.Send(frame) == SendResult.Accepted)
                {
                    sent.Add(Mcp2515Rig.Text(frame));
                }

                if ((item & 3) == 3)
                {
                    rig.Run(1, 1);
                }
            }
        }

        private static CanFrame Make(int item)
        {
            bool isExtended = (item & 0x10) != 0;
            int length = (item >> 5) % 9;
            var frame = new CanFrame();
            frame.Begin((uint)item >> (isExtended ? 2 : 13), length, isExtended, (item & 0x700) == 0);
            for (int index = 0; index < length && !frame.IsRemote; index++)
            {
                frame.Data[index] = (byte)((item >> index) ^ index);
            }

            return frame;
        }
    }
}
