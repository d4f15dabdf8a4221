using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Logs
{
    /// <summary>Single lines of every shape that the readers know, and the bounds that they keep.</summary>
    public class LogShapeTests
    {
        [Theory]
        [InlineData("  can0  351   [2]  00110000 00000010", "- 351#3002")]
        [InlineData("  can0  351   [4]  02`A0`02`30", "- 351#3002A002")]
        [InlineData("  can0  351   {9}  30 02 A0 0F A0 0F C0 01", "- 351#3002A00FA00FC001")]
        [InlineData(" (12.5)  vcan0  TX B E  18FF0305   [1]  AA", "12.500000 18FF0305#AA T")]
        [InlineData(" (2026-11-28 03:26:41.123456789)  can0  305   [0] ", "1795836401.123456 305#")]
        [InlineData("(1764300001.0000001234567) can0 351#30", "1764300001.000000 351#30")]
        [InlineData("(2.5) can0 351#30.02", "2.500000 351#3002")]
        [InlineData("(7.556) RX2 18FF1234 [2] A 0B", "7.556000 18FF1234#0A0B R")]
        [InlineData("[08:20:05.871][I][canbus:332]: send can_id: 0x351 hex: 28 2 0 0 0 0 c0 1", "30005.871000 351#280200000000C001 T")]
        [InlineData("[main:199]: send can id: 0x355 hex: 4f 0 64 0", "- 355#4F006400 T")]
        [InlineData(
            "2024-09-08 20:15:41.716 | DEBUG | Thread-5 | CANPort:113 | CAN frame sending: Buffer (HEX): "
            + "[0x56, 0x03, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x78, 0x14, 0xE2, 0xFF, 0x00, 0x00, 0x00, 0x00]",
            "1725826541.716000 356#7814E2FF00000000 T")]
        [InlineData("2026-11-28T03:26:41Z rx can0 355 [4] 1a 0 64 0", "1795836401.000000 355#1A006400 R")]
        [InlineData("21:22:39.226 > [Pytes] Received CAN message: 0x351 - 10 02 E8 03 FA 00 C7 01", "76959.226000 351#1002E803FA00C701 R")]
        [InlineData("0x35C – C0 00 – Battery charge request flags", "- 35C#C000")]
        [InlineData("Standard ID: 0x356       DLC: 6  Data: 0x02 0x13 0x00 0x00 0x4A 0x01", "- 356#021300004A01")]
        [InlineData("Extended ID: 0x000351  DLC: 2  Data: 0x30 0x02", "- 00000351#3002")]
        [InlineData("Standard ID: 0x356       DLC: 6  Data: 0x02", "line 1 skipped: 'ID:' has no '#' between identifier and data, and no [length] behind it", "note")]
        [InlineData("(1.0) can0 351##1300", "line 1 skipped: it is a CAN FD frame; the battery protocols are classic CAN")]
        [InlineData("  can0  351  [08]  30 02 A0 0F A0 0F C0 01", "line 1 skipped: it is a CAN FD frame; the battery protocols are classic CAN")]
        [InlineData("  can0  351  [2]  30", "line 1 skipped: it has 1 bytes of data, fewer than its length 2", "note")]
        [InlineData("  can0  351  [1]  30 02", "line 1 skipped: it has more bytes of data than its length 1", "note")]
        public void Candump_Line_IsReadOrNamed(string line, string expected, string end = "")
        {
            Assert.Equal(expected, Read(line + "\n").First(text => end.Length == 0 || !text.StartsWith(end, StringComparison.Ordinal)));
        }

        // PEAK's first version names neither itself nor its columns.
        [Fact]
        public void Trc_Version10_IsKnownByItsLinesAndHasTheTimeOfItsHead()
        {
            const string Head = ";####\n;   CAN activities imported from a USB device\n;   Start time: 28.11.2026 12:00:00.250\n;---+--  --+--  ---+-- + -+ --\n";

            Assert.Equal(
                ["1795867200.267000 351#3002", "1795867200.287000 1ABCDEF0#AABB", "1795867200.297000 305#R8"],
                Read(Head + "     1)      17  0351  2  30 02\n     2)      37  1ABCDEF0  2  AA BB\n     3)      47  0305  8  RTR\n"));
            Assert.Equal(["0.017000 351#3002"], Read("     1)      17  0351  2  30 02\n"));
        }

        [Theory]
        [InlineData("                      Kvaser Memorator Log\n")]
        [InlineData("Counter,Time,Channel,Flags,Id,Dlc,D0\n")]
        [InlineData("   Time        Chn     Id      Flg  Dlc D0..D7\n")]
        [InlineData("Chn Identifier Flg   DLC  D0...1...2\n")]
        public void Kvaser_Log_IsNamedWithTheWay(string line)
        {
            string message = Assert.Throws<LogFormatException>(() => Read(line)).Message;

            Assert.Contains("Kvaser", message, StringComparison.Ordinal);
            Assert.Contains("not read here; ", message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("decode")]
        [InlineData("doctor")]
        [InlineData("clone")]
        public void Command_InvalidFile_GivesOneSentence(string command)
        {
            using TemporaryFolder folder = new();
            byte[] malformed = new byte[20_000];
            new Random(7).NextBytes(malformed);
            File.WriteAllBytes(folder.File("malformed"), malformed);
            CliResult result = CliResult.Of(command, folder.File("malformed"));

            Assert.Equal((1, ""), (result.ExitCode, result.Output));
            Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        [Theory]
        [InlineData("Mon Mär 2 06:22:05.250 2026", "2026-03-02T06:22:05.250")]
        [InlineData("mer. août 5 18:22:05 2026", "2026-08-05T18:22:05")]
        [InlineData("mar mar 3 06:22:05.5 pm 2026", "2026-03-03T18:22:05.500")]
        [InlineData("So Dez 6 12:00:00 am 2026", "2026-12-06T00:00:00")]
        [InlineData("14.10.2026 18:22:05.250", "2026-10-14T18:22:05.250")]
        [InlineData("2026-10-14 18:22:05", "2026-10-14T18:22:05")]
        [InlineData("周三 10月 14 06:22:05.250 下午 2026", "2026-10-14T18:22:05.250")]
        public void Asc_DateOfAnotherLanguage_IsUnderstoodInUtf8AndLatin1(string date, string expected)
        {
            string text = $"date {date}\nbase hex  timestamps absolute\n0.5 1 351 Rx d 1 30\n";
            long microseconds = new DateTimeOffset(DateTime.Parse(expected, null), TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;
            string[] frame = [$"{(microseconds + 500_000) / 1_000_000}.{(microseconds + 500_000) % 1_000_000:000000} 351#30 R"];

            Assert.Equal(frame, Read(Encoding.UTF8.GetBytes(text)));
            if (date.All(static character => character < 256))
            {
                Assert.Equal(frame, Read(Encoding.Latin1.GetBytes(text)));
            }
        }

        [Fact]
        public void Asc_DateThatIsNotUnderstood_IsSaid()
        {
            Assert.Equal(
                ["0.500000 351#30 R", "line 1 skipped: its date 'Xyz Qux 99' is not understood, so times count from 1970"],
                Read("date Xyz Qux 99\nBASE HEX  TIMESTAMPS ABSOLUTE\n0.5 1 351 RX D 1 30\n"));
        }

        [Theory]
        [InlineData(";$FILEVERSION=2.1\n;$STARTTIME=46354.5\n;$COLUMNS=N,O,T,B,I,d,R,L,D\n 1 17.4 DT 2 0351 Rx - 2 30 02\n 2 20.0 FD 1 0351 Rx - 8 00\n 3 30.0 RR 1 18FF0305 Tx - 8\n")]
        public void Trc_Version21_FollowsItsColumns(string text)
        {
            Assert.Equal(
                [
                    "1795867200.017400 351#3002 R", "1795867200.030000 18FF0305#R8 T",
                    "line 5 skipped: it is a CAN FD frame; the battery protocols are classic CAN", "note the log holds 2 channels (can1, can0), read as one bus",
                ],
                Read(text));
        }

        [Fact]
        public void Text_OfPowerShell_IsReadFromUtf16()
        {
            byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("(1.0) can0 351#30\r\n(2.0) can0 355#31\r\n")];

            Assert.Equal(["1.000000 351#30", "2.000000 355#31"], Read(bytes));
        }

        [Fact]
        public void Text_WithCarriageReturnsOnly_IsCutIntoLines()
        {
            Assert.Equal(["1.000000 351#30", "2.000000 355#31"], Read("\uFEFF(1.0) can0 351#30\r(2.0) can0 355#31\r"));
        }

        [Fact]
        public void Problems_OfOneKind_AreOneSentence()
        {
            string text = string.Concat(Enumerable.Range(0, 50).Select(static index => $"nonsense{index} and more\n(1.0) can0 {index:00}#00\n"));

            Assert.Equal(
                [
                    "lines 1, 3, 5 and 47 more skipped: 'and' has no '#' between identifier and data, and no [length] behind it",
                    "lines 2, 4, 6 and 47 more skipped: identifier '00' has 2 digits; 11-bit identifiers have 3, 29-bit ones 8",
                ],
                Read(text));
        }

        [Theory]
        [InlineData("LOGG....", "Vector BLF", "can.logconvert")]
        [InlineData("MDF     4.10    ", "ASAM MDF", "can.logconvert")]
        [InlineData("Chn Identifier Flg   DLC  D0...1...2...3...4...5...6..D7       Time     Dir\n", "Kvaser", "SavvyCAN")]
        [InlineData("Time   ID     DLC Data                    Comment\n04,6620 305 8 00\n", "CANHacker", "SavvyCAN")]
        [InlineData("\u001f\u008b....", "gzip", "unpack")]
        public void Decode_LogOfAnotherProgram_GetsOneSentenceWithTheWay(string content, string name, string remedy)
        {
            using TemporaryFolder folder = new();
            string path = folder.File("log.log");
            File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));
            CliResult result = CliResult.Of("decode", path);

            Assert.Equal(1, result.ExitCode);
            Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(name, result.Error, StringComparison.Ordinal);
            Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
        }

        // Three gigabytes without the end of a line: read once, kept nowhere.
        [Fact]
        public void Read_GigabytesOfZeros_EndInABoundedMemory()
        {
            const long Length = 3L << 30;
            long before = GC.GetTotalAllocatedBytes();
            LogSource source = new(new ZeroStream(Length));
            bool isFrame = source.TryRead(new LoggedFrame());
            long allocated = GC.GetTotalAllocatedBytes() - before;

            Assert.False(isFrame);
            Assert.Equal(1, source.Problems.Count);
            Assert.InRange(allocated, 0, 100_000_000);
        }

        private static List<string> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

        private static List<string> Read(byte[] bytes) => LogLister.List(new LogSource(new MemoryStream(bytes)));
    }
}
