using System;
using System.Net.Http;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Remote;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>What a page has of a panel: a bench over a WebSocket.</summary>
    internal sealed class PanelPage : IDisposable
    {
        private readonly HttpClient _client = new();

        /// <summary>Connects to a stand.</summary>
        public PanelPage(PanelStand stand, string query = "")
        {
            Bench = new RemoteBench(stand.Socket(query), _client);
            Bench.StartAsync();
        }

        /// <summary>The bench.</summary>
        public RemoteBench Bench { get; }

        /// <summary>Waits for the first picture of a connection.</summary>
        public Task ConnectedAsync() => UntilAsync(() => Bench.Link == BenchLink.Connected && Bench.Picture != null);

        /// <summary>Waits until something is so.</summary>
        public async Task UntilAsync(Func<bool> isSo)
        {
            for (int turn = 0; turn < 3000; turn++)
            {
                if (isSo())
                {
                    return;
                }

                await Task.Delay(10);
            }

            throw new TimeoutException($"It did not come to that: {Bench.Link}, {Bench.LinkProblem}");
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Bench.Dispose();
            _client.Dispose();
        }
    }
}
