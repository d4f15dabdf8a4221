using System;
using System.Linq;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class BadInputTests
    {
        [Theory]
        [InlineData("sokk", "did you mean sok-sk48v100", "run --profile sokk")]
        [InlineData("sokk", "did you mean sok-sk48v100", "profiles sokk")]
        [InlineData("'xml'", "choose text or json", "profiles --format xml")]
        [InlineData("'many'", "is not a whole number", "run --followers many")]
        [InlineData("-1", "outside 0 to 63", "run --followers -1")]
        [InlineData("16 were asked for", "at most 15 batteries in one bank", "run --followers 15")]
        [InlineData("addresses 1 to 15", "at most 14 followers", "run --followers 9999999")]
        [InlineData("100.1", "outside 0 to 100", "run --soc 100.1")]
        [InlineData("'half'", "is not a number", "run --soc half")]
        [InlineData("'klingon'", "sol-ark, sol-ark-v1.3, pylontech, pylontech-v1.3, deye", "run --dialect klingon")]
        [InlineData("'solark'", "did you mean sol-ark", "run --dialect solark")]
        [InlineData("'never'", "choose broadcast, poll or both", "run --cadence never")]
        [InlineData("'2MW'", "is not a number", "run --load 2MW")]
        [InlineData("1000001", "outside -1000000 to 1000000", "run --load 1000001")]
        [InlineData("'pcan://usb1'", "slcan:///dev/ttyACM0", "run --can pcan://usb1")]
        [InlineData("slcan://127.0.0.1:3333", "--speed must be real", "run --can slcan://127.0.0.1:3333 --speed max --duration 1s")]
        [InlineData("'slcan://0.0.0.0:0'", "add --listen 0.0.0.0", "run --serve slcan://0.0.0.0:0")]
        [InlineData("'real'", "choose virtual or none", "run --inverter real")]
        [InlineData("'10y'", "write it as 24h", "run --duration 10y")]
        [InlineData("'0s'", "at least 1ms", "run --duration 0s")]
        [InlineData("'fast'", "give real, max or a factor", "run --speed fast")]
        [InlineData("'-3'", "give real, max or a factor", "run --speed -3")]
        [InlineData("4294967296", "outside 0 to 4294967295", "run --seed 4294967296")]
        [InlineData("'9'", "choose padded or native", "run --data-length 9")]
        [InlineData("'1'", "choose 0.01 or 0.1", "run --voltage-scale 1")]
        [InlineData("'up'", "choose charge or discharge", "run --current-sign up")]
        [InlineData("'PYLONTECH'", "0 to 8 characters, printable ASCII", "run --manufacturer PYLONTECH")]
        [InlineData("'20'", "write 20ms or 20s", "run --gap 20")]
        [InlineData("'50ms'", "outside 0.1 to 5 s", "run --period 50ms")]
        [InlineData("'3s'", "outside 0 to 0.5 s", "run --gap 3s")]
        [InlineData("2000 ms", "lengthen the period", "run --jitter 2s")]
        [InlineData("'zz'", "351,355,356", "run --order 351,zz")]
        [InlineData("0x999", "it sends 351", "run --order 351,999")]
        [InlineData("0x351", "twice", "run --order 351,351")]
        [InlineData("379", "--no-capacity-frame", "run --order 351,379 --no-capacity-frame")]
        [InlineData("379", "--capacity-frame", "run --order 351,355 --capacity-frame")]
        [InlineData("--no-capacity-frame", "exclude each other", "run --capacity-frame --no-capacity-frame")]
        [InlineData("'maybe'", "choose on or off", "run --bms-err-stop maybe")]
        [InlineData("'vcan0'", "log://FILE", "inverter --can vcan0")]
        [InlineData("'log://'", "names no file", "inverter --can log://")]
        [InlineData("--speed max", "give --duration", "inverter --speed max")]
        [InlineData("'--followrs'", "did you mean --followers?", "run --followrs 3")]
        [InlineData("'--fromat'", "did you mean --format?", "profiles --fromat json")]
        [InlineData("'rum'", "did you mean run?", "rum")]
        [InlineData("--soc", "--help", "run --soc")]
        [InlineData("'none.yaml'", "name a scenario's file", "scenario run none.yaml")]
        [InlineData("'none.yaml'", "name a scenario's file", "scenario check none.yaml")]
        [InlineData("'none'", "name a scenario's file", "scenario list none")]
        [InlineData("'0x1'", "is not a whole number", "scenario run a.yaml --seed 0x1")]
        [InlineData("0", "outside 1 to 256", "scenario run a.yaml --jobs 0")]
        [InlineData("--jobs", "leave it out", "scenario run a.yaml --can socketcan://can0 --scpi h:5025 --jobs 2")]
        [InlineData("--can", "add --scpi", "scenario run a.yaml --can socketcan://can0")]
        [InlineData("--scpi", "add --can", "scenario run a.yaml --scpi h:5025")]
        [InlineData("'h/x'", "HOST[:PORT]", "scenario run a.yaml --can socketcan://can0 --scpi h/x")]
        [InlineData("'log://a.log'", "give one of a real bus", "scenario run a.yaml --can log://a.log --scpi h:5025")]
        [InlineData("'pcan://1'", "slcan:///dev/ttyACM0", "scenario run a.yaml --can pcan://1 --scpi h:5025")]
        [InlineData("'--junt'", "did you mean --junit?", "scenario run a.yaml --junt b.xml")]
        [InlineData("'rum'", "did you mean run?", "scenario rum")]
        public void UsageError_NamesValueAndRemedyInOneSentence(string value, string remedy, string line)
        {
            CliResult result = CliResult.Of(line.Split(' '));

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(value, result.Error, StringComparison.Ordinal);
            Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
            Assert.StartsWith("batterysim: ", result.Error, StringComparison.Ordinal);
            Assert.Equal(1, result.Error.Count(static letter => letter == '\n'));
            Assert.Equal("", result.Output);
        }

        [Fact]
        public void Log_InAFolderThatDoesNotExist_FailsWithTheReason()
        {
            using TemporaryFolder folder = new();

            CliResult result = CliResult.Of("run", "--log", folder.File("none/day.log"));

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("its folder does not exist", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_LogThatDoesNotExist_FailsWithTheReason()
        {
            using TemporaryFolder folder = new();

            CliResult result = CliResult.Of("inverter", "--can", "log://" + folder.File("day.log"));

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("there is no such file", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_LogWithoutFrames_FailsAndShowsWhatAFrameLooksLike()
        {
            using TemporaryFolder folder = new();
            System.IO.File.WriteAllText(folder.File("day.log"), "not a frame\n");

            CliResult result = CliResult.Of("inverter", "--can", "log://" + folder.File("day.log"));

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("(0.000000) can0 351#", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Log_OnAFullDisk_FailsWithWhatTheSystemSays()
        {
            // The one device that is always full; other systems have none.
            if (!System.IO.File.Exists("/dev/full"))
            {
                return;
            }

            CliResult result = CliResult.Of("run", "--speed", "max", "--duration", "1h", "--log", "/dev/full");

            Assert.Equal(1, result.ExitCode);
            Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Summary", result.Output, StringComparison.Ordinal);
        }
    }
}
