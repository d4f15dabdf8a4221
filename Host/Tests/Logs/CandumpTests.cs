using System.IO;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Logs
{
    public class CandumpTests
    {
        // Lines as can-utils' candump -L prints them; the last two with the direction that -x adds.
        [Theory]
        [InlineData("(1436509052.249713) vcan0 044#2A366C2BBA", 1436509052249713, "vcan0", 0x044u, false, false, 5, "2A366C2BBA")]
        [InlineData("(0000000000.000001) can0 7FF#", 1, "can0", 0x7FFu, false, false, 0, "")]
        [InlineData("(0000000000.000000) can0 00000351#0102", 0, "can0", 0x351u, true, false, 2, "0102")]
        [InlineData("(0000000000.000000) can0 1FFFFFFF#R8", 0, "can0", 0x1FFFFFFFu, true, true, 8, "0000000000000000")]
        [InlineData("(0000000000.000000) can0 305#R", 0, "can0", 0x305u, false, true, 0, "")]
        [InlineData("(0000000002.000000) can0 305#0000000000000000 T", 2000000, "can0", 0x305u, false, false, 8, "0000000000000000")]
        [InlineData("(12.5) can0 351#14", 12500000, "can0", 0x351u, false, false, 1, "14")]
        [InlineData("(12.034) can0 351#14", 12034000, "can0", 0x351u, false, false, 1, "14")]
        [InlineData("(12.034567891) can0 351#14", 12034567, "can0", 0x351u, false, false, 1, "14")]
        [InlineData("(12) can0 351#14", 12000000, "can0", 0x351u, false, false, 1, "14")]
        [InlineData("(0000000002.000000) can0 351#14 R", 2000000, "can0", 0x351u, false, false, 1, "14")]
        public void TryParse_LineOfCandump_GivesItsFrame(
            string line, long microseconds, string channel, uint id, bool isExtended, bool isRemote, int length, string data)
        {
            var record = new LoggedFrame();

            Assert.True(CandumpReader.TryParse(line, record, out string reason), reason);

            Assert.Equal(microseconds, record.TimeMicroseconds);
            Assert.Equal(channel, record.Channel);
            Assert.Equal(id, record.Frame.Id);
            Assert.Equal(isExtended, record.Frame.IsExtended);
            Assert.Equal(isRemote, record.Frame.IsRemote);
            Assert.Equal(length, record.Frame.Length);
            Assert.Equal(data, System.Convert.ToHexString(record.Frame.Data, 0, length));
            Assert.Equal(
                line.EndsWith(" T", System.StringComparison.Ordinal) ? FrameDirection.Sent
                : line.EndsWith(" R", System.StringComparison.Ordinal) ? FrameDirection.Received : FrameDirection.Unknown,
                record.Direction);
        }

        [Theory]
        [InlineData("", "form")]
        [InlineData("garbage", "form")]
        [InlineData("(0.000000) can0", "form")]
        [InlineData("(0.000000) can0 351#00 R more", "after the frame")]
        [InlineData("(.000000) can0 351#00", "seconds.decimals")]
        [InlineData("(-1.000000) can0 351#00", "seconds.decimals")]
        [InlineData("(1234567890123.000000) can0 351#00", "seconds.decimals")]
        [InlineData("(0.000000) can0 35100", "no '#'")]
        [InlineData("(0.000000) can0 51#00", "2 digits")]
        [InlineData("(0.000000) can0 0351#00", "4 digits")]
        [InlineData("(0.000000) can0 35X#00", "not hexadecimal")]
        [InlineData("(0.000000) can0 800#00", "above 7FF")]
        [InlineData("(0.000000) can0 FFFFFFFF#00", "above 1FFFFFFF")]
        [InlineData("(0.000000) can0 20000080#0000000000000000", "bus error")]
        [InlineData("(0.000000) can0 351##300", "CAN FD")]
        [InlineData("(0.000000) can0 351#0", "half a byte")]
        [InlineData("(0.000000) can0 351#001122334455667788", "longer than 8")]
        [InlineData("(0.000000) can0 351#0G", "not hexadecimal")]
        [InlineData("(0.000000) can0 351#R9", "R0 to R8")]
        [InlineData("(0.000000) can0 351#00 X", "neither R nor T")]
        public void TryParse_LineThatIsNoFrame_SaysWhy(string line, string expected)
        {
            Assert.False(CandumpReader.TryParse(line, new LoggedFrame(), out string reason));

            Assert.Contains(expected, reason, System.StringComparison.Ordinal);
        }

        [Fact]
        public void Read_LogWithABadLine_GivesItsNumberAndGoesOn()
        {
            var reader = new CandumpReader(new MemoryStream("(0.000000) can0 351#00\r\n\nnonsense\n(1.000000) can0 355#00"u8.ToArray()));
            var record = new LoggedFrame();

            Assert.Equal(LogReadResult.Frame, reader.Read(record));
            Assert.Equal(1, reader.LineNumber);
            Assert.Equal(LogReadResult.BadLine, reader.Read(record));
            Assert.Equal(3, reader.LineNumber);
            Assert.NotEmpty(reader.Reason);
            Assert.Equal(LogReadResult.Frame, reader.Read(record));
            Assert.Equal(0x355u, record.Frame.Id);
            Assert.Equal(LogReadResult.End, reader.Read(record));
        }

        [Fact]
        public void Write_ThenRead_GivesTheSameRecord()
        {
            Gen<CanFrame> frames =
                from isExtended in Gen.Elements(false, true)
                from isRemote in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
                from id in Gen.Choose(0, (int)CanFrame.ExtendedIdMax)
                from data in Gen.Choose(0, 255).ArrayOf()
                select FrameOf((uint)id, isExtended, isRemote, data);
            Gen<(long, CanFrame, FrameDirection)> lines =
                from seconds in Gen.Choose(0, int.MaxValue)
                from factor in Gen.Choose(1, 400)
                from micros in Gen.Choose(0, 999_999)
                from frame in frames
                from direction in Gen.Elements(FrameDirection.Unknown, FrameDirection.Received, FrameDirection.Sent)
                select (((long)seconds * factor * 1_000_000) + micros, frame, direction);

            Prop.ForAll(lines.ToArbitrary(), line =>
            {
                (long microseconds, CanFrame frame, FrameDirection direction) = line;
                using var text = new StringWriter();
                new CandumpWriter(text, "can0").Write(microseconds, frame, direction);
                var record = new LoggedFrame();
                bool isFrame = CandumpReader.TryParse(text.ToString(), record, out _);
                return isFrame
                    && record.TimeMicroseconds == microseconds
                    && record.Channel == "can0"
                    && record.Direction == direction
                    && record.Frame.Id == frame.Id
                    && record.Frame.IsExtended == frame.IsExtended
                    && record.Frame.IsRemote == frame.IsRemote
                    && record.Frame.Length == frame.Length
                    && System.MemoryExtensions.SequenceEqual<byte>(record.Frame.Data, frame.Data);
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void TryParse_AnyText_NeverThrows()
        {
            Gen<string> nearLines =
                from start in Gen.Elements("(0.000000) can0 351#", "(", "(0.000000) ", "(0.000000) can0 ", "")
                from characters in Gen.Elements("0123456789ABCDEFabcdefRT#()._ -\t\0\u00e9\ud800".ToCharArray()).ArrayOf()
                select start + new string(characters);
            var record = new LoggedFrame();

            Prop.ForAll(nearLines.ToArbitrary(), line => CandumpReader.TryParse(line, record, out string reason) == (reason.Length == 0))
                .QuickCheckThrowOnFailure();
            Prop.ForAll<NonNull<string>>(line => CandumpReader.TryParse(line.Get, record, out string reason) == (reason.Length == 0))
                .QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Write_FrameAfterAnother_EndsEachLineWithALineFeed()
        {
            using var text = new StringWriter { NewLine = "\r\n" };
            var writer = new CandumpWriter(text, "can0");
            var frame = new CanFrame();
            frame.Begin(0x355, 4);
            frame.PutU16(0, 26);
            frame.PutU16(2, 100);

            writer.Write(0, frame);
            writer.Write(1_020_000, frame);

            Assert.Equal("(0000000000.000000) can0 355#1A006400\n(0000000001.020000) can0 355#1A006400\n", text.ToString());
        }

        private static CanFrame FrameOf(uint id, bool isExtended, bool isRemote, int[] data)
        {
            var frame = new CanFrame();
            int length = data.Length > CanFrame.DataLengthMax ? CanFrame.DataLengthMax : data.Length;
            frame.Begin(id, length, isExtended, isRemote);
            for (int index = 0; index < length && !isRemote; index++)
            {
                frame.PutU8(index, data[index]);
            }

            return frame;
        }
    }
}
