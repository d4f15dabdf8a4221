using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>The bytes on the wires to the chip, against the instructions (table 12-1) and registers (section 11) of DS20001801J.</summary>
    public class WireTests
    {
        // RESET; CANSTAT; the patterns 0x55 and 0xAA into RXM0SIDH and back.
        private static readonly string[] Test = ["032E 1", "022055", "0320 1", "0220AA", "0320 1"];

        // CNF3 to CNF1 of 500 kbit/s from 8 MHz; masks and filters that let all through; BUKT; CANINTF; CANINTE.
        private static readonly string[] ConfigureForAll =
        [
            "022801", "022991", "022A00", "022000000000", "022400000000", "020000000000", "020400080000", "020800000000", "021000080000",
            "021400000000", "021800080000", "026004", "027000", "022C00", "022B3F",
        ];

        // As above, with masks of 11 bits and 0x305 in each filter.
        private static readonly string[] ConfigureForReply =
        [
            "022801", "022991", "022A00", "0220FFE00000", "0224FFE00000", "020060A00000", "020460A00000", "020860A00000", "021060A00000",
            "021460A00000", "021860A00000", "026004", "027000", "022C00", "022B3F",
        ];

        // CANCTRL to loopback; the test frame 1555AAA5 into buffer 0; its request to send.
        private static readonly string[] Loopback = ["022F40", "40AAA9AAA508819EBBD8F5122F4C", "81"];

        [Fact]
        public void Start_EveryTransfer_IsAsTheDataSheetAsks()
        {
            var (rig, wires) = Make(new Mcp2515Settings());

            rig.Driver.Start(0);
            string[] reset = [.. wires.Consume()];
            Poll(rig, 1);
            string[] tooEarly = [.. wires.Consume()];
            Poll(rig, 2);
            string[] tested = [.. wires.Consume()];
            wires.Answer = (send, receive) => Script(send, receive, 0x80);
            Poll(rig, 3);
            bool wasReady = rig.Driver.IsReady;
            string[] joined = [.. wires.Consume()];
            wires.Answer = (send, receive) => Script(send, receive, 0x00);
            Poll(rig, 4);

            Assert.Equal(["C0"], reset);
            Assert.Empty(tooEarly);
            Assert.Equal([.. Test, .. ConfigureForAll, .. Loopback], tested);
            Assert.Equal(["A0 1", "90 13", "022F80", .. ConfigureForReply, "022F00", "032E 1"], joined);
            Assert.False(wasReady);
            Assert.True(rig.Driver.IsReady);
            Assert.Equal(["032E 1"], wires.Consume());

            // Nothing is to be sent or given up.
            wires.Answer = null;
            Poll(rig, 5);
            Assert.Equal(["A0 1"], wires.Consume());
        }

        [Fact]
        public void Start_OneShot_IsAskedForWithNormalMode()
        {
            var (rig, wires) = Make(new Mcp2515Settings { AcceptsEverything = true, TransmitPolicy = Mcp2515TransmitPolicy.OneShot });
            rig.Driver.Start(0);
            Poll(rig, 2);
            wires.Answer = (send, receive) => Script(send, receive, 0x00);
            wires.Consume();

            Poll(rig, 3);

            Assert.Equal(["A0 1", "90 13", "022F80", .. ConfigureForAll, "022F08", "032E 1"], wires.Consume());
            Assert.True(rig.Driver.IsReady);
        }

        [Theory]
        [InlineData(0x55)]
        [InlineData(0xAA)]
        public void Start_ChipThatKeepsOneOfBothPatterns_DoesNotKeepWhatIsWritten(byte kept)
        {
            var (rig, wires) = Make(new Mcp2515Settings());
            wires.Answer = (send, receive) =>
            {
                if (send[0] == 0x03 && send[1] == 0x20)
                {
                    receive[2] &= kept;
                }
            };
            rig.Driver.Start(0);

            Poll(rig, 2);

            Assert.Contains("does not keep", rig.Driver.Fault, StringComparison.Ordinal);
        }

        [Fact]
        public void Start_TestFrameDoesNotComeBack_IsAFaultAfter50Milliseconds()
        {
            var (rig, wires) = Make(new Mcp2515Settings());
            rig.Driver.Start(0);
            Poll(rig, 2);
            wires.Answer = static (send, receive) => receive[1] = send[0] == 0xA0 ? (byte)0 : receive[1];

            Poll(rig, 51);
            string? before = rig.Driver.Fault;
            Poll(rig, 52);

            Assert.Null(before);
            Assert.Contains("does not receive its own test frame", rig.Driver.Fault, StringComparison.Ordinal);
            Assert.Equal(CanBusState.BusOff, rig.Driver.State);
        }

        // Bytes behind READ RX BUFFER: SIDH, SIDL, EID8, EID0, DLC, D0 to D7.
        [Theory]
        [InlineData(1, 0x80)]
        [InlineData(2, 0x20)]
        [InlineData(2, 0x08)]
        [InlineData(2, 0x01)]
        [InlineData(3, 0x01)]
        [InlineData(4, 0x80)]
        [InlineData(5, 0x08)]
        [InlineData(5, 0x0F)]
        [InlineData(5, 0x40)]
        [InlineData(6, 0x01)]
        [InlineData(9, 0x10)]
        [InlineData(13, 0x80)]
        public void Start_AnotherFrameThanTheTestFrameComesBack_IsAFaultAtOnce(int place, byte changed)
        {
            var (rig, wires) = Make(new Mcp2515Settings());
            rig.Driver.Start(0);
            Poll(rig, 2);
            wires.Answer = (send, receive) =>
            {
                Script(send, receive, 0x00);
                receive[place] ^= send[0] == 0x90 ? changed : (byte)0;
            };
            wires.Consume();

            Poll(rig, 3);

            Assert.False(rig.Driver.IsReady);
            Assert.Contains("does not receive its own test frame", rig.Driver.Fault, StringComparison.Ordinal);
            Assert.Equal(["A0 1", "90 13"], wires.Consume());
        }

        [Fact]
        public void Start_ChipThatStaysOutOfNormalMode_IsAFaultAfter50Milliseconds()
        {
            var (rig, wires) = Make(new Mcp2515Settings());
            rig.Driver.Start(0);
            Poll(rig, 2);
            wires.Answer = static (send, receive) => Script(send, receive, 0x80);
            Poll(rig, 10);

            Poll(rig, 59);
            string? before = rig.Driver.Fault;
            Poll(rig, 60);

            Assert.Null(before);
            Assert.Contains("does not join the bus", rig.Driver.Fault, StringComparison.Ordinal);
        }

        // Of equal priority the higher buffer goes first, so the places fall from TXB2 with priority 3.
        [Fact]
        public void Send_FramesOneAfterAnother_FillTheBuffersFromTheTop()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            rig.Driver.Send(Frames.Data(0x351, "1402740E740ECC01"));
            rig.Driver.Send(Frames.Remote(0x305, 8));
            rig.Driver.Send(Frames.Data(0x12345678, "0102", true));
            rig.Driver.Send(Frames.Data(0x355, "4B0064001C25"));

            Assert.Equal(
                [
                    "025003", "446A200000081402740E740ECC01", "84", "024003", "4260A0000048", "82", "023003", "4091A85678020102", "81",
                ],
                wires.Consume());

            rig.Run(10);

            // All gone: the flags TX2IF, TX1IF and TX0IF are cleared together and the places begin again from the top, with priority 3 known.
            Assert.Equal(["A0 1", "052C1C00", "446AA00000064B0064001C25", "84", "031C 20"], wires.Consume());
            Assert.Equal(3, rig.Driver.Statistics.SentCount);
            rig.Run(10);
            Assert.Equal(1, rig.Driver.AcknowledgedCountOf(0x351));
            Assert.Equal(1, rig.Driver.AcknowledgedCountOf(0x355));
            Assert.Equal(0, rig.Driver.AcknowledgedCountOf(0x356));
        }

        [Fact]
        public void Poll_NothingToDo_LooksAtTheChipAndEvery100MillisecondsAtItsHealth()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            rig.Driver.Poll(rig.NowMilliseconds + 100);
            wires.Consume();

            rig.Driver.Poll(rig.NowMilliseconds + 199);
            string[] before = [.. wires.Consume()];
            rig.Driver.Poll(rig.NowMilliseconds + 200);

            Assert.Equal(["A0 1"], before);
            Assert.Equal(["A0 1", "031C 20"], wires.Consume());
        }

        // CANINTF: MERRF, WAKIF, ERRIF; EFLG: RX1OVR, RX0OVR. The first stand at 0x2C, the others at 0x2D, TEC at 0x1C.
        [Theory]
        [InlineData(0x2C, 0x80, "052CE000")]
        [InlineData(0x2C, 0x40, "052CE000")]
        [InlineData(0x2C, 0x20, "052CE000")]
        [InlineData(0x2D, 0x80, "052DC000")]
        [InlineData(0x2D, 0x40, "052DC000")]
        [InlineData(0x2C, 0x1F, null)]
        [InlineData(0x2D, 0x01, null)]
        public void Poll_FlagsOfErrors_AreClearedAndNoOthers(int address, byte flag, string? cleared)
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            wires.Answer = (send, receive) =>
            {
                if (send[0] == 0x03 && send[1] == 0x1C)
                {
                    receive[2 + address - 0x1C] |= flag;
                }
            };
            wires.Consume();

            rig.Driver.Poll(rig.NowMilliseconds + 100);

            Assert.Equal(cleared is null ? ["A0 1", "031C 20"] : ["A0 1", "031C 20", cleared], wires.Consume());
            Assert.Equal(address == 0x2D && cleared is not null ? 1 : 0, rig.Driver.Statistics.OverflowCount);
        }

        // TEC and REC at 0x1C and 0x1D; EFLG at 0x2D: TXEP 4, RXEP 3, TXWAR 2, RXWAR 1, EWARN 0.
        [Fact]
        public void Poll_ErrorCounters_AreShownWithTheirHighest()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            (byte Sending, byte Receiving, byte Flags, CanBusState State)[] answers =
            [
                (7, 3, 0x00, CanBusState.ErrorActive), (97, 1, 0x05, CanBusState.ErrorWarning), (5, 97, 0x03, CanBusState.ErrorWarning),
                (4, 2, 0x01, CanBusState.ErrorWarning), (128, 0, 0x15, CanBusState.ErrorPassive), (1, 130, 0x0B, CanBusState.ErrorPassive),
                (1, 6, 0x00, CanBusState.ErrorActive),
            ];
            int number = 0;
            wires.Answer = (send, receive) =>
            {
                if (send[0] == 0x03 && send[1] == 0x1C)
                {
                    receive[2] = answers[number].Sending;
                    receive[3] = answers[number].Receiving;
                    receive[2 + 0x2D - 0x1C] = answers[number].Flags;
                }
            };
            Mcp2515Statistics statistics = rig.Driver.Statistics;
            List<string> seen = [];
            for (; number < answers.Length; number++)
            {
                rig.Driver.Poll(rig.NowMilliseconds + (100 * (number + 1)));
                seen.Add($"{rig.Driver.TransmitErrorCount} {rig.Driver.ReceiveErrorCount} {statistics.TransmitErrorMax} {statistics.ReceiveErrorMax} "
                    + rig.Driver.State);
            }

            Assert.Equal(
                [
                    "7 3 7 3 ErrorActive", "97 1 97 3 ErrorWarning", "5 97 97 97 ErrorWarning", "4 2 97 97 ErrorWarning",
                    "128 0 128 97 ErrorPassive", "1 130 128 130 ErrorPassive", "1 6 128 130 ErrorActive",
                ],
                seen);
        }

        // CNF2, CANINTE and the mode in CANSTAT tell whether the chip still has what a start wrote; each alone is enough.
        [Theory]
        [InlineData(0x29, 0x10)]
        [InlineData(0x2B, 0x01)]
        [InlineData(0x2E, 0x80)]
        public void Poll_OneSettingGone_IsAFault(int address, byte changed)
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            wires.Answer = (send, receive) =>
            {
                if (send[0] == 0x03 && send[1] == 0x1C)
                {
                    receive[2 + address - 0x1C] ^= changed;
                }
            };

            rig.Driver.Poll(rig.NowMilliseconds + 100);

            Assert.Contains("stopped answering or lost its settings", rig.Driver.Fault, StringComparison.Ordinal);
            Assert.Equal(1, rig.Driver.Statistics.FaultCount);
        }

        // EFLG bit 5. The chip is reset, left out for 100 ms and joins without the loopback test.
        [Fact]
        public void Poll_OffTheBus_JoinsAgainWithoutTheLoopbackTest()
        {
            Mcp2515Rig rig = Running(out WireLog wires);
            rig.Driver.Send(Frames.Data(0x351, ""));
            wires.Answer = static (send, receive) => receive[2 + 0x2D - 0x1C] |= send[0] == 0x03 && send[1] == 0x1C ? (byte)0x20 : (byte)0;
            wires.Consume();
            long start = rig.NowMilliseconds;
            rig.Driver.Poll(start);
            wires.Answer = null;
            string[] left = [.. wires.Consume()];
            rig.Driver.Poll(start + 99);
            string[] pause = [.. wires.Consume()];
            Poll(rig, start + 100);
            string[] reset = [.. wires.Consume()];
            Poll(rig, start + 102);

            Assert.Equal(["A0 1", "031C 20", "C0"], left);
            Assert.Empty(pause);
            Assert.Equal(["C0"], reset);
            Assert.Equal([.. Test, .. ConfigureForAll, "022F00", "032E 1"], wires.Consume());
            Assert.True(rig.Driver.IsReady);
            Assert.Equal(1, rig.Driver.AbandonedCountOf(0x351));
            Assert.Equal(1, rig.Driver.Statistics.GivenUpCount);
        }

        [Fact]
        public void Title_OfTheUsualModule_NamesCrystalAndRate()
        {
            Assert.Equal("MCP2515, crystal 8 MHz, 500 kbit/s", new Mcp2515Rig(new Mcp2515Settings()).Driver.Title);
        }

        [Theory]
        [InlineData(1, 1, 1, 0x000, null)]
        [InlineData(1, 1, 1, 0x7FF, null)]
        [InlineData(0, 1, 1, 0x305, "transmit timeout of 1 ms or more and queues of 1 frame or more")]
        [InlineData(1, 0, 1, 0x305, "transmit timeout of 1 ms or more and queues of 1 frame or more")]
        [InlineData(1, 1, 0, 0x305, "transmit timeout of 1 ms or more and queues of 1 frame or more")]
        [InlineData(1, 1, 1, -1, "outside 0 to 0x7FF")]
        [InlineData(1, 1, 1, 0x800, "outside 0 to 0x7FF")]
        public void Settings_AtTheirEnds_AreTakenAndBeyondRefused(int timeout, int transmitQueue, int receiveQueue, int accepted, string? problem)
        {
            string? found = new Mcp2515Settings
            {
                TransmitTimeoutMilliseconds = timeout,
                TransmitQueueLength = transmitQueue,
                ReceiveQueueLength = receiveQueue,
                AcceptedId = accepted,
            }.FindProblem();

            Assert.True(problem is null ? found is null : found!.Contains(problem, StringComparison.Ordinal), found);
        }

        // What a sound chip answers: its test frame in buffer 0, and a mode.
        private static void Script(byte[] send, byte[] receive, byte canStatus)
        {
            switch (send[0])
            {
                case 0xA0:
                    receive[1] = 0x01;
                    break;
                case 0x90:
                    Convert.FromHexString("AAA9AAA508819EBBD8F5122F4C").CopyTo(receive, 1);
                    break;
                case 0x03 when send[1] == 0x2E:
                    receive[2] = canStatus;
                    break;
                default:
                    break;
            }
        }

        private static (Mcp2515Rig Rig, WireLog Wires) Make(Mcp2515Settings settings)
        {
            WireLog? wires = null;
            var rig = new Mcp2515Rig(settings, wires: chip => wires = new WireLog(chip));
            return (rig, wires!);
        }

        private static void Poll(Mcp2515Rig rig, long milliseconds)
        {
            rig.Wait((int)(milliseconds - rig.NowMilliseconds));
            rig.Driver.Poll(milliseconds);
        }

        private static Mcp2515Rig Running(out WireLog wires)
        {
            WireLog? log = null;
            var rig = new Mcp2515Rig(wires: chip => log = new WireLog(chip));
            wires = log!;
            Assert.Null(rig.Driver.Start(0));
            rig.Run(100);
            Assert.True(rig.Driver.IsReady, rig.Driver.Fault);
            wires.Consume();
            return rig;
        }
    }
}
