using System;
using System.IO;
using System.Linq;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class InverterCommandTests
    {
        [Fact]
        public void Inverter_Alone_RaisesF58AfterTenSeconds()
        {
            CliResult result = CliResult.Of("inverter", "--duration", "12s", "--speed", "max");

            string[] lines = result.Output.Split('\n');
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("waits for the battery", lines.Single(static line => line.StartsWith("    00:00:10", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Contains("F58 BMS_Communication_Fault", lines.Single(static line => line.StartsWith("    00:00:11", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Contains("F58 BMS_Communication_Fault 1 time", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_AloneWithBmsErrStopOff_RaisesNothing()
        {
            CliResult result = CliResult.Of("inverter", "--duration", "12s", "--speed", "max", "--bms-err-stop", "off");

            Assert.Contains("faults      none", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_Log_ShowsWhatItSaysAtItsTimes()
        {
            using TemporaryFolder folder = new();
            File.WriteAllLines(folder.File("day.log"),
            [
                "(1700000000.000000) can0 351#1402740E740ECC01",
                "(1700000000.020000) can0 355#1A00640000000000",
                "(1700000000.040000) can0 356#4E13020304050000",
                "this line is not a frame",
                "(1700000002.500000) can0 355#1B00640000000000",
            ]);

            CliResult result = CliResult.Of("inverter", "--can", "log://" + folder.File("day.log"), "--speed", "max");

            string[] lines = result.Output.Split('\n');
            Assert.Equal(0, result.ExitCode);

            // 0x1402 is 53.2 V, 0x740E 370.0 A: the published capture of a US2000/US3000 bank; 0x4E13 is 49.42 V.
            string second = lines.Single(static line => line.StartsWith("    00:00:01", StringComparison.Ordinal));
            Assert.All(["26.0", "49.42", "77.0", "53.2", "370.0"], part => Assert.Contains(part, second, StringComparison.Ordinal));
            Assert.Contains(lines, static line => line.StartsWith("    00:00:02", StringComparison.Ordinal) && line.Contains("27.0", StringComparison.Ordinal));
            Assert.Contains("4 received, 4 understood", result.Output, StringComparison.Ordinal);
            Assert.Contains("0x305       1 would have been sent", result.Output, StringComparison.Ordinal);
            Assert.Contains("line 4 skipped:", result.Error, StringComparison.Ordinal);
        }

        // 0x356 says 35.00 V, which a bank can be made to say; what is at the terminals is another thing.
        [Theory]
        [InlineData("F56 ")]
        [InlineData("faults      none", "--terminals", "52.6V")]
        [InlineData("F55 ", "--terminals", "70")]
        public void Inverter_Terminals_AreWhatTheBatterySaysUnlessGiven(string said, params string[] options)
        {
            using TemporaryFolder folder = new();
            File.WriteAllLines(folder.File("low.log"), Enumerable.Range(0, 20).SelectMany(static second => new[]
            {
                $"({second}.000000) can0 351#3002D007D007C001",
                $"({second}.020000) can0 355#3C00640000000000",
                $"({second}.040000) can0 356#AC0D0000FA000000",
            }));

            CliResult result = CliResult.Of(["inverter", "--can", "log://" + folder.File("low.log"), "--speed", "max", .. options]);

            Assert.Equal(0, result.ExitCode);
            Assert.Contains(said, result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_LogEndsBeforeTheDuration_RaisesF58()
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("day.log"), "(0.000000) can0 351#1402740E740ECC01\n");

            CliResult result = CliResult.Of("inverter", "--can", "log://" + folder.File("day.log"), "--speed", "max", "--duration", "15s");

            Assert.Contains("F58 BMS_Communication_Fault 1 time", result.Output, StringComparison.Ordinal);
        }
    }
}
