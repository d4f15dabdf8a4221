using System;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>The whole firmware over the CAN controller inside an ESP32, with a virtual Sol-Ark at the cable.</summary>
    public class DeviceCanSessionTests
    {
        private const int WakeMilliseconds = 20000;

        [Fact]
        public void Board_ResetPressed_SendsAndIsAnswered()
        {
            BoardSession session = Awake();
            session.Advance(5000);

            Assert.True(session.Inverter.ReplyCount > 3);
            Assert.Equal(2, session.Inverter.BmsData.ModulesOnline.Value);
            Assert.Equal(session.Bus.FrameCount, session.Twai.DeliveredCount + session.Inverter.ReplyCount);
            Assert.Equal("ACT", Ask(session, "BUS:STAT?"));
            Assert.Contains("built-in CAN1, clock 80 MHz, 500 kbit/s", Ask(session, "BOARD?", 4000), StringComparison.Ordinal);
        }

        // What the package has no member for is said to be unknown, not 0.
        [Fact]
        public void CountersAndDelivery_ThatThePackageDoesNotTell_AreNotMadeUp()
        {
            BoardSession session = Awake();
            Assert.Equal("9.91E37,9.91E37", Ask(session, "BUS:ERR?"));
            Assert.Equal("9.91E37;9.91E37", Ask(session, "FRAM356:ACKN?;ABAN?"));
        }

        [Fact]
        public void Cable_PulledAndPutBack_IsToldAndTheFramesReturn()
        {
            BoardSession session = Awake();
            session.IsCanPlugged = false;
            session.Advance(5000);
            long frames = session.Bus.FrameCount;

            // Without a break, whatever is tried in between.
            for (int second = 0; second < 20; second++)
            {
                Assert.Equal("PASS", Ask(session, "BUS:STAT?", 1000));
            }

            Assert.Equal(frames, session.Bus.FrameCount);
            Assert.True(session.Twai.AcknowledgeTimeoutCount > 0);
            Assert.Equal(0, session.Twai.BusOffCount);

            session.IsCanPlugged = true;
            session.Advance(5000);
            Assert.InRange(session.Bus.FrameCount - frames, 20, 60);
            Assert.Equal("ACT", Ask(session, "BUS:STAT?"));
        }

        [Fact]
        public void Wires_Shorted_BusOffIsToldAndEndsWithTheShort()
        {
            BoardSession session = Awake();
            session.IsCanShorted = true;
            session.Advance(2000);
            for (int second = 0; second < 20; second++)
            {
                Assert.Equal("OFF", Ask(session, "BUS:STAT?", 1000));
            }

            long frames = session.Bus.FrameCount;

            session.IsCanShorted = false;
            session.Advance(15000);
            Assert.True(session.Bus.FrameCount > frames + 20);
            Assert.Equal("ACT", Ask(session, "BUS:STAT?"));
            Assert.Equal(0, session.RestartCount);
        }

        [Theory]
        [InlineData("*RST")]
        [InlineData("BANK:REST")]
        [InlineData("BANK:BATT 3")]
        [InlineData("BANK:PROF pylontech-us3000c,2")]
        [InlineData("*SAV 1\r*RCL 1")]
        public void Rebuild_OfAnAwakeBank_TalksOn(string line)
        {
            BoardSession session = Awake();
            long before = session.Bus.FrameCount;
            session.Advance(10000);
            long usual = session.Bus.FrameCount - before;

            Ask(session, line);
            before = session.Bus.FrameCount;
            session.Advance(10000);
            Assert.InRange(session.Bus.FrameCount - before, usual - 20, usual + 20);
        }

        // The controller is reset with the processor, and opened again by the new program.
        [Fact]
        public void Board_Restarted_OpensTheControllerAgain()
        {
            BoardSession session = Awake();
            Ask(session, "BOARD:WAKE ON");
            Ask(session, "BOARD:SAVE");
            Ask(session, "BOARD:REST");
            long before = session.Bus.FrameCount;
            session.Advance(WakeMilliseconds);

            Assert.Equal(1, session.RestartCount);
            Assert.True(session.Bus.FrameCount > before);
            Assert.Equal("ACT", Ask(session, "BUS:STAT?"));
        }

        [Fact]
        public void Driver_Throws_IsToldAndSurvived()
        {
            BoardSession session = Awake();
            session.Serial.ConsumeOutput();
            session.Twai.Failure = new InvalidOperationException("heap corrupted");
            session.Advance(3000);
            session.Twai.Failure = null;
            session.Advance(12000);

            long frames = session.Bus.FrameCount;
            Assert.Contains("heap corrupted", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
            session.Advance(4000);
            Assert.True(session.Bus.FrameCount > frames);
            Assert.Equal(0, session.RestartCount);
        }

        private static string Ask(BoardSession session, string line, int milliseconds = 500)
        {
            session.Serial.ConsumeOutput();
            session.Serial.Type(line + "\r");
            session.Advance(milliseconds);
            string said = session.Serial.ConsumeOutput();
            return said[(said.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim();
        }

        private static BoardSession Awake()
        {
            var session = new BoardSession(1, can: BoardCanController.DeviceCan);
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            return session;
        }
    }
}
