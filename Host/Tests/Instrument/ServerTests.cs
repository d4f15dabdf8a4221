using System;
using System.IO;
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
                Task flood = deaf.FloodAsync("SYST:HELP:HEAD?\n", 20_000);
                using var other = new Client(server);
                await other.SendAsync("*OPC?\n");
                Assert.Equal("1", await other.ReadAsync());
                await flood;
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

        private static async Task RunAsync(Func<ScpiServer, Task> test)
        {
            var bench = new Bench();
            var runner = new TwinRunner(bench.Session, SimulationPace.Real);
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, runner);
            var inbox = new ScpiInbox(bench.Simulator);
            runner.Commands = inbox;
            using var stop = new CancellationTokenSource();
            Task run = Task.Run(() => runner.RunAsync(null, null, stop.Token));
            await using (ScpiServer server = ScpiServer.Start(inbox, port: 0))
            {
                await test(server);
            }

            await stop.CancelAsync();
            await run;
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

            public async Task FloodAsync(string text, int times)
            {
                try
                {
                    for (int count = 0; count < times; count++)
                    {
                        await SendAsync(text).WaitAsync(Patience);
                    }
                }
                catch (IOException)
                {
                    // Being cut off is what a client that never reads has to expect.
                }
            }

            public void Dispose() => _connection.Dispose();
        }
    }
}
