using BatterySim.Host.Scpi;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class AddressTests
    {
        [Theory]
        [InlineData("127.0.0.1:5025", "127.0.0.1", 5025)]
        [InlineData("bench", "bench", 5025)]
        [InlineData("tcp://bench:5030", "bench", 5030)]
        [InlineData("TCP://bench", "bench", 5025)]
        [InlineData("[::1]:5026", "::1", 5026)]
        [InlineData("[::1]", "::1", 5025)]
        public void Parse_NetworkPlace_HasHostAndPort(string text, string host, int port)
        {
            ScpiAddress? address = ScpiAddress.Parse(text, out string fault);
            Assert.Equal("", fault);
            Assert.Equal((host, port, false), (address!.Host, address.TcpPort, address.IsSerial));
        }

        [Theory]
        [InlineData("serial:///dev/ttyUSB0", "/dev/ttyUSB0", 115200)]
        [InlineData("serial:///dev/ttyACM1?baud=9600", "/dev/ttyACM1", 9600)]
        public void Parse_SerialPort_HasDeviceAndSpeed(string text, string device, int baud)
        {
            ScpiAddress? address = ScpiAddress.Parse(text, out string fault);
            Assert.Equal("", fault);
            Assert.Equal((device, baud, true), (address!.Device, address.BaudRate, address.IsSerial));
        }

        [Theory]
        [InlineData("")]
        [InlineData(":5025")]
        [InlineData("bench:0")]
        [InlineData("bench:65536")]
        [InlineData("bench:scpi")]
        [InlineData("slcan:///dev/ttyACM0")]
        [InlineData("serial://")]
        [InlineData("serial:///dev/ttyUSB0?baud=fast")]
        [InlineData("serial:///dev/ttyUSB0?parity=even")]
        public void Parse_AnythingElse_SaysWhatIsWrong(string text)
        {
            Assert.Null(ScpiAddress.Parse(text, out string fault));
            Assert.NotEqual("", fault);
        }
    }
}
