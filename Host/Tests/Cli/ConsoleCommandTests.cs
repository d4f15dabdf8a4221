using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>The whole of it in one process: a run with its SCPI port, and the commands that talk to it.</summary>
    public sealed class ConsoleCommandTests : IAsyncLifetime, IDisposable
    {
        private readonly Interruption _interruption = new();
        private readonly StringWriter _said = new();
        private readonly string _to = $"127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        private Task<int> _run = Task.FromResult(0);

        public async Task InitializeAsync()
        {
            _run = Task.Run(() => App.Run(
                ["run", "--inverter", "none", "--load", "0", "--scpi", _to.Split(':')[1]], new CliHost(_said, _said) { Interruption = _interruption }));
            while (CliResult.Of("send", "*IDN?", "--to", _to).ExitCode != 0 && !_run.IsCompleted)
            {
                await Task.Delay(50);
            }

            Assert.False(_run.IsCompleted, _said.ToString());
        }

        [Fact]
        public void Send_QueryAndSetting_AnswersAndChangesTheRun()
        {
            Assert.Equal(new CliResult(0, "", ""), CliResult.Of("send", "MOD2:SOH 40", "--to", _to));
            Assert.Equal(new CliResult(0, "40.0;100.0" + Environment.NewLine, ""), CliResult.Of("send", "MOD2:SOH?;:MOD1:SOH?", "--to", "tcp://" + _to));
        }

        [Fact]
        public void Send_ProfileFile_MakesTheRunPlayItAndSaves()
        {
            using TemporaryFolder folder = new();
            string path = folder.File("my-pack.yaml");
            File.WriteAllText(path, "name: my-pack\nextends: sok-sk48v100\nvalues:\n  chargeVoltageLimitMillivolts: 55.2 V\n"
                + "  floatVoltageMillivolts: 54.0 V\n  batteriesMax: 12\n  addressMax: 12\n  manufacturerName: MYPACK\n");
            CliResult sent = CliResult.Of("send", "--profile", path, "*SAV 4", "--to", _to);
            Assert.Equal((0, ""), (sent.ExitCode, sent.Error));
            Assert.Contains("plays my-pack: sok-sk48v100 with 5 values of its own.", sent.Output, StringComparison.Ordinal);
            CliResult asked = CliResult.Of("send", "BANK:PROF sok-sk48v100,1;:*RCL 4;:PROF:VAL? chargeVoltageLimitMillivolts;:PROF:VAL? addressMax", "--to", _to);
            Assert.Equal("55200;12" + Environment.NewLine, asked.Output);
        }

        [Theory]
        [InlineData("name: p\nextends: sok-sk48v100\nvalues: {cellCount: 99}\n", 2, "cellCount 99 is outside 4 to 24")]
        [InlineData("name: p\nextends: sok-sk48v100\nvalues: {batteriesMax: 1}\n", 1, "PROF:VAL batteriesMax,1: -221")]
        public void Send_ProfileThatCannotBe_SaysKeyValueAndReason(string text, int exitCode, string error)
        {
            using TemporaryFolder folder = new();
            string path = folder.File("p.yaml");
            File.WriteAllText(path, text);
            CliResult result = CliResult.Of("send", "--profile", path, "--to", _to);
            Assert.Equal(exitCode, result.ExitCode);
            Assert.Contains(error, result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Send_RefusedLine_EndsWithItsReasonAndExitCodeOne()
        {
            CliResult result = CliResult.Of("send", "MOD2:SOC 140", "--to", _to);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("-222,\"Data out of range;SOC 140 is outside 0 to 100 %\"", result.Error, StringComparison.Ordinal);
            Assert.Equal(0, CliResult.Of("send", "*OPC?", "--to", _to).ExitCode);
        }

        [Fact]
        public void Send_ErrorQuery_TellsOfItsOwnConnectionOnly()
        {
            Assert.Equal(new CliResult(0, "0,\"No error\"" + Environment.NewLine, ""), CliResult.Of("send", "SYST:ERR?", "--to", _to));
            using (TcpClient other = new("127.0.0.1", int.Parse(_to.Split(':')[1], CultureInfo.InvariantCulture)))
            {
                other.GetStream().Write("FOO\n*OPC?\n"u8);
                Assert.Equal('1', other.GetStream().ReadByte());
            }

            Assert.Equal(new CliResult(0, "100.0" + Environment.NewLine, ""), CliResult.Of("send", "MOD1:SOH?", "--to", _to));
            Assert.Equal(new CliResult(0, "0,\"No error\"" + Environment.NewLine, ""), CliResult.Of("send", "SYST:ERR?", "--to", _to));
        }

        [Fact]
        public void Send_LongAnswerOfManyLines_PrintsAllOfThem()
        {
            CliResult result = CliResult.Of("send", "SYST:HELP:HEAD?", "--to", _to);
            Assert.Equal(0, result.ExitCode);
            Assert.Contains(":EVENt:CLEar/nquery/", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Console_PipedLines_AnswersAndGoesOnAfterAnError()
        {
            CliResult result = Pipe("# set up\n\nMOD3:SOH 33\nMOD3:SOH?\nMOD9:SOC 1\nSYST:ERR?\n*OPC?");
            Assert.Equal("33.0\n0,\"No error\"\n1\n".ReplaceLineEndings(), result.Output);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("line 5: -114,\"Header suffix out of range;there is no battery 9; there are 1 to 4\"", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Console_PipedLinesWithoutError_EndsWithZero()
        {
            Assert.Equal(new CliResult(0, "1" + Environment.NewLine, ""), Pipe("OUTP OFF\nOUTP ON\nOUTP?\n"));
        }

        [Fact]
        public void Console_NobodyThere_IsOneSentence()
        {
            CliResult result = Pipe("*IDN?", $"127.0.0.1:{FreePort()}");
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("cannot be reached (ConnectionRefused); start a twin with 'batterysim run --scpi'.", result.Error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("console", "--to", "bench:0")]
        [InlineData("console")]
        [InlineData("send", "*IDN?", "--to", "serial://")]
        public void CommandLine_ThatCannotWork_IsRefusedWithTwo(params string[] arguments)
        {
            Assert.Equal(2, CliResult.Of(arguments).ExitCode);
        }

        public async Task DisposeAsync()
        {
            _interruption.Request();
            Assert.Equal(0, await _run);
        }

        public void Dispose()
        {
            _interruption.Dispose();
            _said.Dispose();
        }

        private static int FreePort()
        {
            using TcpListener listener = new(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        private CliResult Pipe(string lines, string? to = null)
        {
            using StringWriter output = new();
            using StringWriter error = new();
            int exitCode = App.Run(["console", "--to", to ?? _to], new CliHost(output, error) { Input = new StringReader(lines) });
            return new CliResult(exitCode, output.ToString(), error.ToString());
        }
    }
}
