using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public sealed class ServerTests
    {
        [Fact]
        public async Task TwoClients_EachWithHalfALine_GetTheirOwnAnswers()
        {
            await RunAsync(async server =>
            {
                using var first = new Client(server);
                using var second = new Client(server);
                await first.SendAsync("SYST:VE");
                await second.SendAsync("*ID");
                await first.SendAsync("RS?\n");
                await second.SendAsync("N?\r\nMOD2:SOC 12;SOC?\n");
                Assert.Equal("1999.0", await first.ReadAsync());
                Assert.StartsWith("BatterySim,", await second.ReadAsync(), StringComparison.Ordinal);
                Assert.Equal("12.0", await second.ReadAsync());
                await first.SendAsync("MOD2:SOC?\n");
                Assert.Equal("12.0", await first.ReadAsync());
            });
        }

        [Fact]
        public async Task Client_ThatNeverReads_DoesNotHoldUpAnother()
        {
            await RunAsync(async server =>
            {
                using var deaf = new Client(server);
                using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(1));
                Task flood = deaf.FloodAsync("SYST:HELP:HEAD?\n", enough.Token);
                using var other = new Client(server);
                await other.SendAsync("*OPC?\n");
                Assert.Equal("1", await other.ReadAsync());
                await flood;
                await other.SendAsync("*OPC?\n");
                Assert.Equal("1", await other.ReadAsync());
            });
        }

        [Fact]
        public async Task PipelinedQueries_ManyAtOnce_AreAllAnsweredInOrder()
        {
            const int Lines = 5000;
            await RunAsync(async server =>
            {
                using var client = new Client(server);
                Task send = client.SendAsync(string.Concat(Enumerable.Range(0, Lines).Select(index => $"MOD1:SOC {index % 100};SOC?\n")));
                for (int index = 0; index < Lines; index++)
                {
                    Assert.Equal($"{index % 100}.0", await client.ReadAsync());
                }

                await send;
            });
        }

        [Fact]
        public async Task HalfClose_AfterQueries_StillGetsEveryAnswer()
        {
            await RunAsync(async server =>
            {
                using var client = new Client(server);
                await client.SendAsync(string.Concat(Enumerable.Repeat("SYST:VERS?\n", 300)));
                client.EndInput();
                for (int index = 0; index < 300; index++)
                {
                    Assert.Equal("1999.0", await client.ReadAsync());
                }

                Assert.Null(await client.ReadAsync());
            });
        }

        [Fact]
        public async Task Errors_OfOneConnection_AreNotReadByAnother()
        {
            await RunAsync(async server =>
            {
                using var first = new Client(server);
                using var second = new Client(server);
                await first.SendAsync("NONSENSE\nSYST:ERR:COUN?;*ESR?\n");
                Assert.Equal("1;160", await first.ReadAsync());
                await second.SendAsync("SYST:ERR:COUN?;*ESR?\n");
                Assert.Equal("0;128", await second.ReadAsync());
                await first.SendAsync("SYST:ERR?\n");
                Assert.StartsWith("-113,", await first.ReadAsync(), StringComparison.Ordinal);
            });
        }

        [Theory]
        [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1:5025\r\nContent-Type: text/plain\r\n\r\n\nMOD2:BRE OFF\n")]
        [InlineData("GET /?x=MOD2:BRE HTTP/1.1\r\n\r\n")]
        [InlineData("\nContent-Length: 13\n\nMOD2:BRE OFF\n")]
        [InlineData("PO")]
        public async Task Http_AnyOfIt_IsClosedAndDoesNothing(string text)
        {
            string said = "";
            await RunAsync(
                async server =>
                {
                    using var page = new Client(server);
                    await page.SendAsync(text);
                    if (text == "PO")
                    {
                        // A request that comes in pieces.
                        await Task.Delay(50);
                        await page.SendAsync("ST / HTTP/1.1\r\n\r\n\nMOD2:BRE OFF\n");
                    }

                    Assert.Null(await page.ReadAsync());
                    using var other = new Client(server);
                    await other.SendAsync("MOD2:BRE?\n");
                    Assert.Equal("1", await other.ReadAsync());
                },
                report: sentence => said = sentence);
            Assert.Contains("HTTP", said, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Token_WhereOneIsSet_IsAskedForBeforeAnythingElse()
        {
            await RunAsync(
                async server =>
                {
                    using var stranger = new Client(server);
                    await stranger.SendAsync("MOD2:BRE OFF\nMOD2:BRE OFF\n");
                    Assert.StartsWith("-203,", await stranger.ReadAsync(), StringComparison.Ordinal);
                    Assert.Null(await stranger.ReadAsync());
                    using var guesser = new Client(server);
                    await guesser.SendAsync("SYST:PASS:CEN \"open sesam\"\n");
                    Assert.StartsWith("-203,", await guesser.ReadAsync(), StringComparison.Ordinal);
                    using var friend = new Client(server);
                    await friend.SendAsync(":SYSTem:PASSword:CENable \"sesame\"\nMOD2:BRE?\n");
                    Assert.Equal("1", await friend.ReadAsync());
                },
                token: "sesame");
        }

        [Fact]
        public async Task Connections_BeyondTheLimit_AreToldSoAndClosed()
        {
            await RunAsync(async server =>
            {
                var clients = new List<Client>();
                try
                {
                    for (int count = 0; count < ScpiServer.ClientsMax; count++)
                    {
                        clients.Add(new Client(server));
                        await clients[count].SendAsync("*OPC?\n");
                        Assert.Equal("1", await clients[count].ReadAsync());
                    }

                    using var late = new Client(server);
                    Assert.Contains($"{ScpiServer.ClientsMax} connections", await late.ReadAsync(), StringComparison.Ordinal);
                    Assert.Null(await late.ReadAsync());
                }
                finally
                {
                    clients.ForEach(client => client.Dispose());
                }
            });
        }

        // A connection that is torn down with answers unread ends in a reset, not in an orderly end of input.
        [Fact]
        public async Task Connections_ThatBreak_FreeTheirPlaces()
        {
            await RunAsync(async server =>
            {
                for (int round = 0; round < 3 * ScpiServer.ClientsMax; round++)
                {
                    using var rude = new Client(server);
                    await rude.SendAsync("SYST:HELP:HEAD?\n");
                    rude.Reset();
                }

                string? answer = null;
                for (int tries = 0; tries < 100 && answer != "1"; tries++)
                {
                    using var other = new Client(server);
                    await other.SendAsync("*OPC?\n");
                    answer = await other.ReadAsync();
                    await Task.Delay(20);
                }

                Assert.Equal("1", answer);
            });
        }

        // Seen before: frames six seconds apart, and a Sol-Ark gives up after ten.
        [Fact]
        public async Task Flood_OfEightWriters_LeavesTheBankItsTime()
        {
            await RunAsync(async (server, bench, stop) =>
            {
                using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(3));
                string lines = string.Concat(Enumerable.Repeat("MOD1:SOC 50\n", 300));
                Client[] writers = [.. Enumerable.Range(0, 8).Select(_ => new Client(server))];
                Task[] floods = [.. writers.Select(writer => writer.FloodAsync(lines, enough.Token))];
                long start = Environment.TickCount64;
                await Task.WhenAll(floods);
                long elapsed = Environment.TickCount64 - start;

                // Half a second of leeway is for a busy machine; the bench measures what it really is.
                Assert.InRange(bench.Session.NowMilliseconds, elapsed - 500, elapsed + 2000);
                long stopStart = Environment.TickCount64;
                await stop();
                Assert.InRange(Environment.TickCount64 - stopStart, 0, 1000);
                Array.ForEach(writers, writer => writer.Dispose());
            });
        }

        [Fact]
        public async Task Client_ThatLeavesInTheMiddleOfALine_LeavesNothingBehind()
        {
            await RunAsync(async server =>
            {
                using (var rude = new Client(server))
                {
                    await rude.SendAsync("MOD1:SOC 5");
                }

                using var other = new Client(server);
                await other.SendAsync("MOD1:SOC?;:SYST:ERR?\n");
                Assert.Equal("50.0;0,\"No error\"", await other.ReadAsync());
            });
        }

        private static Task RunAsync(Func<ScpiServer, Task> test, string? token = null, Action<string>? report = null) =>
            RunAsync((server, _, _) => test(server), token, report);

        private static async Task RunAsync(Func<ScpiServer, Bench, Func<Task>, Task> test, string? token = null, Action<string>? report = null)
        {
            var bench = new Bench();
            var runner = new TwinRunner(bench.Session, SimulationPace.Real);
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, runner);
            var inbox = new ScpiInbox(bench.Simulator);
            runner.Commands = inbox;
            using var stop = new CancellationTokenSource();
            Task run = Task.Run(() => runner.RunAsync(null, null, stop.Token));
            async Task StopAsync()
            {
                await stop.CancelAsync();
                await run;
            }

            await using (ScpiServer server = ScpiServer.Start(inbox, port: 0, token: token, report: report))
            {
                await test(server, bench, StopAsync);
            }

            await StopAsync();
        }

        private sealed class Client : IDisposable
        {
            private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

            private readonly TcpClient _connection = new();
            private readonly StreamReader _reader;

            public Client(ScpiServer server)
            {
                _connection.Connect(server.EndPoint);
                _reader = new StreamReader(_connection.GetStream(), Encoding.Latin1);
            }

            public async Task SendAsync(string text) => await _connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

            public async Task<string?> ReadAsync() => await _reader.ReadLineAsync().WaitAsync(Patience);

            public void Reset()
            {
                _connection.LingerState = new LingerOption(true, 0);
                _connection.Close();
            }

            public void EndInput() => _connection.Client.Shutdown(SocketShutdown.Send);

            public async Task FloodAsync(string text, CancellationToken enough)
            {
                byte[] bytes = Encoding.Latin1.GetBytes(text);
                try
                {
                    while (!enough.IsCancellationRequested)
                    {
                        await _connection.GetStream().WriteAsync(bytes, enough);
                    }
                }
                catch (Exception problem) when (problem is IOException or OperationCanceledException)
                {
                    // Enough, or cut off.
                }
            }

            public void Dispose() => _connection.Dispose();
        }
    }
}
