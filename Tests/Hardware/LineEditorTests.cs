using BatterySim.Hardware.Console;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    [TestClass]
    public class LineEditorTests
    {
        [DataRow("*IDN?\r", "*IDN?")]
        [DataRow("*IDN?\n", "*IDN?")]
        [DataRow("\r\n*IDN?\r\n", "|*IDN?")]
        [DataRow("a\r\nb\r\nc\n", "a|b|c")]
        [DataRow("abX\b\x7f" + "bc\r", "abc")]
        [DataRow("\b\b\bab\r", "ab")]
        [DataRow("nonsense\x15real\r", "real")]
        [DataRow("nonsense\x03real\r", "real")]
        [DataRow("a\tb\x01" + "c\r", "a\tbc")]
        public void Feed_Keys_GiveTheseLines(string keys, string lines)
        {
            Assert.AreEqual(lines, LinesOf(keys));
        }

        [TestMethod]
        public void Feed_LineTooLong_IsLostWholeAndTheNextOneIsNot()
        {
            string keys = "";
            for (int index = 0; index <= LineEditor.LineLengthMax; index++)
            {
                keys += "x";
            }

            Assert.AreEqual("|next", LinesOf(keys + "tail\b\b\b\b\b\b\rnext\r"));
            Assert.AreEqual("next", LinesOf(keys + "tail\x15next\r"));
        }

        [TestMethod]
        public void Feed_Typing_IsShownAndErased()
        {
            FakeLine line = new FakeLine();
            ConsoleOutput output = new ConsoleOutput(line);
            LineEditor editor = new LineEditor(output);
            Feed(editor, "ab\bc\r");
            output.Move();

            Assert.AreEqual("ab\b \bc\r\n", line.Said);
        }

        [TestMethod]
        public void ConsoleOutput_LongText_LeavesInPortions()
        {
            FakeLine line = new FakeLine();
            ConsoleOutput output = new ConsoleOutput(line);
            string text = "";
            for (int index = 0; index < 48; index++)
            {
                text += "0123456789";
            }

            output.Write(text);
            Assert.AreEqual("", line.Said);
            int passes = 0;
            while (output.Waiting > 0)
            {
                output.Move();
                passes++;
            }

            Assert.AreEqual(text, line.Said);
            Assert.AreEqual(5, passes);
            Assert.AreEqual(ConsoleOutput.BytesPerPass, line.LargestWrite);
        }

        private static string LinesOf(string keys)
        {
            LineEditor editor = new LineEditor(new ConsoleOutput(new FakeLine()));
            string lines = "";
            int count = 0;
            for (int index = 0; index < keys.Length; index++)
            {
                if (editor.Feed((byte)keys[index]))
                {
                    lines += (count == 0 ? "" : "|") + (editor.Line.IsTooLong ? "" : new string(editor.Line.Text, 0, editor.Line.Length));
                    editor.Clear();
                    count++;
                }
            }

            return lines;
        }

        private static void Feed(LineEditor editor, string keys)
        {
            for (int index = 0; index < keys.Length; index++)
            {
                editor.Feed((byte)keys[index]);
            }
        }
    }
}
