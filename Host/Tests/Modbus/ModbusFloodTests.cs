using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Server;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>Clients that ask more than a line carries: each gets its answers or waits, and none of them holds up another.</summary>
    public class ModbusFloodTests
    {
        private const int ReplyLength = 11;

        // Unit 1, function 03, one register.
        private static readonly byte[] Request = Convert.FromHexString("000100000006010300B70001");

        [Fact]
        public async Task Read_ManyRequestsAtOnce_AreAllAnswered()
        {
            const int requests = 300;
            using ModbusServer server = Serve(0);
            using Socket client = Connect(server);
            byte[] all = new byte[requests * Request.Length];
            for (int number = 0; number < requests; number++)
            {
                Request.CopyTo(all, number * Request.Length);
                all[(number * Request.Length) + 1] = (byte)number;
            }

            client.Send(all);
            byte[] replies = new byte[requests * ReplyLength];
            int length = 0;
            while (length < replies.Length)
            {
                int count = await client.ReceiveAsync(replies.AsMemory(length)).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
                Assert.True(count > 0, $"the connection was closed after {length / ReplyLength} of {requests} answers");
                length += count;
            }

            for (int number = 0; number < requests; number++)
            {
                Assert.Equal((byte)number, replies[(number * ReplyLength) + 1]);
            }
        }

        [Fact]
        public void Read_BesideAClientThatNeverReads_IsAnswered()
        {
            using ModbusServer server = Serve(0);
            using Socket deaf = Connect(server);
            _ = Flood(deaf, 64_000_000);

            using var client = new ModbusClient(
                ModbusUrl.Parse($"modbus://127.0.0.1:{server.EndPoint!.Port}", out _)!, new(TimeoutMilliseconds: 5000, Attempts: 1));
            ModbusReply reply = client.Read(1, 183, 1);

            Assert.True(reply.IsOk, reply.Detail);
        }

        [Fact]
        public void Send_MoreThanIsAnswered_IsNotTaken()
        {
            using ModbusServer server = Serve(200);
            using Socket client = Connect(server);

            // The buffers of both sockets and of the server: far from what was offered.
            Assert.InRange(Flood(client, 64_000_000), 1, 32_000_000);
        }

        // Sends requests without reading until they are taken no more; how many bytes were.
        private static int Flood(Socket client, int bytesMax)
        {
            byte[] many = new byte[Request.Length * 1000];
            for (int start = 0; start < many.Length; start += Request.Length)
            {
                Request.CopyTo(many, start);
            }

            client.SendTimeout = 500;
            int taken = 0;
            try
            {
                while (taken < bytesMax)
                {
                    taken += client.Send(many);
                }
            }
            catch (SocketException problem) when (problem.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
            {
                // Not being read is what a client that floods has to expect.
            }

            return taken;
        }

        private static Socket Connect(ModbusServer server)
        {
            var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.Connect(IPAddress.Loopback, server.EndPoint!.Port);
            return client;
        }

        private static ModbusServer Serve(int turnaroundMilliseconds) => ModbusServer.Start(
            ModbusUrl.ParseServed("modbus://127.0.0.1:0", out _)!,
            SolArk8KDump.Unit(SolArk8KDump.Words, new ModbusServerOptions { TurnaroundMilliseconds = turnaroundMilliseconds }));
    }
}
