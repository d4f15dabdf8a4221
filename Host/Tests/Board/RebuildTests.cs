using System;
using BatterySim.Bms.Battery;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>A bank that a command built anew on a board: it talks as before, and switches, buttons and status are those of the new one.</summary>
    public class RebuildTests
    {
        private const int WakeMilliseconds = 20000;

        [Theory]
        [InlineData("*RST")]
        [InlineData("BANK:REST")]
        [InlineData("BANK:BATT 3")]
        [InlineData("BANK:PROF pylontech-us3000c,2")]
        [InlineData("*SAV 1\r*RCL 1")]
        public void Rebuild_OfAnAwakeBank_TalksOn(string line)
        {
            BoardSession session = Awake(1);
            session.Advance(5000);
            long before = session.Bus.FrameCount;
            session.Advance(10000);
            long usual = session.Bus.FrameCount - before;

            Type(session, line);
            before = session.Bus.FrameCount;
            session.Advance(10000);

            Assert.InRange(session.Bus.FrameCount - before, usual - 20, usual + 20);
            Assert.Contains("awake", Ask(session, "BOARD?"), StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("*RST")]
        [InlineData("BANK:REST")]
        public void Rebuild_OfABankThatSleeps_SleepsOn(string line)
        {
            var session = new BoardSession(1);
            session.Advance(1000);
            Type(session, line);
            session.Advance(WakeMilliseconds);

            Assert.Equal(0, session.Bus.FrameCount);
            Assert.Contains("asleep", Ask(session, "BOARD?"), StringComparison.Ordinal);

            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            Assert.True(session.Bus.FrameCount > 0);
        }

        [Fact]
        public void Recall_OnABankThatSleeps_MakesAnAwakeOne()
        {
            var session = new BoardSession(1);
            session.Advance(1000);
            Type(session, "*SAV 2");
            Type(session, "*RCL 2");
            session.Advance(3000);

            Assert.True(session.Bus.FrameCount > 0);
        }

        [Fact]
        public void Rebuild_Buttons_BelongToTheNewBank()
        {
            BoardSession session = Awake(1);
            Type(session, "*RST");
            BatteryModule own = session.Firmware.Bank.Simulator.Bank.ModuleAt(0);

            session.Breaker.IsHigh = false;
            session.Advance(200);
            Assert.False(own.Power.IsBreakerOn);
            Assert.Contains("breaker off", Ask(session, "BOARD?"), StringComparison.Ordinal);

            session.Breaker.IsHigh = true;
            session.Advance(200);
            session.PressReset(3500);
            Assert.Equal(PowerState.Asleep, own.Power.State);
            Assert.Contains("asleep", Ask(session, "BOARD?"), StringComparison.Ordinal);
        }

        [Fact]
        public void Rebuild_SwitchesMovedBefore_CountAsAfterAStart()
        {
            BoardSession session = Awake(1);
            session.Dip = 4;
            session.Advance(500);
            Type(session, "BANK:REST");
            long before = session.Bus.FrameCount;
            session.Advance(5000);
            Assert.Equal(before, session.Bus.FrameCount);
            Assert.Contains("id 4: not the master", Ask(session, "BOARD?"), StringComparison.Ordinal);
        }

        [Fact]
        public void Rebuild_BreakerOpen_StaysOpen()
        {
            BoardSession session = Awake(1);
            session.Breaker.IsHigh = false;
            session.Advance(500);
            Type(session, "*RST");

            Assert.False(session.Firmware.Bank.Simulator.Bank.ModuleAt(0).Power.IsBreakerOn);
            Assert.Equal("0", Ask(session, "MOD1:BRE?").Trim());
            Assert.Equal("1", Ask(session, "MOD2:BRE?").Trim());
        }

        [Fact]
        public void Rebuild_FollowersOfTheSettings_KeepTheirSwitches()
        {
            var session = new BoardSession(1);
            session.Serial.Type("board:foll 2\rboard:dip2 2\rboard:wake on\rboard:save\rboard:rest\r");
            session.Advance(2 * WakeMilliseconds);
            Assert.Equal("2", Ask(session, "MOD3:DIP?").Trim());
            Type(session, "*RST");
            Assert.Equal("2", Ask(session, "MOD3:DIP?").Trim());
        }

        private static string Ask(BoardSession session, string line)
        {
            session.Serial.ConsumeOutput();
            Type(session, line);
            string said = session.Serial.ConsumeOutput();
            return said[(said.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        private static void Type(BoardSession session, string line)
        {
            session.Serial.Type(line + "\r");
            session.Advance(500);
        }

        private static BoardSession Awake(int dip)
        {
            var session = new BoardSession(dip);
            session.PressReset(200);
            session.Advance(WakeMilliseconds);
            return session;
        }
    }
}
