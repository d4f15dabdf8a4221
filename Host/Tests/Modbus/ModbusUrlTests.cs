using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Server;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    public class ModbusUrlTests
    {
        [Theory]
        [InlineData("modbus://192.168.1.20", ModbusTransport.Tcp, "192.168.1.20", 502, "", null)]
        [InlineData("modbus://gateway:1502?unit=2", ModbusTransport.Tcp, "gateway", 1502, "", 2)]
        [InlineData("modbus://[::1]:1502", ModbusTransport.Tcp, "::1", 1502, "", null)]
        [InlineData("modbus-rtu://10.0.0.9:8899/", ModbusTransport.RtuOverTcp, "10.0.0.9", 8899, "", null)]
        [InlineData("modbus-rtu:///dev/ttyUSB0?baud=9600&unit=1", ModbusTransport.RtuSerial, "", 502, "/dev/ttyUSB0", 1)]
        [InlineData("MODBUS-RTU://COM3", ModbusTransport.RtuSerial, "", 502, "COM3", null)]
        public void Parse_EveryForm_IsTakenApart(string text, ModbusTransport transport, string host, int port, string device, int? unit)
        {
            ModbusUrl url = ModbusUrl.Parse(text, out string error)!;

            Assert.Equal("", error);
            Assert.Equal((transport, host, port, device, unit), (url.Transport, url.Host, url.TcpPort, url.Device, url.Unit));
            Assert.True(ModbusUrl.IsMeant(text));
        }

        [Theory]
        [InlineData("http://host", "is not a Modbus address")]
        [InlineData("modbus://", "has no host")]
        [InlineData("modbus://host:70000", "has no host and port")]
        [InlineData("modbus://host:0", "has port 0")]
        [InlineData("modbus-rtu://host", "has no host with a port")]
        [InlineData("modbus://host?unit=300", "unit '300'")]
        [InlineData("modbus://host?baud=9600", "has no baud")]
        [InlineData("modbus-rtu:///dev/ttyS0?baud=1", "baud '1'")]
        [InlineData("modbus://host?speed=1", "option 'speed'")]
        public void Parse_WhatCannotBeUsed_SaysWhy(string text, string reason)
        {
            Assert.Null(ModbusUrl.Parse(text, out string error));
            Assert.Contains(reason, error, System.StringComparison.Ordinal);
        }

        [Fact]
        public void Served_Options_AreTakenApart()
        {
            ServedUnit unit = ServedUnit.Parse(
                "modbus://127.0.0.1:0?unit=3&turnaround=0&f58-bit=32&temperature-offset=off&writes=on&drop=4&gateway=on&relay-zero=off&bms-block=off&write-single=on",
                out _)!;

            Assert.Equal(3, unit.Options.Unit);
            Assert.Equal(
                new ModbusServerOptions
                {
                    Unit = 3,
                    TurnaroundMilliseconds = 0,
                    TakesWrites = true,
                    AnswersWriteSingle = true,
                    DropEvery = 4,
                    ActsAsGateway = true,
                },
                unit.Options);
            Assert.Equal(32, unit.Quirks.CommunicationFaultBit);
            Assert.False(unit.Quirks.HasTemperatureOffset || unit.Quirks.RelayIsZeroWithoutGrid || unit.Quirks.HasBmsBlock);
            Assert.Null(ServedUnit.Parse("modbus://127.0.0.1:0?writes=maybe", out string error));
            Assert.Contains("'writes=maybe'", error, System.StringComparison.Ordinal);
        }
    }
}
