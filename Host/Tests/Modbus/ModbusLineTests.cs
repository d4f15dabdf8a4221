using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Server;
using BatterySim.Host.Modbus.Wire;
using BatterySim.Host.Tests.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>Client and server on real sockets, and the client against servers that do everything wrong.</summary>
    public class ModbusLineTests
    {
        private static readonly ModbusClientOptions Hasty = new(TimeoutMilliseconds: 250, Attempts: 1, GapMilliseconds: 5);

        [Theory]
        [InlineData("modbus")]
        [InlineData("modbus-rtu")]
        public void Read_EveryBlockThatClientsAskFor_IsAnswered(string scheme)
        {
            using ModbusServer server = Serve(scheme, new ModbusServerOptions { TurnaroundMilliseconds = 0 });
            using ModbusClient client = Connect(scheme, server.EndPoint!.Port);
            ushort[] words = SolArk8KDump.Words;
            (int Start, int Count)[] blocks =
            [
                (0, 125), (3, 5), (60, 20), (103, 4), (150, 125), (182, 10), (200, 100), (312, 12), (603, 1), (611, 1), (65_535, 1),
            ];
            foreach ((int start, int count) in blocks)
            {
                ModbusReply reply = client.Read(1, start, count);
                Assert.True(reply.IsOk, reply.Detail);
                Assert.Equal(Enumerable.Range(start, count).Select(place => place < words.Length ? words[place] : (ushort)0), reply.Registers);
            }
        }

        [Theory]
        [InlineData("modbus")]
        [InlineData("modbus-rtu")]
        public void Read_AnotherUnit_IsSilentLikeRs485(string scheme)
        {
            using ModbusServer server = Serve(scheme, new ModbusServerOptions { TurnaroundMilliseconds = 0 });
            using ModbusClient client = Connect(scheme, server.EndPoint!.Port, Hasty);

            Assert.Equal(ModbusOutcome.Silent, client.Read(2, 183, 1).Outcome);
            Assert.Equal(ModbusOutcome.Silent, client.Read(0, 183, 1).Outcome);
            Assert.True(client.Read(1, 183, 1).IsOk);
        }

        [Fact]
        public void Read_BehindAGateway_SaysThatTheUnitIsSilent()
        {
            using ModbusServer server = Serve("modbus", new ModbusServerOptions { TurnaroundMilliseconds = 0, ActsAsGateway = true });
            using ModbusClient client = Connect("modbus", server.EndPoint!.Port, Hasty);

            ModbusReply reply = client.Read(2, 183, 1);

            Assert.Equal((ModbusOutcome.Exception, ModbusExceptionCode.GatewayTargetSilent), (reply.Outcome, reply.Exception));
        }

        [Theory]
        [InlineData(0, 3)]
        [InlineData(126, 3)]
        [InlineData(200, 3)]
        public void Unit_AskedForAWrongNumber_AnswersException(int count, int code)
        {
            byte[] reply = SolArk8KDump.Unit(SolArk8KDump.Words).Answer(new ModbusRequest(1, 3, 0, (ushort)count, 0).ToBytes())!;

            Assert.Equal([1, 0x83, (byte)code], reply);
        }

        [Fact]
        public void Unit_OtherFunctions_AreRefusedAndFunction06IsSilent()
        {
            ModbusResponder unit = SolArk8KDump.Unit(SolArk8KDump.Words);

            Assert.Equal([1, 0x84, 1], unit.Answer([1, 4, 0, 0, 0, 1])!);
            Assert.Null(unit.Answer([1, 6, 0, 250, 0, 30]));
            Assert.Equal([1, 0x90, 1], unit.Answer(ModbusRequest.Write(1, 250, 30).ToBytes())!);
        }

        [Fact]
        public void Write_NotNamedBeforehand_IsNeverSent()
        {
            using ModbusServer server = Serve("modbus", new ModbusServerOptions { TurnaroundMilliseconds = 0, TakesWrites = true });
            using ModbusClient client = new(Url("modbus", server.EndPoint!.Port), Hasty, [230]);

            InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => client.Write(1, 210, 50));
            Assert.Contains("--allow-writes 210", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(0, server.AnsweredCount);
            Assert.Equal(ModbusExceptionCode.IllegalDataAddress, client.Write(1, 230, 50).Exception);
        }

        [Theory]
        [InlineData("late", ModbusOutcome.Silent)]
        [InlineData("short", ModbusOutcome.Garbled)]
        [InlineData("unit", ModbusOutcome.OtherUnit)]
        [InlineData("crc", ModbusOutcome.Garbled)]
        [InlineData("exception", ModbusOutcome.Exception)]
        [InlineData("count", ModbusOutcome.Garbled)]
        [InlineData("noise", ModbusOutcome.Ok)]
        [InlineData("halves", ModbusOutcome.Ok)]
        [InlineData("close", ModbusOutcome.Closed)]
        [InlineData("silence", ModbusOutcome.Silent)]
        public void Client_AgainstAServerThatErrs_SaysWhatItSaw(string error, ModbusOutcome outcome)
        {
            using var server = new ErringServer(error);
            using ModbusClient client = Connect("modbus-rtu", server.Port, Hasty);

            ModbusReply reply = client.Read(1, 183, 1);

            Assert.Equal(outcome, reply.Outcome);
            Assert.Equal(outcome == ModbusOutcome.Ok ? [5201] : [], reply.Registers);
            Assert.Equal(outcome == ModbusOutcome.Ok, reply.Detail.Length == 0);
        }

        [Fact]
        public void Client_AfterALateReply_DoesNotTakeItForTheNext()
        {
            using var server = new ErringServer("late");
            using ModbusClient client = Connect("modbus-rtu", server.Port, Hasty);
            Assert.Equal(ModbusOutcome.Silent, client.Read(1, 183, 1).Outcome);
            Thread.Sleep(300);

            Assert.NotEqual(ModbusOutcome.Ok, client.Read(1, 184, 1).Outcome);
        }

        [Fact]
        public void Client_OnALineThatLosesReplies_Repeats()
        {
            using ModbusServer server = Serve("modbus-rtu", new ModbusServerOptions { TurnaroundMilliseconds = 0, DropEvery = 2 });
            using ModbusClient client = Connect("modbus-rtu", server.EndPoint!.Port, Hasty with { Attempts = 2 });

            Assert.Equal([1, 2, 2, 2], Enumerable.Range(0, 4).Select(_ => client.Read(1, 183, 1)).Select(reply => reply.IsOk ? reply.Attempts : 0));
        }

        [Fact]
        public void Client_WithNobodyThere_SaysSo()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            int port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            using ModbusClient client = Connect("modbus", port, Hasty);

            ModbusReply reply = client.Read(1, 0, 1);

            Assert.Equal(ModbusOutcome.Closed, reply.Outcome);
            Assert.Contains("cannot be reached", reply.Detail, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("modbus")]
        [InlineData("modbus-rtu")]
        public void Server_ABrowser_IsDisconnected(string scheme)
        {
            string said = "";
            using ModbusServer server = Serve(scheme, new ModbusServerOptions(), sentence => said = sentence);
            using var browser = new TcpClient();
            browser.Connect(IPAddress.Loopback, server.EndPoint!.Port);
            browser.GetStream().Write(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
            browser.ReceiveTimeout = 5000;

            Assert.True(IsClosed(browser.GetStream()));
            Assert.Contains("HTTP", said, StringComparison.Ordinal);
        }

        [Fact]
        public void Server_OnASerialPort_AnswersAfterNoise()
        {
            using var cable = new PseudoTerminal();
            using ModbusServer server = ModbusServer.Start(
                ModbusUrl.ParseServed("modbus-rtu://" + cable.Path, out _)!, SolArk8KDump.Unit(SolArk8KDump.Words));

            cable.Say(Encoding.Latin1.GetString([0x55, 0xAA, .. ModbusRequest.Read(1, 59, 1).ToRtu()]));

            Assert.Equal("01-03-02-00-02-39-85", BitConverter.ToString(Encoding.Latin1.GetBytes(cable.Read(7))));
        }

        private static bool IsClosed(NetworkStream stream)
        {
            try
            {
                return stream.ReadByte() < 0;
            }
            catch (IOException problem)
            {
                return problem.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset };
            }
        }

        private static ModbusServer Serve(string scheme, ModbusServerOptions options, Action<string>? report = null) =>
            ModbusServer.Start(
                ModbusUrl.ParseServed($"{scheme}://127.0.0.1:0", out _)!, SolArk8KDump.Unit(SolArk8KDump.Words, options), report: report);

        private static ModbusUrl Url(string scheme, int port) => ModbusUrl.Parse($"{scheme}://127.0.0.1:{port}", out _)!;

        private static ModbusClient Connect(string scheme, int port, ModbusClientOptions? options = null) => new(Url(scheme, port), options);
    }
}
