using System;
using System.Linq;
using BatterySim.Host.Can.Ports;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    public class CanPortUrlTests
    {
        [Theory]
        [InlineData("virtual", CanPortKind.Virtual, "", 0, "")]
        [InlineData("slcan:///dev/ttyACM0", CanPortKind.SlcanSerial, "", 0, "/dev/ttyACM0")]
        [InlineData("slcan://COM3", CanPortKind.SlcanSerial, "", 0, "COM3")]
        [InlineData("slcan://192.168.1.7:3333", CanPortKind.SlcanTcp, "192.168.1.7", 3333, "")]
        [InlineData("slcan://[::1]:3333", CanPortKind.SlcanTcp, "::1", 3333, "")]
        [InlineData("socketcand://bench/vcan1", CanPortKind.Socketcand, "bench", 29536, "vcan1")]
        [InlineData("socketcand://bench:28600", CanPortKind.Socketcand, "bench", 28600, "can0")]
        [InlineData("SocketCAN://can0", CanPortKind.SocketCan, "", 0, "can0")]
        [InlineData("log://day.log", CanPortKind.Log, "", 0, "day.log")]
        [InlineData("log:///tmp/day.asc?loop=1&rate=2.5", CanPortKind.Log, "", 0, "/tmp/day.asc")]
        public void Parse_Form_IsTakenApart(string text, CanPortKind kind, string host, int port, string path)
        {
            CanPortUrl? url = CanPortUrlParser.Parse(text, out string fault);

            Assert.Equal("", fault);
            Assert.NotNull(url);
            Assert.Equal((kind, host, port, path), (url.Kind, url.Host, url.TcpPort, url.Path));
        }

        // The forms of errors and help, each of which a user may type as it stands.
        private static string[] Forms => CanPortUrlParser.Forms.Replace("[:port]", "", StringComparison.Ordinal)
            .Replace(":port", ":3333", StringComparison.Ordinal).Split([", ", " and "], StringSplitOptions.None);

        [Fact]
        public void Forms_OfHelpAndErrors_AreOneOrMoreOfEachKind()
        {
            CanPortKind[] kinds = [.. Forms.Select(static form => CanPortUrlParser.Parse(form, out _)!.Kind)];

            Assert.Equal(Enum.GetValues<CanPortKind>(), kinds.Distinct().Order());
        }

        [Fact]
        public void Create_EveryKindOutside_MakesAPortThatIsNotYetOpen()
        {
            CanPortUrl[] outside = [.. Forms.Select(static form => CanPortUrlParser.Parse(form, out _)!).Where(static url => url.IsExternal)];

            Assert.All(outside, static url =>
            {
                using ICanPort port = CanPorts.Create(url);
                Assert.NotNull(port);
            });
        }

        [Fact]
        public void Parse_Options_AreRead()
        {
            CanPortUrl adapter = CanPortUrlParser.Parse("slcan:///dev/ttyUSB0?bitrate=250000&baud=1000000", out _)!;
            CanPortUrl log = CanPortUrlParser.Parse("log://a.log?loop=1&rate=2.5", out _)!;

            Assert.Equal((250_000, 1_000_000), (adapter.BitRate, adapter.BaudRate));
            Assert.Equal((true, 2.5), (log.Loops, log.Rate));
        }

        [Theory]
        [InlineData("", "virtual, slcan://")]
        [InlineData("can0", "socketcan://can0")]
        [InlineData("pcan://usb1", "slcan://host:port")]
        [InlineData("slcan://", "names no host")]
        [InlineData("slcan://host", "names no host and port")]
        [InlineData("slcan://host:70000", "0 to 65535")]
        [InlineData("slcan://host:x", "0 to 65535")]
        [InlineData("slcan://host:1?bitrate=123", "500000")]
        [InlineData("slcan://host:1?baud=9600", "option 'baud'")]
        [InlineData("slcan:///dev/ttyACM0?baud=1", "300 to 4000000")]
        [InlineData("socketcand://host/a b", "names no bus")]
        [InlineData("socketcan://", "socketcan://can0")]
        [InlineData("log://", "log://day.log")]
        [InlineData("log://a.log?rate=0", "0.001 to 1000")]
        [InlineData("log://a.log?loop=yes", "loop is 0 or 1")]
        public void Parse_Wrong_SaysInOneSentenceWhatThereIs(string text, string part)
        {
            Assert.Null(CanPortUrlParser.Parse(text, out string fault));
            Assert.Contains(part, fault, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault);
        }

        [Theory]
        [InlineData("socketcan://can0")]
        [InlineData("virtual")]
        [InlineData("log://a.log")]
        public void ParseServed_WhatCannotBeServed_IsRefused(string text)
        {
            Assert.Null(CanPortUrlParser.ParseServed(text, out string fault));
            Assert.Contains("slcan://127.0.0.1:PORT", fault, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("slcan://0.0.0.0:0", null, "--listen 0.0.0.0")]
        [InlineData("slcan://localhost:0", "nowhere", "not an address")]
        [InlineData("slcan://bench:0", null, "not an address")]
        public void CreateServer_BeyondThisMachine_HasToBeAskedFor(string text, string? listen, string part)
        {
            CanPortUrl url = CanPortUrlParser.ParseServed(text, out _)!;

            CanPortException problem = Assert.Throws<CanPortException>(() => CanPorts.CreateServer(url, listen));

            Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        }

        [Fact]
        public void Parse_AnyText_GivesAPortOrASentence()
        {
            Prop.ForAll<NonNull<string>, byte>((text, scheme) =>
            {
                string[] schemes = ["slcan://", "socketcand://", "socketcan://", "log://", ""];
                CanPortUrl? url = CanPortUrlParser.Parse(schemes[scheme % schemes.Length] + text.Get, out string fault);
                return (url == null) == (fault.Length > 0);
            }).QuickCheckThrowOnFailure();
        }
    }
}
