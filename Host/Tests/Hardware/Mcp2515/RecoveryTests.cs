using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>When a chip is tried again, what becomes of frames meanwhile, and which buffer a frame takes.</summary>
    public class RecoveryTests
    {
        // The test comes 2 ms after each reset; between the tries 1, 2, 4, 8, 16 and then 30 s.
        [Fact]
        public void Fault_ThatStays_IsTriedAgainAfterDoubledPausesUpTo30Seconds()
        {
            var rig = new Mcp2515Rig();
            rig.Chip.StuckMiso = 0xFF;
            rig.Driver.Start(0);

            Assert.Equal([2L, 1004, 3006, 7008, 15010, 31012, 61014, 91016], TimesOf(rig, 92_000, () => rig.Driver.Statistics.FaultCount));
        }

        [Fact]
        public void Fault_AfterTheChipHadWorked_IsTriedAgainAfterOneSecond()
        {
            var rig = new Mcp2515Rig();
            rig.Chip.StuckMiso = 0xFF;
            rig.Driver.Start(0);
            rig.Run(10_000);
            rig.Chip.StuckMiso = null;
            rig.Run(10_000);
            Assert.True(rig.Driver.IsReady);

            rig.Chip.StuckMiso = 0x00;
            List<long> times = TimesOf(rig, 4000, () => rig.Driver.Statistics.FaultCount);

            Assert.Equal(1002, times[1] - times[0]);
            Assert.Equal(2002, times[2] - times[1]);
        }

        // Each time 2 ms of reset, 100 ms until the counters are looked at, and the pause before: 0.1 s, doubled up to 10 s.
        [Fact]
        public void BusOff_ThatComesBack_PausesTwiceAsLongUpTo10Seconds()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            wires.Answer = OffTheBus;

            List<long> times = TimesOf(rig, 36_000, () => rig.Driver.Statistics.BusOffCount);

            Assert.Equal([202L, 302, 502, 902, 1702, 3302, 6502, 10_102, 10_102], times.Skip(1).Zip(times, (later, earlier) => later - earlier));
        }

        [Fact]
        public void BusOff_AfterSomethingWasSent_PausesShortlyAgain()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            wires.Answer = OffTheBus;
            rig.Run(3000, 1);
            wires.Answer = null;
            rig.Run(3000, 1);
            rig.Driver.Send(Frames.Data(0x351, ""));
            rig.Run(10, 1);
            Assert.Equal(1, rig.Driver.Statistics.SentCount);
            wires.Answer = OffTheBus;

            List<long> times = TimesOf(rig, 1500, () => rig.Driver.Statistics.BusOffCount);

            Assert.Equal([202L, 302, 502], times.Skip(1).Zip(times, (later, earlier) => later - earlier));
        }

        // Three in the chip were tried, two in the queue were not. All are told at once, and none comes after the restart.
        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public void Frames_InTheChipAndBehindIt_AreGivenUpAtOnce(bool isBusOff)
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            SendFive(rig);
            wires.Answer = isBusOff ? OffTheBus : static (send, receive) => Array.Clear(receive, 0, send[0] == 0x03 ? receive.Length : 0);
            rig.Driver.Poll(rig.NowMilliseconds);

            Assert.Equal((3, 2), (rig.Driver.Statistics.GivenUpCount, rig.Driver.Statistics.StaleCount));
            Assert.All(new uint[] { 0x351, 0x355, 0x356, 0x359, 0x35C }, id => Assert.Equal(1, rig.Driver.AbandonedCountOf(id)));
            wires.Answer = null;
            rig.Run(3000);
            Assert.True(rig.Driver.IsReady);

            // A chip that only seemed lost went on with what it held.
            Assert.Empty(rig.PeerReceived().Skip(isBusOff ? 0 : 3));
            Assert.Equal(3, rig.Driver.Statistics.GivenUpCount);
        }

        [Fact]
        public void Start_Again_GivesUpWhatWasThereAndComesBack()
        {
            Mcp2515Rig rig = Running(out _);
            rig.Bus.Disconnect(rig.Peer);
            SendFive(rig);

            ((ICanController)rig.Driver).Start(rig.NowMilliseconds);

            Assert.False(rig.Driver.IsReady);
            Assert.Equal((3, 2), (rig.Driver.Statistics.GivenUpCount, rig.Driver.Statistics.StaleCount));
            rig.Bus.Connect(rig.Peer);
            rig.Run(100);
            Assert.True(rig.Driver.IsReady);
            Assert.Empty(rig.PeerReceived());
        }

        // READ STATUS: TX2IF 7, TXREQ2 6, TX1IF 5, TXREQ1 4, TX0IF 3, TXREQ0 2. One buffer is done in each turn, the two others are pending.
        [Fact]
        public void Send_WithoutAPause_TakesTwelvePlacesAndBeginsAgainWhenAllAreGone()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            rig.Bus.Disconnect(rig.Peer);
            byte status = 0x54;
            wires.Answer = (send, receive) => receive[1] = send[0] == 0xA0 ? status : receive[1];
            for (int number = 0; number < 12; number++)
            {
                rig.Driver.Send(Frames.Data(0x351, $"{number:X2}"));
                if (number >= 2)
                {
                    status = (number % 3) switch { 2 => 0x94, 0 => 0x64, _ => 0x58 };
                    rig.Driver.Poll(rig.NowMilliseconds);
                }
            }

            Assert.Equal(
                [
                    "025003", "024003", "023003", "025002", "024002", "023002", "025001", "024001", "023001", "025000", "024000", "023000",
                ],
                wires.Consume().Where(static line => line.StartsWith("02", StringComparison.Ordinal)));
            rig.Driver.Send(Frames.Data(0x351, "0C"));
            Assert.Empty(wires.Consume());
            status = 0xA8;
            rig.Driver.Poll(rig.NowMilliseconds);
            Assert.Contains("025003", wires.Consume());
        }

        // Buffer 0 holds the third frame with priority 3, buffer 2 the fourth with priority 2: the third is the oldest, and its TXB0CTRL is read.
        [Fact]
        public void GivingUp_OfSeveral_LooksAtTheOldest()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            rig.Bus.Disconnect(rig.Peer);
            byte status = 0xA4;
            wires.Answer = (send, receive) =>
            {
                receive[1] = send[0] == 0xA0 ? status : receive[1];
                receive[2] = send[0] == 0x03 && send[1] is 0x30 or 0x50 ? (byte)0x10 : receive[2];
            };
            SendFive(rig);
            rig.Driver.Send(Frames.Data(0x35E, ""));
            Assert.False(rig.Driver.IsQuiet);
            rig.Driver.Poll(rig.NowMilliseconds + 1);
            wires.Consume();
            status = 0x54;
            rig.Driver.Poll(rig.NowMilliseconds + 99);
            IReadOnlyList<string> before = wires.Consume();
            int staleBefore = rig.Driver.Statistics.StaleCount;

            rig.Driver.Poll(rig.NowMilliseconds + 100);

            // ABAT and OSM, since a frame that met an error found nobody.
            Assert.DoesNotContain("0330 1", before);
            Assert.Equal(["A0 1", "0330 1", "052F1818", "031C 20"], wires.Consume());
            Assert.Equal((0, 1), (staleBefore, rig.Driver.Statistics.StaleCount));
            Assert.True(rig.Driver.IsQuiet);
        }

        // Both are full, there is room for one, and buffer 0 fills again at once: what waits in buffer 1 is older than that.
        [Fact]
        public void Receive_WithRoomForOne_TakesTheBuffersInTurn()
        {
            Mcp2515Rig rig = Running(out WireLog wires, new Mcp2515Settings { AcceptsEverything = true, ReceiveQueueLength = 1 });
            wires.Answer = static (send, receive) => receive[1] = send[0] == 0xA0 ? (byte)3 : receive[1];
            List<string> read = [];
            for (int number = 0; number < 4; number++)
            {
                rig.Driver.Poll(rig.NowMilliseconds);
                read.AddRange(wires.Consume());
                Assert.True(rig.Driver.TryReceive(new CanFrame()));
            }

            Assert.Equal(["A0 1", "90 13", "A0 1", "A0 1", "94 13", "A0 1", "A0 1", "90 13", "A0 1", "A0 1", "94 13", "A0 1"], read);
        }

        // Whatever stands in the buffer behind a remote frame, it has no data.
        [Fact]
        public void Receive_RemoteFrame_HasALengthAndNoData()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            bool isThere = true;
            wires.Answer = (send, receive) =>
            {
                if (send[0] == 0xA0)
                {
                    receive[1] = isThere ? (byte)1 : (byte)0;
                }
                else if (send[0] == 0x90)
                {
                    isThere = false;
                    Convert.FromHexString("60B00000081122334455667788").CopyTo(receive, 1);
                }
            };
            rig.Driver.Poll(rig.NowMilliseconds);
            var frame = new CanFrame();

            Assert.True(rig.Driver.TryReceive(frame));
            Assert.Equal("305#R8", Mcp2515Rig.Text(frame));
            Assert.All(frame.Data, data => Assert.Equal(0, data));
        }

        private static void OffTheBus(byte[] send, byte[] receive)
        {
            receive[2 + 0x2D - 0x1C] |= send[0] == 0x03 && send[1] == 0x1C ? (byte)0x20 : (byte)0;
        }

        private static void SendFive(Mcp2515Rig rig)
        {
            foreach (uint id in new uint[] { 0x351, 0x355, 0x356, 0x359, 0x35C })
            {
                Assert.Equal(SendResult.Accepted, rig.Driver.Send(Frames.Data(id, "")));
            }
        }

        private static List<long> TimesOf(Mcp2515Rig rig, int milliseconds, Func<int> count)
        {
            List<long> times = [];
            int before = count();
            for (long end = rig.NowMilliseconds + milliseconds; rig.NowMilliseconds < end;)
            {
                rig.Run(1, 1);
                if (count() != before)
                {
                    before = count();
                    times.Add(rig.NowMilliseconds);
                }
            }

            return times;
        }

        private static Mcp2515Rig Running(out WireLog wires, Mcp2515Settings? settings = null)
        {
            WireLog? log = null;
            var rig = new Mcp2515Rig(settings, wires: chip => log = new WireLog(chip));
            wires = log!;
            Assert.Null(rig.Driver.Start(0));
            rig.Run(100);
            Assert.True(rig.Driver.IsReady, rig.Driver.Fault);
            wires.Consume();
            return rig;
        }
    }
}
