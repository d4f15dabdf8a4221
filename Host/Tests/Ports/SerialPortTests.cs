using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Serial;
using BatterySim.Host.Scpi;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Serial ports over a pseudo terminal, which Linux has.</summary>
    public class SerialPortTests
    {
        public static bool IsLinux => OperatingSystem.IsLinux();

        [Theory]
        [InlineData(false)]
        [InlineData(true)]
        public void Device_EveryByte_GoesBothWaysUnchanged(bool isAsUnderWindows)
        {
            if (!IsLinux)
            {
                return;
            }

            using var cable = new PseudoTerminal();
            using Stream port = OpenAs(isAsUnderWindows, cable.Path);
            string every = string.Concat(Enumerable.Range(0, 256).Select(code => (char)code));
            port.Write(System.Text.Encoding.Latin1.GetBytes(every));
            Assert.Equal(every, cable.Read(256));
            cable.Say(every);
            byte[] received = new byte[256];
            port.ReadExactly(received);
            Assert.Equal(every, System.Text.Encoding.Latin1.GetString(received));
        }

        [Fact]
        public void Device_OpenedTwice_IsBusyAndSaysSo()
        {
            if (!IsLinux)
            {
                return;
            }

            using var cable = new PseudoTerminal();
            using Stream port = SerialDevice.Open(cable.Path, 9600);
            CanPortException problem = Assert.Throws<CanPortException>(() => SerialDevice.Open(cable.Path, 9600));
            Assert.Contains("in use by another program", problem.Message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("/dev/no-such-device", 115200, "there is no device")]
        [InlineData("/dev/null", 115200, "is not a serial device")]
        public void Device_ThatIsNone_SaysWhatIsWrong(string path, int baudRate, string words)
        {
            if (IsLinux)
            {
                CanPortException problem = Assert.Throws<CanPortException>(() => SerialDevice.Open(path, baudRate));
                Assert.Contains(words, problem.Message, StringComparison.Ordinal);
            }
        }

        [Theory]
        [InlineData(false)]
        [InlineData(true)]
        public async Task Device_ClosedWhileSomebodyReads_EndsTheRead(bool isAsUnderWindows)
        {
            if (!IsLinux)
            {
                return;
            }

            using var cable = new PseudoTerminal();
            Stream port = OpenAs(isAsUnderWindows, cable.Path);
            Task<int> read = Task.Run(() => port.Read(new byte[1], 0, 1));
            await Task.Delay(250);
            port.Dispose();
            try
            {
                Assert.Equal(0, await read.WaitAsync(TimeSpan.FromSeconds(20)));
            }
            catch (IOException problem)
            {
                Assert.Equal("closed", problem.Message);
            }
        }

        [Theory]
        [InlineData("/dev/no-such-device", "'/dev/no-such-device'")]
        [InlineData("COM77", "'COM77'")]
        public void DeviceAsUnderWindows_ThatIsMissing_IsNamed(string path, string words)
        {
            CanPortException problem = Assert.Throws<CanPortException>(() => FrameworkSerialStream.Open(path, 115200));
            Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("COM3")]
        [InlineData("com12?baud=9600")]
        [InlineData("/dev/ttyUSB0")]
        [InlineData("serial://COM3")]
        public void Address_OfASerialDevice_IsOneInEveryForm(string text)
        {
            Assert.True(ScpiAddress.Parse(text, out _)!.IsSerial);
        }

        [Theory]
        [InlineData("comet")]
        [InlineData("com")]
        [InlineData("COM3:5025")]
        public void Address_OfAHostThatBeginsAlike_IsAHost(string text)
        {
            Assert.False(ScpiAddress.Parse(text, out _)!.IsSerial);
        }

        [Fact]
        public async Task Device_PulledOutWhileSomebodyReads_EndsTheReadWithAReason()
        {
            if (!IsLinux)
            {
                return;
            }

            var cable = new PseudoTerminal();
            using Stream port = SerialDevice.Open(cable.Path, 115200);
            Task read = Task.Run(() => port.ReadExactly(new byte[1]));
            cable.Dispose();
            await Assert.ThrowsAnyAsync<IOException>(() => read.WaitAsync(TimeSpan.FromSeconds(20)));
        }

        [Fact]
        public void Slcan_OverASerialPort_OpensTheAdapterHearsFramesAndSurvivesThePulledPlug()
        {
            if (!IsLinux)
            {
                return;
            }

            using var cable = new PseudoTerminal();
            using ICanPort port = CanPorts.Create(CanPortUrlParser.Parse($"slcan://{cable.Path}", out _)!);
            port.Open();
            string said = "";
            while (!said.EndsWith("O\r", StringComparison.Ordinal))
            {
                said += cable.Read(1);
                cable.Say(said.EndsWith('\r') ? "\r" : "");
            }

            Assert.Contains("S6\r", said, StringComparison.Ordinal);
            cable.Say("t3058000000000000000A\r");
            var frame = new CanFrame();
            Eventually.True(() => port.TryReceive(frame), "a frame");
            Assert.Equal((0x305u, 8, 0x0A), (frame.Id, frame.Length, frame.Data[7]));
            cable.Dispose();
            Eventually.True(() => port.Phase == PortPhase.Waiting && port.LastError.Length > 0, "the loss of the adapter");
        }

        [Fact]
        public async Task Scpi_OverASerialConsoleThatEchoes_KeepsAnswersAndEchoApart()
        {
            if (!IsLinux)
            {
                return;
            }

            using var cable = new PseudoTerminal();
            Task board = Task.Run(() => PlayBoard(cable));
            using (ScpiSession session = ScpiSession.Open(ScpiAddress.Parse($"serial://{cable.Path}", out _)!))
            {
                (System.Collections.Generic.IReadOnlyList<string> answers, string? error) = session.Execute("MOD1:SOC?");
                Assert.Equal(["50.0"], answers);
                Assert.Null(error);
                Assert.Equal("-113,\"Undefined header;FOO\"", session.Execute("FOO").Error);
            }

            cable.Dispose();
            await board.WaitAsync(TimeSpan.FromSeconds(20));
        }

        // Half a line, a banner, then an instrument that echoes what it receives, as the board's console does.
        // System.IO.Ports runs on Linux too, so that what Windows gets is tried here as far as it can be.
        private static Stream OpenAs(bool isAsUnderWindows, string path) =>
            isAsUnderWindows ? FrameworkSerialStream.Open(path, 115200) : SerialDevice.Open(path, 115200);

        private static void PlayBoard(PseudoTerminal cable)
        {
            var bench = new Instrument.Bench();
            string line = "";
            try
            {
                while (true)
                {
                    string received = cable.Read(1);
                    if (received == "\u0003")
                    {
                        line = "";
                        cable.Say("half a line\r\nBatterySim, NO REAL BATTERY\r\n");
                    }
                    else if (received == "\n")
                    {
                        string reply = bench.Ask(line);
                        cable.Say("\r\n" + (reply.Length > 0 ? reply + "\r\n" : ""));
                        line = "";
                    }
                    else
                    {
                        line += received;
                        cable.Say(received);
                    }
                }
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                // The plug was pulled, or the port closed.
            }
        }
    }
}
