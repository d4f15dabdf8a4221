using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Model.Faults
{
    /// <summary>What each fault does to a frame, byte by byte.</summary>
    public class FrameFaultsTests
    {
        private readonly FaultPlan _plan = new();
        private readonly SentFrames _bus = new();
        private readonly FrameRecorder _recorder;
        private readonly FrameFaults _faults;

        public FrameFaultsTests()
        {
            _recorder = new FrameRecorder(_bus);
            for (int index = 0; index < FrameTable.Count; index++)
            {
                _recorder.StatisticsOf(FrameTable.At(index));
            }

            _faults = new FrameFaults(_plan, _recorder);
        }

        // Bytes of a fault stand with the first one lowest; CORRupt is an exclusive or with one byte.
        [Theory]
        [InlineData(FrameFaultKind.Omit, 1, 0, "")]
        [InlineData(FrameFaultKind.Length, 3, 0, "355#010203")]
        [InlineData(FrameFaultKind.Length, 0, 0, "355#")]
        [InlineData(FrameFaultKind.Length, 8, 0, "355#0102030405060000")]
        [InlineData(FrameFaultKind.Extended, 1, 0, "00000355#010203040506")]
        [InlineData(FrameFaultKind.Remote, 1, 0, "355#R6")]
        [InlineData(FrameFaultKind.Duplicate, 2, 0, "355#010203040506 355#010203040506 355#010203040506")]
        [InlineData(FrameFaultKind.Corrupt, 5, 0x81, "355#010203040587")]
        [InlineData(FrameFaultKind.Corrupt, 0, 0xFF, "355#FE0203040506")]
        [InlineData(FrameFaultKind.Corrupt, 6, 0xFF, "355#010203040506")]
        [InlineData(FrameFaultKind.Bytes, 8, 0x8877665544332211, "355#1122334455667788")]
        [InlineData(FrameFaultKind.Bytes, 2, 0x2211, "355#1122")]
        public void Fault_OfEachKind_ShowsInTheBytes(FrameFaultKind kind, int value, ulong detail, string expected)
        {
            _plan.Set(FaultPlan.IndexOf(1, kind), value, (long)detail, 0, 0);
            _faults.Prepare();

            Assert.Equal(SendResult.Accepted, Send(0x355, 10));
            Assert.Equal(expected, _bus.Consume());
            Send(0x356, 20);
            Assert.Equal("356#010203040506", _bus.Consume());
        }

        [Fact]
        public void ExtendedAndRemote_Together_AreBoth()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Extended), 1, 0, 0, 0);
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Remote), 1, 0, 0, 0);
            Send(0x355, 10);
            Assert.Equal("00000355#R6", _bus.Consume());
        }

        [Fact]
        public void Faults_AreTimed_AndTheFrameIsSoundBeforeAndAfter()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Omit), 1, 0, 100, 100);
            Send(0x355, 99);
            Send(0x355, 100);
            Send(0x355, 199);
            Send(0x355, 200);
            Assert.Equal("355#010203040506 355#010203040506", _bus.Consume());
        }

        // A frame that was never sent has nothing old to repeat; and what is repeated is not corrupted again.
        [Fact]
        public void Stale_Frame_IsTheOneSentLast()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Stale), 1, 0, 0, 0);
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Corrupt), 0, 0xF0, 0, 0);
            _faults.Send(FrameTable.At(1), Frames.Data(0x355, "0102"), 0);
            _faults.Send(FrameTable.At(1), Frames.Data(0x355, "0304"), 10);
            _faults.Send(FrameTable.At(1), Frames.Data(0x355, "0506"), 20);
            Assert.Equal("355#F102 355#F102 355#F102", _bus.Consume());
        }

        [Fact]
        public void Swap_Frame_LeavesBehindTheNextWhateverThatIs()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Swap), 1, 0, 0, 0);
            Send(0x355, 0);
            Assert.Equal("", _bus.Consume());
            Send(0x356, 10);
            Assert.Equal("356#010203040506 355#010203040506", _bus.Consume());
            Send(0x356, 20);
            Assert.Equal("356#010203040506", _bus.Consume());
            Send(0x355, 30);
            _plan.ClearAll();
            Send(0x359, 40);
            Send(0x356, 50);
            Assert.Equal("359#010203040506 355#010203040506 356#010203040506", _bus.Consume());
        }

        // Two that are to be swapped one after the other: the second leaves first.
        [Fact]
        public void Swap_OfTwoNeighbours_HoldsOnlyTheFirst()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Swap), 1, 0, 0, 0);
            _plan.Set(FaultPlan.IndexOf(2, FrameFaultKind.Swap), 1, 0, 0, 0);
            Send(0x355, 0);
            Send(0x356, 10);
            Assert.Equal("356#010203040506 355#010203040506", _bus.Consume());
        }

        [Fact]
        public void Drop_HeldAndDelayedFrames_NeverLeave()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Swap), 1, 0, 0, 0);
            _plan.Set(FaultPlan.IndexOf(3, FrameFaultKind.Delay), 50, 0, 0, 0);
            _faults.Prepare();
            Send(0x359, 0);
            Send(0x355, 0);
            Assert.Equal(50, _faults.NextEventMilliseconds);
            _faults.Drop();
            Assert.Equal(long.MaxValue, _faults.NextEventMilliseconds);
            _faults.Run(1000);
            Send(0x356, 1000);
            Assert.Equal("356#010203040506", _bus.Consume());
        }

        [Fact]
        public void Delay_SeveralFrames_LeaveWhenDueInTheOrderOfTheirTimes()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Delay), 300, 0, 0, 0);
            _plan.Set(FaultPlan.IndexOf(2, FrameFaultKind.Delay), 100, 0, 0, 0);
            _plan.Set(FaultPlan.IndexOf(3, FrameFaultKind.Delay), 200, 0, 0, 0);
            _faults.Prepare();
            Assert.Equal(long.MaxValue, _faults.NextEventMilliseconds);
            foreach (uint id in new uint[] { 0x355, 0x356, 0x359 })
            {
                Assert.Equal(SendResult.Accepted, _faults.Send(FrameTable.Find(id), Frames.Data(id, $"{id & 0xF:X2}"), 0));
            }

            Assert.Equal(100, _faults.NextEventMilliseconds);
            _faults.Run(99);
            Assert.Equal("", _bus.Consume());
            _faults.Run(100);
            Assert.Equal("356#06", _bus.Consume());
            Assert.Equal(200, _faults.NextEventMilliseconds);
            Assert.Equal(100, _recorder.StatisticsOf(FrameTable.At(2)).LastSentMilliseconds);
            _faults.Run(300);
            Assert.Equal("359#09 355#05", _bus.Consume());
            Assert.Equal(long.MaxValue, _faults.NextEventMilliseconds);
        }

        // There is room for sixteen; what comes beyond leaves at once rather than never.
        [Fact]
        public void Delay_MoreThanThereIsRoomFor_LeavesAtOnce()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Delay), 1000, 0, 0, 0);
            _faults.Prepare();
            for (int number = 0; number < 18; number++)
            {
                _faults.Send(FrameTable.At(1), Frames.Data(0x355, $"{number:X2}"), number);
            }

            Assert.Equal("355#10 355#11", _bus.Consume());
            _faults.Run(1015);
            Assert.Equal(
                "355#00 355#01 355#02 355#03 355#04 355#05 355#06 355#07 355#08 355#09 355#0A 355#0B 355#0C 355#0D 355#0E 355#0F", _bus.Consume());
        }

        [Fact]
        public void Delay_WithoutRoomPrepared_LeavesAtOnce()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Delay), 1000, 0, 0, 0);
            Send(0x355, 0);
            Assert.Equal("355#010203040506", _bus.Consume());
        }

        // Room that was made once stays, with what is in it.
        [Fact]
        public void Prepare_Again_KeepsWhatIsDelayed()
        {
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Delay), 10, 0, 0, 0);
            _faults.Prepare();
            Send(0x355, 0);
            _faults.Prepare();
            _faults.Run(10);
            Assert.Equal("355#010203040506", _bus.Consume());
        }

        [Fact]
        public void Refusal_OfTheBus_ComesThrough()
        {
            _bus.Result = SendResult.BusOff;
            Assert.Equal(SendResult.BusOff, Send(0x355, 0));
            _plan.Set(FaultPlan.IndexOf(1, FrameFaultKind.Length), 1, 0, 0, 0);
            Assert.Equal(SendResult.BusOff, Send(0x355, 0));
            Assert.Equal(2, _recorder.StatisticsOf(FrameTable.At(1)).Failed);
        }

        private SendResult Send(uint id, long nowMilliseconds) => _faults.Send(FrameTable.Find(id), Frames.Data(id, "010203040506"), nowMilliseconds);
    }
}
