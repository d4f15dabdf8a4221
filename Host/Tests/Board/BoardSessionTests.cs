using System;
using System.Collections.Generic;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Hardware;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>The whole firmware on simulated pins, through the chip's registers, with a virtual Sol-Ark at the cable.</summary>
    public class BoardSessionTests
    {
        private const int WakeMilliseconds = 20000;

        [Fact]
        public void Board_DipOneAndResetPressed_SendsAndIsAnswered()
        {
            var session = new BoardSession(1);
            long firstMeasurements = -1;
            long firstReply = -1;
            session.Bus.FrameCompleted += (microseconds, _, frame) =>
            {
                firstMeasurements = frame.Id == MeasurementsFrame.CanId && firstMeasurements < 0 ? microseconds : firstMeasurements;
                firstReply = frame.Id == InverterReplyFrame.CanId && firstReply < 0 ? microseconds : firstReply;
            };
            session.Advance(3000);
            Assert.Equal(0, session.Bus.FrameCount);

            session.PressReset(200);
            session.Advance(WakeMilliseconds);

            Assert.True(firstMeasurements > 0 && firstReply > firstMeasurements);
            Assert.Equal(2, session.Inverter.BmsData.ModulesOnline.Value);
            Assert.True(session.Firmware.Bank.Simulator.Link.Count >= 2);
            Assert.Empty(session.Chip.Violations);
        }

        [Fact]
        public void Delivery_ThroughTheChip_IsCountedByIdentifierAndWithoutInverterGivenUp()
        {
            BoardSession session = Awake();
            session.Advance(3000);
            string[] counts = session.Firmware.Bank.Simulator.Execute("FRAM356:SENT?;ACKN?;ABAN?").Split(';');
            Assert.Equal(counts[0], counts[1]);
            Assert.NotEqual("0", counts[0]);
            Assert.Equal("0", counts[2]);

            session.Bus.Disconnect(session.InverterNode);
            session.Advance(5000);
            string[] later = session.Firmware.Bank.Simulator.Execute("FRAM356:SENT?;ACKN?;ABAN?;:BUS:ERR?").Split(';');
            Assert.Equal(counts[1], later[1]);
            Assert.True(int.Parse(later[2]) > 0 && int.Parse(later[0]) >= int.Parse(later[1]) + int.Parse(later[2]));
            Assert.NotEqual("0,0", later[3]);
        }

        [Theory]
        [InlineData(0)]
        [InlineData(2)]
        [InlineData(15)]
        public void Board_AnyOtherId_WakesAndKeepsSilent(int dip)
        {
            var session = new BoardSession(dip);
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            Assert.Equal(0, session.Bus.FrameCount);
            Assert.True(session.Firmware.Bank.OwnBattery.IsRunning);

            // The switches count from the next start of the bank on, as on the real one.
            session.Dip = 1;
            session.Advance(WakeMilliseconds);
            Assert.Equal(0, session.Bus.FrameCount);

            session.PressReset(6500);
            session.Advance(WakeMilliseconds);
            Assert.True(session.Bus.FrameCount > 0);
        }

        // Sixteen positions of the switches: one speaks, with every follower of the settings behind it.
        [Fact]
        public void Board_EachPositionOfTheSwitches_SpeaksAtTheMastersIdOnly()
        {
            for (int dip = 0; dip < 16; dip++)
            {
                var session = new BoardSession(dip);
                session.Serial.Type("board:foll 14\rboard:wake on\rboard:save\rboard:rest\r");
                session.Advance(2 * WakeMilliseconds);

                Assert.True(session.Firmware.Bank.OwnBattery.IsRunning);
                Assert.Equal(dip == 1, session.Bus.FrameCount > 0);
                Assert.Equal(dip == 1 ? 15 : 0, dip == 1 ? session.Inverter.BmsData.ModulesOnline.Value : session.Bus.FrameCount);
            }
        }

        [Fact]
        public void Board_FifteenFollowers_AreTheMost()
        {
            var session = new BoardSession(0);
            session.Serial.Type("board:prof generic-16s-100\rboard:foll 16\rsyst:err?\r");
            session.Advance(1000);
            Assert.Contains("-222,\"Data out of range;followers 16 is outside 0 to 15\"", session.Serial.ConsumeOutput(), StringComparison.Ordinal);

            session.Serial.Type("board:foll 15\rboard:wake on\rboard:save\rboard:rest\r");
            session.Advance(2 * WakeMilliseconds);
            Assert.Equal(16, session.Inverter.BmsData.ModulesOnline.Value);
        }

        [Fact]
        public void Reset_HeldThreeSeconds_PutsTheBankToSleepAndSilence()
        {
            BoardSession session = Awake();
            session.PressReset(3500);
            session.Advance(2000);
            long frames = session.Bus.FrameCount;
            session.Advance(3000);

            Assert.Equal(frames, session.Bus.FrameCount);
            Assert.False(session.RunLed.IsHigh);
        }

        [Fact]
        public void Breaker_Opened_TakesTheBatteryOffTheBank()
        {
            BoardSession session = Awake();
            session.Breaker.IsHigh = false;
            session.Advance(100);

            Assert.False(session.Firmware.Bank.OwnBattery.Power.IsBreakerOn);
        }

        // 24.8 days is the change of sign of the tick counter, 49.7 days its wrap.
        [Theory]
        [InlineData(int.MaxValue - 25000)]
        [InlineData(-25000)]
        public void Board_CounterWrapsWhileRunning_KeepsItsPeriod(int startTick)
        {
            var session = new BoardSession(1, startTick);
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            var times = new List<long>();
            session.Bus.FrameCompleted += (microseconds, _, frame) =>
            {
                if (frame.Id == LimitsFrame.CanId)
                {
                    times.Add(microseconds / 1000);
                }
            };
            session.Advance(10000);

            Assert.Equal(10, times.Count);
            for (int index = 1; index < times.Count; index++)
            {
                Assert.InRange(times[index] - times[index - 1], 980, 1020);
            }
        }

        [Fact]
        public void Banner_AfterPowerUp_TellsWhatAPersonNeeds()
        {
            var session = new BoardSession(1);
            session.Advance(500);
            string banner = session.Serial.ConsumeOutput();

            foreach (string part in new[] { "THIS IS NO BATTERY", "sok-sk48v100", "id 1: the master", "1 with id 2", "MCP2515, crystal 8 MHz, 500 kbit/s", "press RST" })
            {
                Assert.Contains(part, banner, StringComparison.Ordinal);
            }
        }

        [Fact]
        public void Settings_SavedAndRestarted_AreInForceAndTheReasonIsTold()
        {
            var session = new BoardSession(1);
            session.Advance(500);
            foreach (string line in new[] { "board:foll 4", "board:dip3 5", "board:dip4 4", "board:wake on", "board:save" })
            {
                session.Serial.Type(line + "\r");
                session.Advance(200);
            }

            session.Serial.ConsumeOutput();
            session.Serial.Type("board:rest\r");
            session.Advance(3 * WakeMilliseconds);
            string banner = session.Serial.ConsumeOutput();

            Assert.Equal(1, session.RestartCount);
            Assert.Contains("4 with id 2 3 5 4", banner, StringComparison.Ordinal);
            Assert.Contains("asked for at the console", banner, StringComparison.Ordinal);
            Assert.Equal(5, session.Inverter.BmsData.ModulesOnline.Value);
        }

        [Theory]
        [InlineData("board:foll 15", "at most 15 batteries")]
        [InlineData("board:prof nonsense", "profile nonsense is none of sok-sk48v100")]
        [InlineData("board:dip1 16", "DIP 16 is outside -1 to 15")]
        [InlineData("board:colour red", "-113,\"Undefined header;board:colour\"")]
        public void Command_ThatCannotBe_IsRefusedInASentenceAndChangesNothing(string line, string expected)
        {
            var session = new BoardSession(1);
            session.Advance(500);
            session.Serial.ConsumeOutput();
            session.Serial.Type(line + "\rsyst:err?\r");
            session.Advance(300);
            Assert.Contains(expected, session.Serial.ConsumeOutput(), StringComparison.Ordinal);

            session.Serial.Type("board:save\rboard:rest\r");
            session.Advance(1000);
            Assert.Contains("1 with id 2", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
        }

        [Fact]
        public void Chip_DoesNotAnswer_IsToldAndShownAndSurvived()
        {
            BoardSession session = Awake();
            session.Serial.ConsumeOutput();
            session.Chip.StuckMiso = 0xFF;
            session.Advance(4000);
            Assert.Contains("! CAN: The MCP2515", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
            Assert.Equal(session.RunLed.IsHigh, session.AlarmLed.IsHigh);

            long frames = session.Bus.FrameCount;
            session.Chip.StuckMiso = null;
            session.Advance(40000);
            Assert.True(session.Bus.FrameCount > frames);
            Assert.Contains("CAN: error-active", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
        }

        // One pass of the loop may lie between the answer's arrival and its handling.
        [Fact]
        public void Poll_ReplyOnTheBus_IsAnsweredWithinTwoPasses()
        {
            var session = new BoardSession(1);
            session.Serial.Type("board:cad poll\rboard:wake on\rboard:save\rboard:rest\r");
            long reply = -1;
            long worst = 0;
            int answers = 0;
            session.Bus.FrameCompleted += (microseconds, _, frame) =>
            {
                if (frame.Id == InverterReplyFrame.CanId)
                {
                    reply = microseconds;
                }
                else if (reply >= 0)
                {
                    worst = Math.Max(worst, microseconds - reply);
                    answers++;
                    reply = -1;
                }
            };
            session.Advance(30000);

            Assert.True(answers > 3);
            Assert.InRange(worst, 1, 2 * Firmware.PassMilliseconds * 1000);
        }

        private static BoardSession Awake()
        {
            var session = new BoardSession(1);
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            return session;
        }
    }
}
