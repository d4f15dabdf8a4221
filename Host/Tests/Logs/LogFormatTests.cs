using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Tests.Cli;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Logs
{
    public class LogFormatTests
    {
        // As Vector's tools write it: a head, events, both directions, a 29-bit and a remote frame, statistics.
        private const string Asc =
            "date Thu Nov 16 10:22:30.120 PM 2023\nbase hex  timestamps absolute\ninternal events logged\n// version 9.0.0\n"
            + "Begin Triggerblock Thu Nov 16 10:22:30.120 pm 2023\n   0.000000 Start of measurement\n"
            + "   0.015991 1  351             Rx   d 8 14 02 74 0E 74 0E CC 01  Length = 0 BitCount = 0 ID = 849\n"
            + "   0.020000 CANFD 1 Rx 351 1 0 8 8 14 02 74 0E 74 0E CC 01\n   0.030000 1  ErrorFrame\n"
            + "   1.000000 1  Statistic: D 7 R 0 XD 0 XR 0 E 0 O 0 B 0.15%\n   1.000001 2  18FF0305x       Tx   d 2 AA bb\n"
            + "   1.5 1  305             Rx   r\n   2.0 1  351 Rx d 9 00\nEnd TriggerBlock\n";

        // One section, one SocketCAN interface with microseconds, one packet: 0x351 with three bytes at 1.000002 s; built by hand from the draft.
        private const string Pcapng =
            "0A0D0D0A1C0000004D3C2B1A01000000FFFFFFFFFFFFFFFF1C000000" + "0100000014000000E30000000000000014000000"
            + "060000002C000000" + "000000000000000042420F000B0000000B000000" + "0000035103000000" + "14027400" + "2C000000";

        [Fact]
        public void Asc_FileOfVectorsTools_GivesItsFramesAndNamesTheRest()
        {
            Assert.Equal(
                [
                    "1700173350.135991 can0 351 False 1402740E740ECC01 Received",
                    "line 8: it is a CAN FD frame; the battery protocols are classic CAN",
                    "line 9: it is the adapter's report of a bus error, not a frame (error frame)",
                    "1700173351.120001 can1 18FF0305x False AABB Sent",
                    "1700173351.620000 can0 305 True  Received",
                    "line 13: its length is not 0 to 8",
                ],
                ReadAll(LogFormat.Asc, Encoding.Latin1.GetBytes(Asc)));
        }

        [Fact]
        public void Pcapng_BlockTypedByHand_GivesItsFrame()
        {
            Assert.Equal(["1.000002 can0 351 False 140274 Unknown"], ReadAll(LogFormat.Pcapng, Convert.FromHexString(Pcapng)));
        }

        // From each format that is written into each other one and back: what both can say is the same.
        [Theory]
        [InlineData("candump", "asc")]
        [InlineData("candump", "pcapng")]
        [InlineData("asc", "candump")]
        [InlineData("asc", "pcapng")]
        [InlineData("pcapng", "candump")]
        [InlineData("pcapng", "asc")]
        public void Convert_ThereAndBack_KeepsEveryFrame(string first, string second)
        {
            using TemporaryFolder folder = new();
            string log = folder.File("real.log");
            File.WriteAllText(log,
                "(1764300001.000000) can0 351#3002A00FA00FC001\n(1764300001.000001) can0 355#37006400 R\n(1764300001.5) can0 18FF0305#AA T\n"
                + "(1764300002.123456) can0 305#R8\n(1764300002.2) can0 305#R\n(1764300003.000000) can0 7FF#\n(1764300003.000000) can0 1FFFFFFF#R1\n");
            string one = Converted(folder, log, "one", first);
            string two = Converted(folder, one, "two", second);
            string back = Converted(folder, two, "back", first);

            Assert.Equal(WithoutDirection(one), WithoutDirection(two));
            Assert.Equal(WithoutDirection(one), WithoutDirection(back));
            Assert.Equal(7, WithoutDirection(back).Count);
        }

        private static string Converted(TemporaryFolder folder, string input, string name, string format)
        {
            string path = folder.File($"{name}.{format}");
            CliResult convert = CliResult.Of("convert", input, path, "--to", format);
            Assert.Equal((0, ""), (convert.ExitCode, convert.Error));
            return path;
        }

        // Vector ASC has a direction for every frame, pcapng for none that was not told.
        private static List<string> WithoutDirection(string path)
        {
            using FileStream stream = File.OpenRead(path);
            return LogLister.List(new LogSource(stream)).ConvertAll(static line =>
                line.Replace(" R", "", StringComparison.Ordinal).Replace(" T", "", StringComparison.Ordinal));
        }

        [Theory]
        [InlineData(LogFormat.Asc)]
        [InlineData(LogFormat.Pcapng)]
        [InlineData(LogFormat.Candump)]
        public void Format_AnyFrames_SurviveWritingAndReading(LogFormat format)
        {
            Prop.ForAll<uint, byte, byte[]>((id, kind, data) =>
            {
                var record = new LoggedFrame
                {
                    TimeMicroseconds = 1_700_000_000_000_000 + id,
                    Channel = "can0",
                    Direction = (kind & 4) != 0 ? FrameDirection.Sent : FrameDirection.Received,
                };
                int length = Math.Min(8, data.Length);
                bool isRemote = (kind & 2) != 0;
                record.Frame.Begin(id, length, (kind & 1) != 0, isRemote);
                Array.Copy(data, record.Frame.Data, isRemote ? 0 : length);
                var stream = new MemoryStream();
                using (IFrameLogWriter writer = LogFormats.CreateWriter(format, stream))
                {
                    writer.Write(record);
                    writer.Write(record);
                }

                string[] read = ReadAll(format, stream.ToArray());
                return read.Length == 2 && read[0] == Describe(record) && read[1] == read[0];
            }).QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData(LogFormat.Asc)]
        [InlineData(LogFormat.Pcapng)]
        public void Reader_AnyBytes_EndsWithoutAnException(LogFormat format)
        {
            byte[] whole = format == LogFormat.Asc
                ? Encoding.Latin1.GetBytes(Asc)
                : Convert.FromHexString(Pcapng);
            Prop.ForAll<ushort, byte, ushort>((at, value, cut) =>
            {
                byte[] damaged = (byte[])whole.Clone();
                damaged[at % damaged.Length] = value;
                Array.Resize(ref damaged, Math.Max(0, damaged.Length - (cut % 5 == 0 ? cut % damaged.Length : 0)));
                return ReadAll(format, damaged).Length <= 100;
            }).QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData("a.log", LogFormat.Candump)]
        [InlineData("b.ASC", LogFormat.Asc)]
        [InlineData("c.pcapng", LogFormat.Pcapng)]
        [InlineData("d.txt", null)]
        public void OfPath_Ending_TellsTheFormat(string path, LogFormat? format)
        {
            Assert.Equal(format, LogFormats.OfPath(path));
        }

        private static string[] ReadAll(LogFormat format, byte[] bytes)
        {
            IFrameLogReader reader = LogFormats.CreateReader(format, new MemoryStream(bytes));
            var record = new LoggedFrame();
            var lines = new List<string>();
            for (LogReadResult result = reader.Read(record); result != LogReadResult.End; result = reader.Read(record))
            {
                lines.Add(result == LogReadResult.Frame ? Describe(record) : $"{reader.Unit} {reader.LineNumber}: {reader.Reason}");
            }

            return [.. lines];
        }

        private static string Describe(LoggedFrame record)
        {
            string id = $"{record.Frame.Id:X}{(record.Frame.IsExtended ? "x" : "")}";
            string data = record.Frame.IsRemote ? "" : Convert.ToHexString(record.Frame.Data, 0, record.Frame.Length);
            string time = $"{record.TimeMicroseconds / 1_000_000}.{record.TimeMicroseconds % 1_000_000:000000}";
            return $"{time} {record.Channel} {id} {record.Frame.IsRemote} {data} {record.Direction}";
        }
    }
}
