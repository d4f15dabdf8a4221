using System;
using System.Diagnostics;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using BatterySim.Host.Cli;
using BatterySim.Host.Tests.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>Flashing, with a nanoff that only writes down what it was told and a pseudo terminal in place of the board.</summary>
    public sealed class FlashCommandTests : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private bool _hasTool;

        public void Dispose() => _folder.Dispose();

        [Theory]
        [InlineData("esp32", "ESP32_REV3")]
        [InlineData("esp32-s3", "ESP32_S3_QUAD")]
        [InlineData("ESP32-C3", "ESP32_C3")]
        public void DryRun_EveryBoard_PrintsTheCommands(string board, string target)
        {
            CliResult result = Of(
                "flash", "--board", board, "--port", "/dev/none", "--image", Image(), "--firmware", Firmware(), "--dry-run");
            Assert.Equal(
                $"nanoff --update --target {target} --serialport /dev/none --clrfile {Firmware()}{Environment.NewLine}"
                + $"nanoff --target {target} --serialport /dev/none --deploy --image {Image()}{Environment.NewLine}",
                result.Output);
            Assert.Equal(0, result.ExitCode);
        }

        [Fact]
        public async Task Flash_BoardThatSpeaks_EndsWithItsBanner()
        {
            Nanoff("printf '%s\\n' \"$*\" >> " + Calls + "; echo flashing");
            using PseudoTerminal board = new();
            using PseudoTerminal console = new();
            Task<CliResult> flash = Task.Run(() => Of(
                "flash", "--board", "esp32", "--port", board.Path, "--image", Image(), "--console", console.Path, "--wait", "20s"));
            Eventually.True(() => File.Exists(Calls) && File.ReadAllLines(Calls).Length == 2, "two calls of nanoff");
            console.Say("\r\nets Jul 29 2019\r\nBatterySim 1.0.0 on ESP32 DevKit\r\n");
            CliResult result = await flash;

            Assert.Equal("", result.Error);
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("  flashing", result.Output, StringComparison.Ordinal);
            Assert.Contains("The board says: BatterySim 1.0.0 on ESP32 DevKit", result.Output, StringComparison.Ordinal);
            Assert.Equal(
                [$"--update --target ESP32_REV3 --serialport {board.Path}", $"--target ESP32_REV3 --serialport {board.Path} --deploy --image {Image()}"],
                File.ReadAllLines(Calls));
        }

        [Fact]
        public void Flash_SilentBoard_SaysWhichPortAndHowLong()
        {
            Nanoff("exit 0");
            using PseudoTerminal board = new();
            using PseudoTerminal console = new();
            Fails($"no banner came on '{console.Path}' within 0.5 s", "--port", board.Path, "--console", console.Path, "--wait", "500ms");
        }

        [Fact]
        public void Flash_NanoffFails_StopsThere()
        {
            Nanoff("echo x >> " + Calls + "; echo 'Error E4000' >&2; exit 4");
            using PseudoTerminal board = new();
            Fails("nanoff ended with code 4", "--port", board.Path, "--image", Image());
            Assert.Single(File.ReadAllLines(Calls));
        }

        [Fact]
        public void Flash_NoNanoff_SaysHowToInstallIt()
        {
            using PseudoTerminal board = new();
            Fails("dotnet tool install -g nanoff", "--port", board.Path);
        }

        [Fact]
        public void Flash_PortThatIsMissing_SaysSoBeforeAnythingRuns()
        {
            Nanoff("touch " + Calls);
            Fails("'/dev/ttyNONE' does not exist", "--port", "/dev/ttyNONE");
            Assert.False(File.Exists(Calls));
        }

        [Fact]
        public void Flash_WrongFiles_AreRefused()
        {
            string text = Write("text.bin", "hello"u8.ToArray());
            Fails("is not an image of nanoFramework", "--port", "/dev/null", "--image", text, "--dry-run");
            Fails("is not a program for an ESP32", "--port", "/dev/null", "--firmware", text, "--dry-run");
            Fails("cannot be read", "--port", "/dev/null", "--image", _folder.File("none.bin"), "--dry-run");
            Fails("'esp8266' is not one", 2, "flash", "--board", "esp8266", "--port", "/dev/null");
        }

        [Fact]
        public void Flash_Checksum_IsHeld()
        {
            string image = Image();
            File.WriteAllText(image + ".sha256", Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(image))) + "  BatterySim.bin\n");
            Assert.Equal(0, Of("flash", "--board", "esp32", "--port", "/dev/null", "--image", image, "--dry-run").ExitCode);
            File.WriteAllText(image + ".sha256", new string('0', 64) + "  BatterySim.bin\n");
            Fails("is damaged", "--port", "/dev/null", "--image", image, "--dry-run");
        }

        private string Calls => _folder.File("calls");

        private void Fails(string sentence, params string[] arguments) => Fails(sentence, 1, ["flash", "--board", "esp32", .. arguments]);

        private void Fails(string sentence, int exitCode, params string[] arguments)
        {
            CliResult result = Of(arguments);
            Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
            Assert.Equal(exitCode, result.ExitCode);
        }

        private CliResult Of(params string[] arguments)
        {
            StringWriter output = new();
            StringWriter error = new();
            CliHost host = new(output, error) { SearchPath = _hasTool ? Path.GetDirectoryName(Calls)! : "" };
            int exitCode = App.Run(arguments, host);
            return new CliResult(exitCode, output.ToString(), error.ToString());
        }

        private string Image() => Write("BatterySim.bin", "NFMRK1\0\0 and so on"u8.ToArray());

        private string Firmware() => Write("nanoCLR.bin", [0xE9, 1, 2, 3]);

        private string Write(string name, byte[] content)
        {
            string path = _folder.File(name);
            File.WriteAllBytes(path, content);
            return path;
        }

        private void Nanoff(string script)
        {
            string path = Write("nanoff", System.Text.Encoding.ASCII.GetBytes("#!/bin/sh\n" + script + "\n"));
            using Process chmod = Process.Start("chmod", ["+x", path]);
            chmod.WaitForExit();
            _hasTool = true;
        }
    }
}
