using System;
using System.Reflection;
using BatterySim.Bms.Battery;
using BatterySim.Hardware;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>Starts of a board: with too little memory, and with something that fails again and again.</summary>
    public class StartTests
    {
        private const int WakeMilliseconds = 20000;

        [Fact]
        public void Start_ThreeFailuresInARow_EndsInASafeModeThatIsLeftByTheConsole()
        {
            var session = new BoardSession(1);
            session.Serial.Type("board:foll 4\rboard:wake on\rboard:save\rboard:rest\r");
            session.Advance(2000);
            for (int failure = 1; failure <= StartGuard.FailuresUntilSafe; failure++)
            {
                session.Serial.ConsumeOutput();
                BreakBank(session);
                session.Advance(3000);
                Assert.Equal(failure + 1, session.RestartCount);
            }

            string said = session.Serial.ConsumeOutput();
            Assert.Contains("SAFE MODE", said, StringComparison.Ordinal);
            Assert.Contains("followers: 1 with id 2", said, StringComparison.Ordinal);
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            Assert.Equal(0, session.Bus.FrameCount);

            session.Serial.Type("board:foll 2\rboard:wake on\rboard:save\rboard:rest\r");
            session.Advance(WakeMilliseconds);
            Assert.DoesNotContain("SAFE MODE", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
            Assert.Equal(3, session.Inverter.BmsData.ModulesOnline.Value);
        }

        [Fact]
        public void Start_FailsInSafeModeToo_StopsTheBankAndKeepsTheConsole()
        {
            var session = new BoardSession(1);
            for (int failure = 0; failure <= StartGuard.FailuresUntilSafe; failure++)
            {
                session.Advance(1000);
                BreakBank(session);
                session.Advance(3000);
            }

            Assert.Equal(StartGuard.FailuresUntilSafe, session.RestartCount);
            Assert.Contains("the bank is stopped", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
            session.Serial.Type("BOARD?\r");
            session.Advance(60000);
            Assert.Contains("switches:", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
            Assert.Equal(StartGuard.FailuresUntilSafe, session.RestartCount);
        }

        [Fact]
        public void Start_FailuresWithOneThatLastsBetween_AreNotInARow()
        {
            var session = new BoardSession(1);
            for (int failure = 0; failure < 2 * StartGuard.FailuresUntilSafe; failure++)
            {
                session.Advance(StartGuard.LastingMilliseconds + 1000);
                BreakBank(session);
                session.Advance(3000);
            }

            Assert.Equal(2 * StartGuard.FailuresUntilSafe, session.RestartCount);
            Assert.DoesNotContain("SAFE MODE", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
        }

        [Fact]
        public void Restart_AskedForAgainAndAgain_IsNoFailure()
        {
            var session = new BoardSession(1);
            for (int count = 0; count < 5; count++)
            {
                session.Serial.Type("board:rest\r");
                session.Advance(1000);
            }

            Assert.Equal(5, session.RestartCount);
            Assert.DoesNotContain("SAFE MODE", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
        }

        [Fact]
        public void Memory_TooLittleForTheSettings_StartsWithWhatFitsAndSaysSo()
        {
            var session = new BoardSession(0);
            session.Serial.Type("board:prof generic-16s-100\rboard:foll 15\rboard:wake on\rboard:save\r");
            session.Advance(1000);
            session.Memory = new FixedMemory(45200);
            session.Serial.Type("board:rest\r");
            session.Advance(2 * WakeMilliseconds);

            string said = session.Serial.ConsumeOutput();
            Assert.Contains("! memory:  no memory for 16 batteries of generic-16s-100: at most 12 fit (45200 bytes free)", said, StringComparison.Ordinal);
            Assert.Equal(12, session.Inverter.BmsData.ModulesOnline.Value);
        }

        [Theory]
        [InlineData("BANK:BATT 13")]
        [InlineData("BANK:PROF generic-16s-100,13")]
        public void Memory_TooLittleForACommand_IsRefusedWithTheNumberThatFits(string line)
        {
            var session = new BoardSession(0) { Memory = new FixedMemory(33000) };
            session.Serial.Type("board:prof generic-16s-100\rboard:wake on\rboard:save\rboard:rest\r");
            session.Advance(WakeMilliseconds);
            session.Serial.ConsumeOutput();
            session.Serial.Type(line + "\rsyst:err?\rbank:batt?\r");
            session.Advance(2000);

            string said = session.Serial.ConsumeOutput();
            Assert.Contains("-225,\"Out of memory;no memory for 13 batteries of generic-16s-100: at most 12 fit", said, StringComparison.Ordinal);
            Assert.EndsWith("bank:batt?\r\n2\r\n", said, StringComparison.Ordinal);
            Assert.Equal(2, session.Inverter.BmsData.ModulesOnline.Value);
        }

        // A command stands on a deeper chain of calls than the start, so it measures less: what was there before needs no measuring.
        [Fact]
        public void Memory_BankAsLargeAsTheOneAtTheStart_IsBuiltAgain()
        {
            var memory = new FixedMemory(60000);
            var session = new BoardSession(0) { Memory = memory };
            session.Serial.Type("board:prof generic-16s-100\rboard:foll 15\rboard:wake on\rboard:save\rboard:rest\r");
            session.Advance(WakeMilliseconds);
            memory.Bytes = 18000;
            session.Serial.ConsumeOutput();
            session.Serial.Type("bank:batt 4\rbank:batt 16\rsyst:err?\rbank:batt?\r");
            session.Advance(2000);

            Assert.EndsWith("syst:err?\r\n0,\"No error\"\r\nbank:batt?\r\n16\r\n", session.Serial.ConsumeOutput(), StringComparison.Ordinal);
        }

        // No input is known that breaks the bank, so something is taken out of it.
        private static void BreakBank(BoardSession session)
        {
            FieldInfo part = typeof(BatteryModule).GetField("_heat", BindingFlags.Instance | BindingFlags.NonPublic)!;
            part.SetValue(session.Firmware.Bank.OwnBattery, null);
        }

        private sealed class FixedMemory(int bytes) : Bms.IFreeMemory
        {
            public int Bytes { get; set; } = bytes;

            public int MeasureBytes() => Bytes;
        }
    }
}
