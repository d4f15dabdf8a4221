using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using BatterySim.Host.Cli;
using BatterySim.Host.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    public sealed class DecodeCommandTests : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("batterysim").FullName;

        public void Dispose() => Directory.Delete(_folder, true);

        [Fact]
        public void Decode_AsText_PrintsOneLineAFrame()
        {
            (int exitCode, string output, string error) = Run("decode", Captures.PathOf("emul-jk-arminjo.log"));

            Assert.Equal(0, exitCode);
            Assert.StartsWith("batterysim: read as pylontech: 0x355, 0x356, 0x359 or 0x35C shorter than 8 bytes", error, StringComparison.Ordinal);
            Assert.Equal(7, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.StartsWith(
                "         0.000000       351  2802F4012003E001  Limits                chargeVoltageLimitVolts=55.2  chargeCurrentLimitAmps=50.0",
                output,
                StringComparison.Ordinal);
        }

        [Fact]
        public void Decode_AsJson_PrintsOneObjectALineWithUnitsInTheNames()
        {
            string log = Log(
                "(0000000012.345678) can0 351#1402740E740ECC01\n"
                + "(0000000013.000000) can0 00004210#3F08307592041864\n"
                + "(0000000014.000000) can0 359#0200000001504E\n");
            (int exitCode, string output, _) = Run("decode", log, "--format", "json");
            JsonElement[] lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

            Assert.Equal(0, exitCode);
            Assert.Equal(3, lines.Length);
            Assert.Equal(12.345678m, lines[0].GetProperty("time").GetDecimal());
            Assert.Equal("351", lines[0].GetProperty("id").GetString());
            Assert.Equal("Limits", lines[0].GetProperty("name").GetString());
            Assert.Equal(53.2m, lines[0].GetProperty("signals").GetProperty("chargeVoltageLimitVolts").GetDecimal());
            Assert.Equal("00004210", lines[1].GetProperty("id").GetString());
            Assert.Equal(0, lines[1].GetProperty("address").GetInt32());
            Assert.True(lines[2].GetProperty("signals").GetProperty("overVoltageProtection").GetBoolean());
            Assert.False(lines[2].GetProperty("signals").GetProperty("underVoltageProtection").GetBoolean());
            Assert.Equal("PN", lines[2].GetProperty("signals").GetProperty("manufacturerMark").GetString());
        }

        [Fact]
        public void Decode_FrameOfNoDialect_IsPrintedWithItsReason()
        {
            (_, string output, _) = Run("decode", Log("(0.000000) can0 351#1402740E740ECC01\n(0.000000) can0 123#AB\n"), "--format", "json");
            JsonElement last = JsonDocument.Parse(output.Split('\n')[1]).RootElement;

            Assert.Equal(JsonValueKind.Null, last.GetProperty("name").ValueKind);
            Assert.Equal("AB", last.GetProperty("data").GetString());
            Assert.NotEmpty(last.GetProperty("reason").GetString()!);
        }

        [Fact]
        public void Decode_LogWithBadLines_NamesThemAndGoesOn()
        {
            (int exitCode, string output, string error) = Run("decode", Log("nonsense\n(0.000000) can0 355#1A006400\n(0.000000) can0 355#1\n"));

            Assert.Equal(0, exitCode);
            Assert.Contains("socPercent=26", output, StringComparison.Ordinal);
            Assert.Contains("line 1 skipped:", error, StringComparison.Ordinal);
            Assert.Contains("line 3 skipped: data '1' ends in half a byte.", error, StringComparison.Ordinal);
        }

        // The first frame can only be read rightly by what follows within its second.
        [Fact]
        public void Decode_EvidenceBehindTheFirstFrame_IsUsedForIt()
        {
            (_, string output, _) = Run("decode", Captures.PathOf("deye-se-f12c-profile-switch-to-victron-pylon.log"));

            Assert.Contains("bankCurrentAmps=0.7", output.Split('\n')[0], StringComparison.Ordinal);
        }

        [Fact]
        public void Decode_EmptyLog_IsNoFailure()
        {
            Assert.Equal((0, "", ""), Run("decode", Log("\n")));
        }

        [Theory]
        [InlineData("nothing of this\nis a frame\n")]
        [InlineData("(0.000000) can0 123#00\n")]
        public void Decode_NothingDecodable_Fails(string text)
        {
            (int exitCode, _, string error) = Run("decode", Log(text));

            Assert.Equal(1, exitCode);
            Assert.Contains("could be decoded", error, StringComparison.Ordinal);
        }

        [Fact]
        public void Decode_FileThatIsNotThere_FailsWithOneSentence()
        {
            (int exitCode, string output, string error) = Run("decode", Path.Combine(_folder, "missing.log"));

            Assert.Equal(1, exitCode);
            Assert.Equal("", output);
            Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("missing.log does not exist", error, StringComparison.Ordinal);
        }

        [Fact]
        public void Decode_Folder_FailsWithOneSentence()
        {
            (int exitCode, _, string error) = Run("decode", _folder);

            Assert.Equal(1, exitCode);
            Assert.Contains("is a folder", error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("decode", "x.log", "--dialect", "klingon")]
        [InlineData("decode", "x.log", "--format", "xml")]
        [InlineData("dbc", "--dialect", "auto")]
        public void Run_ValueThatIsNotOffered_IsAUsageError(params string[] arguments)
        {
            (int exitCode, _, string error) = Run(arguments);

            Assert.Equal(2, exitCode);
            Assert.Contains(arguments[^1], error, StringComparison.Ordinal);
        }

        // A reader that goes away, as head does, is another matter: Outside/dbc-with-canmatrix.sh has it with a real pipe.
        [Theory]
        [InlineData("decode", "byd-lvs-victron.log")]
        [InlineData("dbc")]
        public void Run_DiskThatIsFull_FailsWithOneSentence(string command, string? capture = null)
        {
            using var error = new StringWriter { NewLine = "\n" };
            using var output = new FullWriter();
            string[] arguments = capture is null ? [command] : [command, Captures.PathOf(capture)];

            Assert.Equal(1, App.Run(arguments, output, error));
            Assert.EndsWith("batterysim: the output could not be written: No space left on device\n", error.ToString(), StringComparison.Ordinal);
        }

        [Fact]
        public void Dbc_ToAFile_IsWhatGoesToStandardOutput()
        {
            string path = Path.Combine(_folder, "deye.dbc");
            (int exitCode, string output, _) = Run("dbc", "--dialect", "deye", "--output", path);

            Assert.Equal((0, ""), (exitCode, output));
            Assert.Equal(Run("dbc", "--dialect", "deye").Output, File.ReadAllText(path));
        }

        [Fact]
        public void Dbc_ToAFolderThatIsNotThere_FailsWithOneSentence()
        {
            (int exitCode, _, string error) = Run("dbc", "--output", Path.Combine(_folder, "no", "such.dbc"));

            Assert.Equal(1, exitCode);
            Assert.Contains("such.dbc cannot be written", error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("sol-ark", "BO_ 857 Alarms: 8 Battery", "(0.01,0) [0|327.67] \"V\"")]
        [InlineData("sol-ark-v1.3", "BO_ 889 Capacity: 8 Battery", "(0.1,0) [0|3276.7] \"V\"")]
        [InlineData("pylontech", "BO_ 860 Requests: 2 Battery", "SG_ chargeEnable : 7|1@1+ (1,0) [0|1] \"\" Inverter")]
        [InlineData("pylontech-v1.3", "BO_ 858 VictronAlarms: 8 Battery", "0 \"not supported\" 1 \"raised\" 2 \"clear\"")]
        [InlineData("deye", "BO_ 773 InverterReply: 8 Inverter", "SG_ bankCurrentAmps : 16|16@1- (-0.1,0) [-3276.7|3276.7] \"A\" Inverter")]
        [InlineData("high-voltage", "BO_ 2147500560 PileState_0: 8 Battery", "(0.1,-3000) [-3000|3000] \"A\"")]
        public void Dbc_OfADialect_DeclaresItsFramesAsTheyAreSent(string dialect, params string[] parts)
        {
            string text = Run("dbc", "--dialect", dialect).Output;

            Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
            Assert.Contains("BU_: Battery Inverter\n", text, StringComparison.Ordinal);
        }

        [Fact]
        public void Dbc_OfEveryDialect_IsPlainAsciiWithEveryMessageOnce()
        {
            foreach (DecodeDialect dialect in DecodeDialects.All)
            {
                string text = DbcWriter.Write(dialect);

                Assert.True(System.Text.Ascii.IsValid(text));
                Assert.Equal(dialect.Messages.Sum(message => message.AddressCount), DbcFile.Parse(text).Messages.Count);
            }
        }

        private string Log(string text)
        {
            string path = Path.Combine(_folder, "log.log");
            File.WriteAllText(path, text);
            return path;
        }

        private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            int exitCode = App.Run(arguments, output, error);
            return (exitCode, output.ToString(), error.ToString());
        }

        private sealed class FullWriter : StringWriter
        {
            public override void WriteLine(string? value) => throw new IOException("No space left on device");

            public override void Write(string? value) => throw new IOException("No space left on device");
        }
    }
}
