using System.Linq;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class ReplyTests
    {
        [Fact]
        public void Reply_AfterMeasurements_IsEightZeroBytesAfterTheSetDelay()
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { AnswerDelayMilliseconds = 7 } });
            bench.AdvanceTo(100);
            bench.OnReceived(0x356, "C81485FFFB000000");
            bench.AdvanceTo(106);
            Assert.Empty(bench.Sent);
            bench.AdvanceTo(107);
            Assert.Equal([(107L, 0x305u, "0000000000000000")], bench.Sent);
        }

        [Theory]
        [InlineData(0x351u, "3002E803E803C001")]
        [InlineData(0x355u, "3200640000000000")]
        [InlineData(0x359u, "0000000010504E00")]
        [InlineData(0x35Cu, "C000000000000000")]
        [InlineData(0x356u, "C81485FFFB")]
        public void Reply_OtherFrames_GetNone(uint id, string hex)
        {
            var bench = new InverterBench();
            bench.OnReceived(id, hex);
            bench.AdvanceTo(1000);
            Assert.Empty(bench.Sent);
        }

        [Fact]
        public void Reply_SeveralMeasurementsWithinTheDelay_AreAllAnswered()
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { AnswerDelayMilliseconds = 50 } });
            for (int time = 0; time < 30; time += 10)
            {
                bench.AdvanceTo(time);
                bench.OnReceived(0x356, "C81485FFFB000000");
            }

            bench.AdvanceTo(1000);
            Assert.Equal([50L, 60L, 70L], bench.Sent.Select(sent => sent.Milliseconds));
        }

        [Fact]
        public void Reply_InverterThatNeverAnswers_StaysSilent()
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { AnswersMeasurements = false } });
            bench.KeepReceivingUntil(5000);
            Assert.Empty(bench.Sent);
        }

        [Fact]
        public void Poll_PeriodSet_SendsUnasked()
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { PollPeriodMilliseconds = 1000 } });
            bench.AdvanceTo(3500);
            Assert.Equal([1000L, 2000L, 3000L], bench.Sent.Select(sent => sent.Milliseconds));
        }
    }
}
