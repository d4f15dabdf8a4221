using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Inverter;
using BatterySim.Host.Tests.Model;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    public class CadenceTests
    {
        // From the moment a frame is handed over to its last bit: at most 135 bits less the space between frames.
        private const int FrameMicrosecondsMin = (111 - 3) * 2;
        private const int FrameMicrosecondsMax = (135 - 3) * 2;

        [Fact]
        public void Broadcast_TenSeconds_IsASetEverySecondInOrderTwentyMillisecondsApart()
        {
            (_, TwinLog log) = Run(Cadence.Broadcast, new InverterSettings(), 9_999);
            uint[] order = [0x359, 0x351, 0x355, 0x356, 0x35C, 0x35E, 0x379];
            (long Microseconds, uint Id)[] sent = [.. log.Entries.Where(entry => entry.Id != InverterReplyFrame.CanId)];

            Assert.Equal(70, sent.Length);
            for (int index = 0; index < sent.Length; index++)
            {
                long handedOver = ((index / 7) * 1_000_000L) + ((index % 7) * 20_000L);
                Assert.Equal(order[index % 7], sent[index].Id);
                Assert.InRange(sent[index].Microseconds - handedOver, FrameMicrosecondsMin, FrameMicrosecondsMax);
            }
        }

        [Fact]
        public void Broadcast_InverterAnswers_EachSetGetsOneReplyInTime()
        {
            (_, TwinLog log) = Run(Cadence.Broadcast, new InverterSettings { Quirks = { AnswerDelayMilliseconds = 5 } }, 59_999);
            long[] measured = log.TimesOf(MeasurementsFrame.CanId);
            long[] replies = log.TimesOf(InverterReplyFrame.CanId);
            Assert.Equal(60, replies.Length);
            for (int index = 0; index < replies.Length; index++)
            {
                // Up to the next whole millisecond, five more, and the reply's own 122 bits.
                Assert.InRange(replies[index] - measured[index], 5_000 + 244, 6_000 + 244);
            }
        }

        // Measured by hand in the capture of a Deye pack.
        [Theory]
        [InlineData(0x359u, 1000)]
        [InlineData(0x355u, 1010)]
        [InlineData(0x356u, 1020)]
        [InlineData(0x351u, 1060)]
        [InlineData(0x35Cu, 1080)]
        [InlineData(0x35Eu, 1090)]
        public void Deye_EachFrame_KeepsItsOwnPeriodWithoutDrift(uint id, int milliseconds)
        {
            var rack = new Rack(2);
            rack.Bank.Execute("BANK:DIAL deye");
            rack.Wait(601);
            long[] times = [.. rack.Sent.Where(frame => frame.Id == id && frame.Milliseconds >= 1000).Select(static frame => frame.Milliseconds)];

            Assert.InRange(times.Length, (600_000 / milliseconds) - 1, (600_000 / milliseconds) + 1);
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, milliseconds - 1, milliseconds + 1));
            Assert.InRange(times[^1] - times[0] - ((times.Length - 1L) * milliseconds), -1, 1);
        }

        [Fact]
        public void Deye_WithJitter_IsLateByNoMoreAndDoesNotDrift()
        {
            var rack = new Rack(2);
            rack.Bank.Execute("BANK:DIAL deye;:BANK:DIAL:JITT 100 MS");
            rack.Wait(601);
            long[] times = [.. rack.Sent.Where(static frame => frame.Id == LimitsFrame.CanId).Select(static frame => frame.Milliseconds)];

            Assert.InRange(times[^1] - times[0] - ((times.Length - 1L) * 1060), -101, 101);
            Assert.Contains(times.Zip(times.Skip(1)), static pair => pair.Second - pair.First is < 1040 or > 1080);
        }

        [Fact]
        public void Deye_Polled_SendsBursts()
        {
            var rack = new Rack(2);
            rack.Bank.Execute("BANK:DIAL deye;:BANK:CAD POLL");
            rack.Wait(30);
            uint[] ids = [.. rack.Sent.Select(static frame => frame.Id).TakeLast(6)];

            Assert.Equal([0x359u, 0x351u, 0x355u, 0x356u, 0x35Cu, 0x35Eu], ids);
        }

        [Fact]
        public void Poll_InverterThatAnswersEverySet_GetsOneSetAPeriod()
        {
            (TwinSession session, TwinLog log) = Run(Cadence.Poll, new InverterSettings(), 59_999);
            Assert.Equal(60, log.Sets);
            Assert.Equal(60, log.Replies);
            Assert.Equal(1000, session.Simulator.Schedule.StatisticsOf(MeasurementsFrame.CanId).PeriodMinMilliseconds);
            Assert.Equal(1000, session.Simulator.Schedule.StatisticsOf(MeasurementsFrame.CanId).PeriodMaxMilliseconds);
        }

        [Fact]
        public void Poll_InverterPolls_IsAnsweredWithinTwentyMilliseconds()
        {
            var inverter = new InverterSettings { Quirks = { AnswersMeasurements = false, PollPeriodMilliseconds = 3000 } };
            (_, TwinLog log) = Run(Cadence.Poll, inverter, 29_999);
            long[] polls = log.TimesOf(InverterReplyFrame.CanId);
            long[] sets = log.TimesOf(AlarmsFrame.CanId);
            Assert.Equal(9, polls.Length);
            Assert.Equal(10, sets.Length);
            for (int index = 0; index < polls.Length; index++)
            {
                Assert.InRange(sets[index + 1] - polls[index], 1, 20_000);
            }
        }

        [Fact]
        public void Poll_InverterNeverSends_OnlyTheOpeningSetIsSent()
        {
            (_, TwinLog log) = Run(Cadence.Poll, new InverterSettings { Quirks = { AnswersMeasurements = false } }, 29_999);
            Assert.Equal(7, log.Entries.Count);
        }

        [Fact]
        public void Poll_InverterAnswersAndPolls_IsNoEndlessExchange()
        {
            (_, TwinLog log) = Run(Cadence.Poll, new InverterSettings { Quirks = { PollPeriodMilliseconds = 500 } }, 59_999);

            // A set for every poll at most: two a second.
            Assert.InRange(log.Sets, 60, 121);
        }

        [Fact]
        public void Both_InverterAnswersEverySet_StaysAtOneSetAPeriod()
        {
            (_, TwinLog log) = Run(Cadence.Both, new InverterSettings(), 59_999);
            Assert.Equal(60, log.Sets);
            Assert.Equal(60, log.Replies);
        }

        [Fact]
        public void Both_PollAfterSilence_IsAnsweredAtOnce()
        {
            var inverter = new InverterSettings { Quirks = { AnswersMeasurements = false, PollPeriodMilliseconds = 4500 } };
            (_, TwinLog log) = Run(Cadence.Both, inverter, 4_999);
            long poll = log.TimesOf(InverterReplyFrame.CanId).Single();
            Assert.Contains(log.TimesOf(AlarmsFrame.CanId), time => time > poll && time <= poll + 20_000);
        }

        [Theory]
        [InlineData(Cadence.Broadcast)]
        [InlineData(Cadence.Both)]
        public void Cadence_NobodyAcknowledges_TheBankGoesOnAndRecoversWhenSomebodyIsThere(Cadence cadence)
        {
            var options = new TwinOptions { Inverter = new InverterSettings(), HasRecorder = false };
            options.Bank.Cadence = cadence;
            var session = new TwinSession(options);
            var log = new TwinLog(session);
            session.SetInverterConnected(false);
            session.AdvanceTo(60_500);
            Assert.Empty(log.Entries);
            Assert.Equal(CanBusState.ErrorPassive, session.BankNode.State);
            Assert.True(session.Simulator.Schedule.StatisticsOf(LimitsFrame.CanId).Failed > 50);

            session.SetInverterConnected(true);
            session.AdvanceTo(120_000);
            Assert.Equal(CanBusState.ErrorActive, session.BankNode.State);
            Assert.Equal(LinkState.Alive, session.Simulator.Link.StateAt(session.NowMilliseconds));
        }

        private static (TwinSession Session, TwinLog Log) Run(Cadence cadence, InverterSettings inverter, long milliseconds)
        {
            var options = new TwinOptions { Inverter = inverter };
            options.Bank.Cadence = cadence;
            var session = new TwinSession(options);
            var log = new TwinLog(session);
            session.AdvanceTo(milliseconds);
            return (session, log);
        }
    }
}
