using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Tests.Model.Faults;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>What is counted of each frame, and what is measured of its period.</summary>
    public class RecorderTests
    {
        private readonly SentFrames _bus = new();

        [Fact]
        public void Period_OfTwoFramesAndMore_IsMeasured()
        {
            FrameRecorder recorder = Make();
            FrameStatistics statistics = recorder.StatisticsOf(FrameTable.At(0));
            Assert.Equal("0 0 -1 -1 -1 -1", Text(statistics));
            Send(recorder, 500, "01");
            Assert.Equal("1 0 500 -1 -1 -1", Text(statistics));
            Send(recorder, 1500, "02");
            Assert.Equal("2 0 1500 1000 1000 1000", Text(statistics));
            Send(recorder, 2400, "03");
            Send(recorder, 3600, "04");
            Send(recorder, 4600, "05");
            Assert.Equal("5 0 4600 900 1025 1200", Text(statistics));
            Assert.Equal("351#05", SentFrames.Text(statistics.LastFrame));
        }

        // A frame can be away for longer than 2^31 ms.
        [Fact]
        public void Period_LongerThanAnIntHolds_IsItsHighest()
        {
            FrameRecorder recorder = Make();
            Send(recorder, 0, "");
            Send(recorder, 3_000_000_000, "");
            Assert.Equal("2 0 3000000000 2147483647 2147483647 2147483647", Text(recorder.StatisticsOf(FrameTable.At(0))));
        }

        [Fact]
        public void Refused_Frame_IsCountedAndMeasuresNothing()
        {
            FrameRecorder recorder = Make();
            _bus.Result = SendResult.NoRoom;
            Assert.Equal(SendResult.NoRoom, Send(recorder, 10, "01"));
            Assert.Equal("0 1 -1 -1 -1 -1", Text(recorder.StatisticsOf(FrameTable.At(0))));
        }

        [Fact]
        public void Output_Off_SendsAndCountsNothing()
        {
            FrameRecorder recorder = Make();
            Assert.True(recorder.IsOn);
            recorder.IsOn = false;
            Assert.Equal(SendResult.Accepted, Send(recorder, 10, "01"));
            Assert.Equal("", _bus.Consume());
            Assert.Equal("0 0 -1 -1 -1 -1", Text(recorder.StatisticsOf(FrameTable.At(0))));
            recorder.IsOn = true;
            Send(recorder, 20, "02");
            Assert.Equal("351#02", _bus.Consume());
        }

        // While the clock on the wall went on and simulated time stood still, the frames before are that much longer ago.
        [Fact]
        public void Slip_OfTheClock_LengthensTheNextPeriodOfWhatWasSent()
        {
            FrameRecorder recorder = Make();
            var schedule = new FrameSchedule(recorder, recorder, new Prng(1));
            recorder.StatisticsOf(FrameTable.At(1));
            Send(recorder, 1000, "");
            schedule.RecordSlip(300);
            Send(recorder, 2000, "");
            Assert.Equal("2 0 2000 1300 1300 1300", Text(recorder.StatisticsOf(FrameTable.At(0))));
            Assert.Equal("0 0 -1 -1 -1 -1", Text(recorder.StatisticsOf(FrameTable.At(1))));
        }

        [Fact]
        public void Delivery_CountedBeforeTheRecorderWasMade_IsNotItsOwn()
        {
            _bus.Acknowledged = 7;
            _bus.Abandoned = 5;
            FrameRecorder recorder = Make();
            Assert.Equal((0, 0), (recorder.AcknowledgedOf(FrameTable.At(0)), recorder.AbandonedOf(FrameTable.At(8))));
            _bus.Acknowledged = 10;
            _bus.Abandoned = 6;
            Assert.Equal((3, 1), (recorder.AcknowledgedOf(FrameTable.At(8)), recorder.AbandonedOf(FrameTable.At(0))));
            Assert.True(recorder.KnowsDelivery);
            _bus.Acknowledged = 0;
            Assert.True(recorder.KnowsDelivery);
            _bus.Acknowledged = -1;
            Assert.False(recorder.KnowsDelivery);
        }

        [Fact]
        public void Delivery_OfABusThatDoesNotTell_IsUnknown()
        {
            var recorder = new FrameRecorder(new Silent());
            Assert.False(recorder.KnowsDelivery);
            Assert.Equal((0, 0), (recorder.AcknowledgedOf(FrameTable.At(0)), recorder.AbandonedOf(FrameTable.At(0))));
            Assert.Equal(CanBusState.ErrorPassive, recorder.State);
            recorder.Bus = _bus;
            Assert.Same(_bus, recorder.Bus);
            recorder.StatisticsOf(FrameTable.At(0));
            Send(recorder, 0, "AA");
            Assert.Equal("351#AA", _bus.Consume());
        }

        // The edges of the bins are 20, 50, 100, 200, 500, 900, 1100, 2000, 5000 and 10000 ms; an interval on an edge counts above it.
        [Theory]
        [InlineData(0, 0)]
        [InlineData(19, 0)]
        [InlineData(20, 1)]
        [InlineData(49, 1)]
        [InlineData(50, 2)]
        [InlineData(100, 3)]
        [InlineData(200, 4)]
        [InlineData(500, 5)]
        [InlineData(899, 5)]
        [InlineData(900, 6)]
        [InlineData(1100, 7)]
        [InlineData(2000, 8)]
        [InlineData(5000, 9)]
        [InlineData(9999, 9)]
        [InlineData(10_000, 10)]
        [InlineData(3_000_000_000, 10)]
        public void Link_OneInterval_CountsInItsBinAlone(long interval, int bin)
        {
            var link = new InverterLink();
            link.Record(100);
            link.Record(100 + interval);
            Assert.Equal(11, InverterLink.BinCount);
            Assert.Equal(Enumerable.Range(0, 11).Select(place => place == bin ? 1 : 0), Enumerable.Range(0, 11).Select(link.BinAt));
            int measured = interval > int.MaxValue ? int.MaxValue : (int)interval;
            Assert.Equal((measured, measured, measured), (link.IntervalMinMilliseconds, link.IntervalMeanMilliseconds, link.IntervalMaxMilliseconds));
        }

        [Fact]
        public void Link_EdgesAndIntervals_AreTold()
        {
            Assert.Equal([20, 50, 100, 200, 500, 900, 1100, 2000, 5000, 10_000, -1], Enumerable.Range(0, 11).Select(InverterLink.BinEdgeAt));
            var link = new InverterLink();
            Assert.Equal((0, -1L, -1, -1, -1), Numbers(link));
            link.Record(50);
            Assert.Equal((1, 50L, -1, -1, -1), Numbers(link));
            link.Record(1050);
            link.Record(1850);
            link.Record(3050);
            Assert.Equal((4, 3050L, 800, 1000, 1200), Numbers(link));
            Assert.Equal(LinkState.Alive, link.StateAt(5050));
            Assert.Equal(LinkState.Late, link.StateAt(5051));
            Assert.Equal(LinkState.Late, link.StateAt(13_050));
            Assert.Equal(LinkState.Lost, link.StateAt(13_051));
            link.Clear();
            Assert.Equal((0, -1L, -1, -1, -1), Numbers(link));
            Assert.Equal(LinkState.Waiting, link.StateAt(13_051));
            Assert.All(Enumerable.Range(0, 11), bin => Assert.Equal(0, link.BinAt(bin)));
            link.Record(20_000);
            link.Record(20_500);
            Assert.Equal((2, 20_500L, 500, 500, 500), Numbers(link));
        }

        private static (int Count, long Last, int Min, int Mean, int Max) Numbers(InverterLink link) => (
            link.Count, link.LastSeenMilliseconds, link.IntervalMinMilliseconds, link.IntervalMeanMilliseconds, link.IntervalMaxMilliseconds);

        private static string Text(FrameStatistics statistics) => $"{statistics.Sent} {statistics.Failed} {statistics.LastSentMilliseconds} "
            + $"{statistics.PeriodMinMilliseconds} {statistics.PeriodMeanMilliseconds} {statistics.PeriodMaxMilliseconds}";

        private static SendResult Send(FrameRecorder recorder, long nowMilliseconds, string data) =>
            recorder.Send(FrameTable.At(0), Frames.Data(0x351, data), nowMilliseconds);

        private FrameRecorder Make()
        {
            var recorder = new FrameRecorder(_bus);
            recorder.Prepare([FrameTable.At(0)]);
            return recorder;
        }

        private sealed class Silent : ICanSender
        {
            public CanBusState State => CanBusState.ErrorPassive;

            public SendResult Send(CanFrame frame) => SendResult.Accepted;
        }
    }
}
