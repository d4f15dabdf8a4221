using System;
using System.Reflection;
using BatterySim.Bms.Battery;
using BatterySim.Hardware;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>What goes wrong on a board: drivers that throw, a bank that breaks, a drive that is not there.</summary>
    public class BoardFaultTests
    {
        private const int WakeMilliseconds = 20000;

        [Theory]
        [InlineData(DriverErrors.Can)]
        [InlineData(DriverErrors.Serial)]
        [InlineData(DriverErrors.Pins)]
        public void Driver_Throws_IsCountedReportedAndSurvived(int driver)
        {
            BoardSession session = Awake();
            session.Serial.ConsumeOutput();
            Break(session, driver, new InvalidOperationException("wire came off"));
            session.Advance(3000);
            Assert.True(session.Firmware.Faults.CountOf(driver) > 0);

            Break(session, driver, null);
            session.Advance(12000);
            long frames = session.Bus.FrameCount;
            session.Serial.Type("BOARD?\r");
            session.Advance(4000);

            Assert.Contains("InvalidOperationException: wire came off", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
            Assert.True(session.Bus.FrameCount > frames);
            Assert.Equal(0, session.RestartCount);
        }

        [Fact]
        public void Driver_ThrowsWithoutEnd_IsToldAtMostEveryTenSeconds()
        {
            BoardSession session = Awake();
            session.Serial.ConsumeOutput();
            session.Chip.Failure = new InvalidOperationException("wire came off");
            session.Advance(60000);

            int told = session.Serial.ConsumeOutput().Split("! CAN:").Length - 1;
            Assert.InRange(told, 3, 7);
            Assert.Equal(0, session.RestartCount);
        }

        [Fact]
        public void Bank_Throws_RestartsTheBoardAndTheNextBannerTellsWhy()
        {
            BoardSession session = Awake();
            session.Serial.ConsumeOutput();

            // No input is known that breaks the bank, so something is taken out of it.
            FieldInfo part = typeof(BatteryModule).GetField("_heat", BindingFlags.Instance | BindingFlags.NonPublic)!;
            part.SetValue(session.Firmware.Bank.OwnBattery, null);
            session.Advance(3000);

            Assert.Equal(1, session.RestartCount);
            Assert.Contains("restarted: a failure of the bank: System.NullReferenceException", session.Serial.ConsumeOutput(), StringComparison.Ordinal);

            long frames = session.Bus.FrameCount;
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            Assert.True(session.Bus.FrameCount > frames);

            // The reason is told once.
            session.Serial.Type("board:rest\r");
            session.Advance(3000);
            Assert.DoesNotContain("NullReference", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
        }

        [Fact]
        public void Drive_Missing_BoardRunsWithDefaultsAndSaysSo()
        {
            BoardSession session = Awake();
            session.Drive.IsMissing = true;
            session.Restart();
            session.Advance(1000);
            Assert.Contains("the drive does not answer; defaults are used", session.Serial.ConsumeOutput(), StringComparison.Ordinal);

            session.Serial.Type("board:save\r*sav 1\r*rcl 1\rsyst:err?\r");
            session.Advance(1000);
            string said = session.Serial.ConsumeOutput();
            Assert.Contains("the drive did not keep the settings", said, StringComparison.Ordinal);
            Assert.Contains("! place 1:", said, StringComparison.Ordinal);
            Assert.Contains("-314", said, StringComparison.Ordinal);

            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            Assert.True(session.Bus.FrameCount > 0);
        }

        private static void Break(BoardSession session, int driver, Exception? failure)
        {
            switch (driver)
            {
                case DriverErrors.Can:
                    session.Chip.Failure = failure;
                    break;
                case DriverErrors.Serial:
                    session.Serial.Failure = failure;
                    break;
                default:
                    session.Breaker.Failure = failure;
                    break;
            }
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
