using System;
using System.Linq;
using BatterySim.Host.Cli.Prompt;
using BatterySim.Host.Scpi;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class LineEditorTests
    {
        // Letters type themselves; < > left and right, ^ v up and down, H home, E end, B backspace, D delete, T tab, ! enter, others Ctrl+letter.
        [Theory]
        [InlineData("a b c", "abc", 3)]
        [InlineData("a b < c", "acb", 2)]
        [InlineData("a < < B b", "ba", 1)]
        [InlineData("a b < > > B", "a", 1)]
        [InlineData("a b c H D", "bc", 0)]
        [InlineData("a b c H E D B", "ab", 2)]
        [InlineData("a b c Ctrl+A x", "xabc", 1)]
        [InlineData("a b c Ctrl+A Ctrl+E x", "abcx", 4)]
        [InlineData("a b c < Ctrl+K", "ab", 2)]
        [InlineData("a b c < Ctrl+U", "c", 0)]
        [InlineData("a : b c Ctrl+W", "a:", 2)]
        [InlineData("a : b c Ctrl+W Ctrl+W", "", 0)]
        [InlineData("a b ! c ^", "ab", 2)]
        [InlineData("a b ! c ^ v", "c", 1)]
        [InlineData("a ! b ! ^ ^ ^", "a", 1)]
        [InlineData("a ! b ! x ^ ^ v v v", "x", 1)]
        [InlineData("a ! a ! b ^ ^", "a", 1)]
        [InlineData("m o T", "mod:", 4)]
        [InlineData("s o x < T", "soc x", 4)]
        [InlineData("a Ctrl+C b", "b", 1)]
        public void Keys_OneAfterTheOther_LeaveTextAndCursor(string keys, string text, int cursor)
        {
            LineEditor editor = new(new LineHistory(), Complete);
            foreach (string key in keys.Split(' '))
            {
                if (editor.Press(KeyOf(key)) == EditOutcome.Entered)
                {
                    editor.Clear();
                }
            }

            Assert.Equal((text, cursor), (editor.Text, editor.Cursor));
        }

        [Fact]
        public void Keys_ThatEnd_SayHow()
        {
            LineEditor editor = new(new LineHistory(), Complete);
            Assert.Equal(EditOutcome.Ended, editor.Press(KeyOf("Ctrl+D")));
            Assert.Equal(EditOutcome.Editing, editor.Press(KeyOf("a")));
            Assert.Equal(EditOutcome.Editing, editor.Press(KeyOf("Ctrl+D")));
            Assert.Equal(EditOutcome.Dropped, editor.Press(KeyOf("Ctrl+C")));
            Assert.Equal(EditOutcome.Wiped, editor.Press(KeyOf("Ctrl+L")));
            Assert.Equal(EditOutcome.Entered, editor.Press(KeyOf("!")));
        }

        [Fact]
        public void Tab_SeveralWays_ListsThemTheSecondTime()
        {
            LineEditor editor = new(new LineHistory(), _ => new ScpiCompletion(0, "so", ["soc", "soh"]));
            editor.Press(KeyOf("s"));
            Assert.Equal(EditOutcome.Editing, editor.Press(KeyOf("T")));
            Assert.Equal("so", editor.Text);
            Assert.Equal(EditOutcome.Listed, editor.Press(KeyOf("T")));
            Assert.Equal(["soc", "soh"], editor.Candidates);
        }

        [Fact]
        public void AnyKeys_NeverThrowAndKeepTheCursorInTheLine()
        {
            ConsoleKey[] all = Enum.GetValues<ConsoleKey>();
            Gen<ConsoleKeyInfo> key = Gen.Choose(0, all.Length - 1).SelectMany(code => Gen.Choose(0, 300).SelectMany(letter => Gen.Choose(0, 3)
                .Select(control => new ConsoleKeyInfo((char)letter, all[code], false, false, control == 0))));
            Prop.ForAll(key.ArrayOf().ToArbitrary(), keys =>
            {
                LineEditor editor = new(new LineHistory(), Complete);
                return keys.All(one =>
                {
                    editor.Press(one);
                    return editor.Cursor >= 0 && editor.Cursor <= editor.Text.Length;
                });
            }).QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData("MOD1:SOC 5", 10, 80, "\r> MOD1:SOC 5\u001b[K\r\u001b[12C")]
        [InlineData("", 0, 80, "\r> \u001b[K\r\u001b[2C")]
        [InlineData("abcdefgh", 8, 7, "\r> fgh\u001b[K\r\u001b[5C")]
        [InlineData("abcdefgh", 0, 7, "\r> abcd\u001b[K\r\u001b[2C")]
        public void Paint_Line_ShowsTheCursorInsideTheWindow(string text, int cursor, int width, string painted)
        {
            Assert.Equal(painted, PromptPainter.Paint("> ", text, cursor, width));
        }

        [Fact]
        public void History_File_KeepsTheNewestThousandBetweenSessions()
        {
            using TemporaryFolder folder = new();
            string path = folder.File("deep/er/history");
            LineHistory first = new();
            HistoryFile.Load(path, first);
            for (int number = 0; number < 1005; number++)
            {
                first.Add($"MOD1:SOC {number}");
            }

            HistoryFile.Save(path, first);
            LineHistory second = new();
            HistoryFile.Load(path, second);
            Assert.Equal(1000, second.Lines.Count);
            Assert.Equal("MOD1:SOC 1004", second.Older(""));
        }

        [Theory]
        [InlineData("/state", "/state/batterysim/console-history")]
        [InlineData("relative", null)]
        [InlineData(null, null)]
        public void History_Place_FollowsXdg(string? state, string? path)
        {
            string found = HistoryFile.PathOf(_ => state);
            if (OperatingSystem.IsWindows())
            {
                return;
            }

            Assert.Equal(path ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/state/batterysim/console-history"), found);
        }

        private static ScpiCompletion Complete(string text) => text switch
        {
            "mo" => new ScpiCompletion(0, "mod:", ["mod:"]),
            "so" => new ScpiCompletion(0, "soc ", ["soc "]),
            _ => new ScpiCompletion(text.Length, "", []),
        };

        private static ConsoleKeyInfo KeyOf(string name)
        {
            bool isControl = name.StartsWith("Ctrl+", StringComparison.Ordinal);
            ConsoleKey key = isControl ? Enum.Parse<ConsoleKey>(name[5..]) : name switch
            {
                "<" => ConsoleKey.LeftArrow,
                ">" => ConsoleKey.RightArrow,
                "^" => ConsoleKey.UpArrow,
                "v" => ConsoleKey.DownArrow,
                "H" => ConsoleKey.Home,
                "E" => ConsoleKey.End,
                "B" => ConsoleKey.Backspace,
                "D" => ConsoleKey.Delete,
                "T" => ConsoleKey.Tab,
                "!" => ConsoleKey.Enter,
                _ => ConsoleKey.None,
            };
            return new ConsoleKeyInfo(key == ConsoleKey.None ? name[0] : '\0', key, false, false, isControl);
        }
    }
}
