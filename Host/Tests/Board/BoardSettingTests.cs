using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Board;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Instrument;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>The settings of the firmware are commands like all others: asked for, several in a line, errors in the queue.</summary>
    public class BoardSettingTests
    {
        private static readonly SettingRow[] Rows =
            [.. CommandRows.All.Where(row => row.Pattern.StartsWith("BOARD", StringComparison.Ordinal))];

        public static TheoryData<string> Settings =>
            [.. Rows.Where(row => row.Is(SettingRow.Set)).Select(row => row.Pattern)];

        public static TheoryData<string> Actions =>
            [.. Rows.Where(row => row.Is(SettingRow.Acts)).Select(row => row.Pattern)];

        [Theory]
        [MemberData(nameof(Settings))]
        public void Setting_ItsExample_IsReadBackAndSurvivesARestart(string pattern)
        {
            string[] example = CommandRows.Find(pattern).Example.Split(' ');
            var session = new BoardSession(1);
            string standard = Ask(session, example[0] + "?");
            Assert.Equal("", Ask(session, string.Join(' ', example)));

            string kept = Ask(session, example[0] + "?");
            Assert.NotEqual(standard, kept);
            Assert.Equal("0,\"No error\"", Ask(session, "SYST:ERR?"));

            session.Serial.Type("BOARD:SAVE;REST\r");
            session.Advance(5000);
            Assert.Equal(1, session.RestartCount);
            Assert.Equal(kept, Ask(session, example[0] + "?"));
        }

        [Theory]
        [MemberData(nameof(Settings))]
        public void Setting_ItsBounds_AreThoseOfItsRow(string pattern)
        {
            SettingRow row = CommandRows.Find(pattern);
            SettingParameter parameter = row.ParameterAt(0);
            string header = row.Example.Split(' ')[0];
            if (parameter.Form != SettingForm.Number)
            {
                return;
            }

            decimal scale = (decimal)Math.Pow(10, parameter.Unit.Decimals);
            foreach ((string bound, int promised) in new[] { ("MIN", parameter.Minimum), ("MAX", parameter.Maximum), ("DEF", parameter.Default) })
            {
                var session = new BoardSession(1);
                string said = Ask(session, $"{header}? {bound}");
                Assert.Equal(promised / scale, decimal.Parse(said, CultureInfo.InvariantCulture));
                Ask(session, $"{header} {bound}");
                string error = Ask(session, "SYST:ERR?");

                // As many followers as a board has room for, no product allows.
                Assert.True(error == "0,\"No error\"" ? Ask(session, header + "?") == said : error.StartsWith("-221,", StringComparison.Ordinal), error);
            }

            foreach (long beyond in new[] { parameter.Minimum - 1L, parameter.Maximum + 1L })
            {
                var session = new BoardSession(1);
                Ask(session, string.Create(CultureInfo.InvariantCulture, $"{header} {beyond / scale}"));
                Assert.StartsWith("-222,", Ask(session, "SYST:ERR?"), StringComparison.Ordinal);
            }
        }

        [Theory]
        [MemberData(nameof(Actions))]
        public void Action_ItsExample_LeavesNoError(string pattern)
        {
            var session = new BoardSession(1);
            session.Serial.Type(CommandRows.Find(pattern).Example + "\r");
            session.Advance(5000);

            Assert.Equal("0,\"No error\"", Ask(session, "SYST:ERR?"));
        }

        [Theory]
        [InlineData("BOARD:FOLL 3;SOC 80;:BOARD:DIP2 9;:BOARD:FOLL?;SOC?;DIP2?;DIP1?", "3;80.0;9;-1")]
        [InlineData(":board:wake on;:BOARD:WAKE?;:MOD1:SOC?", "1;50.0")]
        [InlineData("BOARD:FOLL? MIN;FOLL? MAX;FOLL? DEF", "0;15;1")]
        [InlineData("BOARD:CAD both;CAD?", "BOTH")]
        public void Line_SeveralCommands_AreCarriedOutTogether(string line, string answer)
        {
            Assert.Equal(answer, Ask(new BoardSession(1), line));
        }

        [Theory]
        [InlineData("BOARD:FOLL 16", "-222,\"Data out of range;followers 16 is outside 0 to 15\"")]
        [InlineData("BOARD:SOC 101", "-222,\"Data out of range;SOC 101 is outside 0 to 100 %\"")]
        [InlineData("BOARD:DIP16 1", "-114,\"Header suffix out of range;there is no follower 16; there are 1 to 15\"")]
        [InlineData("BOARD:WAKE maybe", "-224,\"Illegal parameter value;wake maybe; say ON or OFF\"")]
        [InlineData("BOARD:PROF nothing", "-224,")]
        [InlineData("BOARD:SOC 20;:MOD1:SOC 101", "-222,")]
        [InlineData("BOARD:SAVE now", "-108,")]
        [InlineData("SYST:SPE 2", "-241,")]
        public void Line_Refused_LeavesItsReasonInTheQueueAndChangesNothing(string line, string error)
        {
            var session = new BoardSession(1);
            const string All = "BOARD:PROF?;FOLL?;SOC?;WAKE?;DIP1?";
            string before = Ask(session, All);

            Assert.Equal("", Ask(session, line));

            Assert.StartsWith(error, Ask(session, "SYST:ERR?"), StringComparison.Ordinal);
            Assert.Equal(before, Ask(session, All));
        }

        [Fact]
        public void Line_SettingsThatDoNotGoTogether_AreRefusedAsAWhole()
        {
            var session = new BoardSession(1);

            Assert.Equal("", Ask(session, "BOARD:SOC 30;FOLL 15"));

            Assert.StartsWith("-221,", Ask(session, "SYST:ERR?"), StringComparison.Ordinal);
            Assert.Equal("50.0;1", Ask(session, "BOARD:SOC?;FOLL?"));
        }

        [Fact]
        public void Headers_OnABoard_ListItsOwnCommandsToo()
        {
            string said = Ask(new BoardSession(1), "SYST:HELP:HEAD?");

            Assert.All(Rows, row => Assert.Contains(":" + row.Pattern, said, StringComparison.Ordinal));
            int digits = said[1] - '0';
            Assert.Equal(int.Parse(said.AsSpan(2, digits)), said.Length - 2 - digits);
        }

        [Fact]
        public void Help_OnABoard_NamesEveryCommandOfItsOwn()
        {
            string said = Ask(new BoardSession(1), "HELP");

            Assert.All(Rows, row => Assert.Contains(row.Pattern, said, StringComparison.Ordinal));
        }

        [Fact]
        public void Twin_AskedForABoard_SaysThatItHasNone()
        {
            Assert.Equal("-241,\"Hardware missing;only a board has this\"", new Bench().Try("BOARD:FOLL?").Error);
        }

        private static string Ask(BoardSession session, string line)
        {
            session.Advance(3000);
            session.Serial.ConsumeOutput();
            session.Serial.Type(line + "\r");
            session.Advance(3000);
            string said = session.Serial.ConsumeOutput();
            string answer = said[(said.IndexOf("\r\n", StringComparison.Ordinal) + 2)..];
            return answer.EndsWith("\r\n", StringComparison.Ordinal) ? answer[..^2] : answer;
        }
    }
}
