using System;
using System.IO;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Page.Logs;
using BatterySim.Host.Panel.Page.State;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>A log in the page says what the commands say, and the page's own log is one that they read.</summary>
    public class LogStudyTests
    {
        public static TheoryData<string> RealCaptures => [.. Captures.Files];

        [Theory]
        [MemberData(nameof(RealCaptures))]
        public void Log_InThePage_SaysWhatTheCommandsSay(string file)
        {
            string path = Captures.PathOf(file);

            LogStudy study = LogStudy.Of(path, File.ReadAllBytes(path), "");

            Assert.Equal("", study.Problem);
            Assert.Equal(CliResult.Of("decode", path).Output, study.Decoded);
            Assert.Equal(CliResult.Of("doctor", path).Output, study.Diagnosis);
            Assert.True(study.Clone.Length > 0 || study.CloneProblem.Length > 0);
        }

        [Fact]
        public void Clone_OfALog_IsAProfileFile()
        {
            string path = Captures.PathOf(Captures.Files[0]);

            LogStudy study = LogStudy.Of("day.log", File.ReadAllBytes(path), "");

            Assert.NotNull(ProfileFileReader.Read("clone.yaml", study.Clone).Profile);
        }

        [Theory]
        [InlineData("")]
        [InlineData("this is a letter, not a log\n")]
        [InlineData("\0\u0001\u0002\u0003")]
        public void File_WithoutFrames_IsSaidToHaveNone(string content)
        {
            LogStudy study = LogStudy.Of("letter.txt", [.. content.Select(static letter => (byte)letter)], "");

            Assert.Contains("letter.txt", study.Problem, StringComparison.Ordinal);
            Assert.Equal("", study.Clone);
        }

        [Fact]
        public void Frames_Downloaded_AreALogThatIsRead()
        {
            FrameStore store = new();
            store.Add(
            [
                new BusFramePicture(1_020_304, 0x351, false, false, "3002E803B004B801", true),
                new BusFramePicture(2_000_000, 0x305, false, false, "0000000000000000", false),
                new BusFramePicture(2_500_000, 0x351, true, false, "", true),
                new BusFramePicture(3_000_000, 0x379, false, true, "", true),
            ]);

            LogStudy study = LogStudy.Of("batterysim.log", [.. store.ToCandump("").Select(static letter => (byte)letter)], "");

            Assert.Contains("4 frames", study.Summary, StringComparison.Ordinal);
            Assert.Contains("1.020304", study.Decoded, StringComparison.Ordinal);
            Assert.Equal(["00000351", "351"], store.Newest(9, "0x351, 00000351").Select(FrameStore.IdOf));
        }

        [Fact]
        public void Frames_MoreThanAreKept_LoseTheOldest()
        {
            FrameStore store = new();
            store.Add([.. Enumerable.Range(0, FrameStore.Capacity + 5)
                .Select(static number => new BusFramePicture(number, 0x351, false, false, "", true))]);

            Assert.Equal((FrameStore.Capacity, FrameStore.Capacity + 5L), (store.Count, store.Total));
            Assert.Equal(FrameStore.Capacity + 4, store.Newest(1, "")[0].Microseconds);
            Assert.StartsWith("(0000000000.000005)", store.ToCandump(""), StringComparison.Ordinal);
        }
    }
}
