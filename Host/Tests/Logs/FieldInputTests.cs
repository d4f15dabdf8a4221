using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Logs
{
    /// <summary>
    /// Logs in the shapes that people post, each with the frames that are really in it. The README beside them names the source of each
    /// shape.
    /// </summary>
    public class FieldInputTests
    {
        private const string Limits = "351#3002A00FA00FC001";
        private const string State = "355#3700640000000000";
        private const string Measured = "356#621481FEFA000000";
        private const string Reply = "305#0000000000000000";

        private static readonly string Folder = Path.Combine(Protocol.Captures.Folder, "..", "field-inputs");

        private static readonly string[] FourFrames =
        [
            "1764300001.000000 " + Limits, "1764300001.020000 " + State, "1764300001.040000 " + Measured, "1764300001.045000 " + Reply,
        ];

        [Theory]
        [InlineData("k01-candump-absolute.log")]
        [InlineData("k07-socketcan.pcap")]
        public void Read_TheFourFrames_AreTheSameInEveryFormat(string file)
        {
            Assert.Equal(FourFrames, Read(file));
        }

        [Fact]
        public void Read_LinuxCookedPackets_AreReceivedFrames()
        {
            Assert.Equal(FourFrames.Select(static frame => frame + " R"), Read("k08-linux-cooked-v1.pcapng"));
        }

        [Theory]
        [InlineData("k01-candump-no-time.log", "- " + Limits, "- " + State, "- " + Measured, "- " + Reply, "note the log has no times")]
        [InlineData(
            "k01-candump-no-time-mixed.log", "- 351#1402740E740E", "- 359#000000000A504E",
            "line 3 skipped: it is the adapter's report of a bus error, not a frame (receive errors at the warning level)", "note the log has no times")]
        [InlineData(
            "k01-candump-date.log",
            "1795836401.000000 " + Limits, "1795836401.020000 " + State, "1795836401.040000 " + Measured)]
        [InlineData(
            "k01-candump-x-e.log", "1764300001.000000 " + Limits + " R", "1764300001.045000 " + Reply + " T", "1764300001.060000 305#R R",
            "line 3 skipped: it is the adapter's report of a bus error, not a frame (receive errors at the warning level)")]
        [InlineData("k01-candump-ascii.log", "1764300001.100000 35E#50594C4F4E202020")]
        [InlineData("k01-battery-emulator.txt", "7.556000 " + Limits + " T", "7.557000 " + State + " T", "7.601000 " + Reply + " R")]
        [InlineData("k02-raw-dlc.log", "1764300001.000000 " + Limits, "1764300001.020000 " + State, "1764300001.030000 305#R8")]
        [InlineData("k03-german-month.asc", "1792002125.350000 " + Limits + " R", "1792002125.370000 " + State + " R")]
        [InlineData("k03-six-decimals.asc", "1653319743.203123 " + Limits + " R")]
        [InlineData("k03-24h-with-pm.asc", "1715883416.384000 " + Measured + " R")]
        [InlineData("k04-trigger-block-date.asc", "1764300001.000000 " + Limits + " R")]
        [InlineData(
            "k05-relative-error-frame.asc", "1792002125.250000 " + Limits + " R", "1792002126.250000 " + Limits + " R",
            "line 7 skipped: it is the adapter's report of a bus error, not a frame (error frame)")]
        [InlineData(
            "k06-log2asc-f.asc", "1764300001.000000 " + Limits + " R", "1764300001.020000 " + State + " R", "1764300001.040000 " + Measured + " R",
            "1764300001.045000 " + Reply + " R", "1764300002.000000 18A6A0F8#2A0019D41A000031 R")]
        [InlineData(
            "k09-canfd-of-8-bytes.pcapng", "1764300001.020000 " + State, "packet 1 skipped: it is a CAN FD frame; the battery protocols are classic CAN")]
        [InlineData(
            "k10-pcan-view-1.1.trc", "1795867200.017400 " + Limits + " R", "1795867200.037600 " + State + " R", "1795867200.061200 " + Reply + " T",
            "line 17 skipped: it is the adapter's report of a bus error, not a frame (00 00 00 08 BUSHEAVY)")]
        [InlineData("k10-savvycan-gvret.csv", "0.100973 " + Limits + " R", "0.120973 " + State + " R", "0.145973 " + Reply + " T")]
        [InlineData("k10-savvycan-gvret-negative.csv", "0.000000 351#1402740E740ECC01 R", "0.020002 355#1A006400 R")]
        [InlineData("k10-busmaster.log", "1795836402.010000 " + Limits + " R", "1795836402.030000 " + State + " R")]
        [InlineData("k10-busmaster-dec.log", "1792002126.639000 359#000000000A504E R", "1792002126.641000 " + Reply + " T")]
        [InlineData(
            "k10-python-can.csv", "1764300001.000000 " + Limits, "1764300001.020000 " + State, "1764300001.040000 " + Measured,
            "1764300001.045000 " + Reply, "1764300001.050000 305#R8",
            "line 7 skipped: it is the adapter's report of a bus error, not a frame (error row)")]
        [InlineData(
            "k16-our-own-asc.asc", "12.300000 " + Limits + " R", "12.320000 " + State + " R", "12.340000 " + Measured + " R",
            "1764300001.000000 " + Limits + " R", "1764300001.020000 " + State + " R", "1764300001.040000 " + Measured + " R")]
        [InlineData("k16-epoch-in-the-time-column.asc", "1700000000.250000 " + Limits + " R", "1700000000.270000 " + State + " R")]
        public void Read_FieldInput_GivesWhatIsInIt(string file, params string[] expected)
        {
            Assert.Equal(expected, Read(file));
        }

        [Fact]
        public void Decode_TwoChannels_NamesThemInBothOutputsAndTakesOne()
        {
            string path = Path.Combine(Folder, "k12-two-channels.log");
            CliResult text = CliResult.Of("decode", path);
            CliResult json = CliResult.Of("decode", path, "--format", "json");
            CliResult one = CliResult.Of("decode", path, "--channel", "can0");

            Assert.Contains("  can1  ", text.Output, StringComparison.Ordinal);
            Assert.Contains("the log holds 2 channels (can0, can1), read as one bus", text.Error, StringComparison.Ordinal);
            Assert.Equal(6, json.Output.Split("\"channel\":\"can1\"").Length - 1);
            Assert.Equal(6, one.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.DoesNotContain("socPercent=8 ", one.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("read as one bus", one.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_OneChannelOfTwo_ReceivesItsBankOnly()
        {
            string path = Path.Combine(Folder, "k12-two-channels.log");
            CliResult one = CliResult.Of("inverter", "--can", $"log://{path}?channel=can0", "--speed", "max");
            CliResult both = CliResult.Of("inverter", "--can", $"log://{path}", "--speed", "max");

            Assert.Contains("6 received", one.Output, StringComparison.Ordinal);
            Assert.Contains("12 received", both.Output, StringComparison.Ordinal);
            Assert.Contains("read as one bus", both.Error, StringComparison.Ordinal);
        }

        // The recorder's clock jumps; the log goes on with its own spacing, and the output stays as short as the log.
        [Theory]
        [InlineData("k13-delta-times-10min.log", 599.04, 599.04, "since the frame before")]
        [InlineData("k14-clock-set-at-boot.log", 0.08, 1.1, "jumped by more than an hour")]
        [InlineData("k15-clock-set-back-9s.log", 1.08, 2.08, "set back once")]
        [InlineData("k01-candump-no-time.log", 0.06, 0.06, "no times")]
        public void Steady_TimesThatAreNotOneClock_GoOnWithTheLogsOwnSpacing(string file, double secondsMin, double secondsMax, string note)
        {
            using FileStream stream = File.OpenRead(Path.Combine(Folder, file));
            LogSource source = new(stream, isSteady: true);
            LoggedFrame record = new();
            long last = 0;
            while (source.TryRead(record))
            {
                Assert.InRange(record.TimeMicroseconds, last, last + 1_000_000);
                last = record.TimeMicroseconds;
            }

            Assert.InRange(last / 1e6, secondsMin, secondsMax);
            Assert.Contains(note, Assert.Single(source.Notes()), StringComparison.Ordinal);

            CliResult run = CliResult.Of("inverter", "--can", $"log://{Path.Combine(Folder, file)}", "--speed", "max");
            Assert.Contains(note, run.Error, StringComparison.Ordinal);
            Assert.True(run.Output.Length < 200_000, $"{run.Output.Length} characters of output");
        }

        private static List<string> Read(string file)
        {
            using FileStream stream = File.OpenRead(Path.Combine(Folder, file));
            return LogLister.List(new LogSource(stream));
        }
    }
}
