using System;
using BatterySim.Host.Board;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>The board's console is a port of the instrument like every other, with a person's editing in front.</summary>
    public class BoardConsoleTests
    {
        [Fact]
        public void Line_AsLongAsAtEveryPort_IsCarriedOut()
        {
            string said = Say(new BoardSession(1), "SYST:VERS?".PadRight(512) + "\r");

            Assert.EndsWith("1999.0\r\n", said, StringComparison.Ordinal);
        }

        [Fact]
        public void Line_TooLong_IsRefusedInASentenceAndInTheErrorQueue()
        {
            var session = new BoardSession(1);
            Assert.Contains("! a line has at most 512 characters", Say(session, "OUTP OFF".PadRight(513) + "\r"), StringComparison.Ordinal);

            Assert.EndsWith("1\r\n", Say(session, "OUTP?\r"), StringComparison.Ordinal);
            Assert.EndsWith("-223,\"Too much data;the line has more than 512 characters\"\r\n", Say(session, "SYST:ERR?\r"), StringComparison.Ordinal);
        }

        [Fact]
        public void Lines_Refused_FillTheQueueUntilItOverflows()
        {
            var session = new BoardSession(1);
            for (int count = 0; count < 20; count++)
            {
                Say(session, "NONS:ENSE 1\r");
            }

            string all = Say(session, "SYST:ERR:ALL?\r");
            Assert.Equal(15, all.Split("-113,").Length - 1);
            Assert.Contains("-350,\"Queue overflow\"", all, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("SYST:VX\bERS?\r", "1999.0")]
        [InlineData("malformed\u0015SYST:VERS?\r", "1999.0")]
        [InlineData("  board? \r", "switches:")]
        [InlineData("help\r", "BOARD:SAVE")]
        [InlineData("BOARD:COLOUR red\rSYST:ERR?\r", "-113,\"Undefined header;BOARD:COLOUR\"")]
        public void Keys_Typed_AreEditedAndAnswered(string keys, string expected)
        {
            Assert.Contains(expected, Say(new BoardSession(1), keys), StringComparison.Ordinal);
        }

        [Fact]
        public void Headers_AskedOnTheBoard_ComeWhole()
        {
            string said = Say(new BoardSession(1), "SYST:HELP:HEAD?\r");

            Assert.Contains(":EVENt:CLEar/nquery/", said, StringComparison.Ordinal);
            Assert.Contains("*IDN?/qonly/", said, StringComparison.Ordinal);
        }

        [Fact]
        public void SaveAndRecall_BankOfSixteen_SurvivesARestart()
        {
            var session = new BoardSession(0);
            Say(session, "board:prof generic-16s-100\r");
            Say(session, "board:foll 15\r");
            Say(session, "board:save\r");
            session.Serial.Type("board:rest\r");
            session.Advance(2000);
            Say(session, "PROF:VAL chargeVoltageLimitMillivolts,55200\r");
            Say(session, "MOD16:SOC 77;:MOD2:BRE OFF;:BANK:CAD POLL\r");
            Say(session, "*SAV 3\r");
            Assert.EndsWith("0,\"No error\"\r\n", Say(session, "SYST:ERR?\r"), StringComparison.Ordinal);

            session.Serial.Type("board:rest\r");
            session.Advance(2000);
            Assert.EndsWith("50.0;1;BRO\r\n", Say(session, "MOD16:SOC?;:MOD2:BRE?;:BANK:CAD?\r"), StringComparison.Ordinal);
            Assert.EndsWith("56000\r\n", Say(session, "PROF:VAL? chargeVoltageLimitMillivolts\r"), StringComparison.Ordinal);

            // The bank is awake then, so that currents that even out its batteries flow at once.
            Say(session, "*RCL 3\r");
            Assert.Matches("7[67]\\.\\d;0;POLL\r\n$", Say(session, "MOD16:SOC?;:MOD2:BRE?;:BANK:CAD?\r"));
            Assert.EndsWith("55200\r\n", Say(session, "PROF:VAL? chargeVoltageLimitMillivolts\r"), StringComparison.Ordinal);
        }

        private static string Say(BoardSession session, string keys)
        {
            session.Advance(1000);
            session.Serial.ConsumeOutput();
            session.Serial.Type(keys);
            session.Advance(3000);
            return session.Serial.ConsumeOutput();
        }
    }
}
