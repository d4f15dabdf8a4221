using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Board;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>From reset to the bus, and what is said when that does not work.</summary>
    public class StartUpTests
    {
        public static TheoryData<int> Crystals => [8_000_000, 16_000_000, 20_000_000];

        [Theory]
        [MemberData(nameof(Crystals))]
        public void Start_SoundChip_IsOnTheBusWithin50Milliseconds(int crystalHertz)
        {
            var rig = new Mcp2515Rig(new Mcp2515Settings { CrystalHertz = crystalHertz });

            Assert.Null(rig.Driver.Start(0));
            rig.Run(50);

            Assert.True(rig.Driver.IsReady);
            Assert.Null(rig.Driver.Fault);
            Assert.Equal(CanBusState.ErrorActive, rig.Driver.State);
            Assert.Equal(0, rig.Chip.Peek(0x0E) >> 5);
            Assert.Empty(rig.PeerReceived());
            rig.AssertNoViolations();
        }

        [Fact]
        public void Start_ImpossibleSettings_SaysSoAndLeavesTheChipAlone()
        {
            var rig = new Mcp2515Rig(new Mcp2515Settings { BitsPerSecond = 333_333 });

            string? fault = rig.Driver.Start(0);
            rig.Run(100);

            Assert.Contains("bit rate", fault, System.StringComparison.Ordinal);
            Assert.Equal(0, rig.Chip.TransferCount);
            Assert.Equal(SendResult.BusOff, rig.Driver.Send(Frames.Data(0x351, "00")));
        }

        [Theory]
        [InlineData(0x00, "0x00")]
        [InlineData(0xFF, "0xFF")]
        [InlineData(0x80, "does not keep")]
        [InlineData(0x55, "configuration mode")]
        public void Start_NoAnswerFromTheChip_SaysWhatIsWrongInOneSentence(byte miso, string part)
        {
            var rig = new Mcp2515Rig();
            rig.Chip.StuckMiso = miso;

            rig.Driver.Start(0);
            rig.Run(100);

            Assert.False(rig.Driver.IsReady);
            Assert.Contains(part, rig.Driver.Fault, System.StringComparison.Ordinal);
            Assert.Matches(@"^[A-Z][^.]*(\.\d[^.]*)*\.$", rig.Driver.Fault);
            Assert.Equal(CanBusState.BusOff, rig.Driver.State);
            Assert.Equal(SendResult.BusOff, rig.Driver.Send(Frames.Data(0x351, "00")));
        }

        [Fact]
        public void Start_MosiBroken_SaysThatNothingIsKept()
        {
            var rig = new Mcp2515Rig(wires: chip => new ForgetfulPort(chip));

            rig.Driver.Start(0);
            rig.Run(100);

            Assert.Contains("does not keep", rig.Driver.Fault, System.StringComparison.Ordinal);
        }

        [Fact]
        public void Poll_ChipThatComesLate_IsTriedAgainLessAndLessOftenAndThenWorks()
        {
            var rig = new Mcp2515Rig();
            rig.Chip.StuckMiso = 0xFF;
            rig.Driver.Start(0);
            rig.Run(120_000);
            int tries = rig.Driver.Statistics.FaultCount;

            rig.Chip.StuckMiso = null;
            rig.Run(Mcp2515CanBus.FaultPauseMaxMilliseconds + 100);

            // 1 + 2 + 4 + 8 + 16 + 30 + 30 ... seconds between the tries.
            Assert.InRange(tries, 6, 9);
            Assert.True(rig.Driver.IsReady);
            Assert.Null(rig.Driver.Fault);
        }

        [Fact]
        public void Poll_ChipLosesItsSupply_IsNoticedAndRepaired()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();

            rig.Chip.Brownout();
            rig.Run(200);
            bool isNoticed = !rig.Driver.IsReady;
            string? fault = rig.Driver.Fault;
            rig.Run(1200);
            rig.Driver.Send(Frames.Data(0x351, "0102"));
            rig.Run(20);

            Assert.True(isNoticed);
            Assert.Equal(Mcp2515Problems.Lost, fault);
            Assert.Equal(["351#0102"], rig.PeerReceived());
            rig.AssertNoViolations();
        }

        [Theory]
        [InlineData(0x00)]
        [InlineData(0xFF)]
        public void Poll_WireBreaksWhileRunning_IsNoticed(byte miso)
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();

            rig.Chip.StuckMiso = miso;
            rig.Run(200);

            Assert.Equal(Mcp2515Problems.Lost, rig.Driver.Fault);
            Assert.Empty(new List<string>(rig.PeerReceived()));
        }

        // A mask or filter holds anything after power-up (data sheet, 4.5), so each is written; and CNF1 where the prescaler is not its reset value.
        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public void Start_RegistersThatHoldAnything_AreAllWritten(bool acceptsEverything)
        {
            var settings = new Mcp2515Settings { AcceptsEverything = acceptsEverything, BitsPerSecond = 125_000 };
            var written = new HashSet<int>();
            var rig = new Mcp2515Rig(settings, wires: chip => new WriteWatch(chip, written));
            rig.Driver.Start(0);
            rig.Run(100);

            // RXF0 to RXF5, RXM0 and RXM1, four registers each; CNF3, CNF2 and CNF1.
            Assert.True(rig.Driver.IsReady, rig.Driver.Fault);
            HashSet<int> all = [0x00, 0x04, 0x08, 0x10, 0x14, 0x18, 0x20, 0x24, 0x28, 0x29, 0x2A];
            Assert.Subset(written, all);
        }

        [Fact]
        public void Model_ClockAboveTheChipsLimit_IsReported()
        {
            var rig = new Mcp2515Rig(options: new Mcp2515ChipOptions { SpiClockHertz = 12_000_000 });

            rig.Driver.Start(0);

            Assert.Contains("12000000 Hz", Assert.Single(rig.Chip.Violations), System.StringComparison.Ordinal);
        }

        // The chip reads every data bit that is written to it as 0.
        private sealed class ForgetfulPort(ISpiPort chip) : ISpiPort
        {
            public void Transfer(byte[] send, byte[] receive, int length)
            {
                byte[] sent = [.. send];
                if (send[0] == 0x02)
                {
                    System.Array.Clear(sent, 2, sent.Length - 2);
                }

                chip.Transfer(sent, receive, length);
            }
        }

        // Notes the first address of every WRITE (data sheet, table 12-1: 0x02).
        private sealed class WriteWatch(ISpiPort chip, HashSet<int> written) : ISpiPort
        {
            public void Transfer(byte[] send, byte[] receive, int length)
            {
                if (length > 2 && send[0] == 0x02)
                {
                    written.Add(send[1]);
                }

                chip.Transfer(send, receive, length);
            }
        }
    }
}
