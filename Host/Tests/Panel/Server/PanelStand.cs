using System;
using System.Collections.Concurrent;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Engine;
using BatterySim.Host.Panel.Engine.Local;
using BatterySim.Host.Panel.Server;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>A twin in real time behind a panel's server, as <c>run --web</c> has it.</summary>
    internal sealed class PanelStand : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;
        private readonly BenchEngine _engine;
        private PanelServer? _server;

        private PanelStand()
        {
            Session = new TwinSession(DefaultBank.Create());
            TwinRunner runner = new(Session, SimulationPace.Real);
            Session.Simulator.Instrument.Host = new TwinInstrumentHost(Session, runner);
            _engine = new BenchEngine(Session, runner, "test");
            Hub = new PanelHub(_engine);
            runner.Commands = Hub;
            _running = Task.Run(() => runner.RunAsync(null, null, _stop.Token));
        }

        /// <summary>The twin; looked at only where it stands still.</summary>
        public TwinSession Session { get; }

        /// <summary>Stands before it.</summary>
        public PanelHub Hub { get; }

        /// <summary>What was reported.</summary>
        public ConcurrentQueue<string> Reports { get; } = [];

        /// <summary>Where the server listens.</summary>
        public Uri Address => _server!.Address;

        /// <summary>Starts all of it.</summary>
        public static async Task<PanelStand> StartAsync(string? token = null, int port = 0)
        {
            PanelStand stand = new();
            await stand.ServeAsync(token, port);
            return stand;
        }

        /// <summary>Address of the WebSocket.</summary>
        public Uri Socket(string query = "") => new($"ws://{Address.Authority}/bench{query}");

        /// <summary>Serves, again on the same port after <see cref="StopServingAsync"/>.</summary>
        public async Task ServeAsync(string? token = null, int port = 0) =>
            _server = await PanelServer.StartAsync(Hub, new IPEndPoint(IPAddress.Loopback, port), token, Reports.Enqueue);

        /// <summary>Ends the server, but not the twin.</summary>
        public async Task StopServingAsync() => await _server!.DisposeAsync();

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await _server!.DisposeAsync();
            await _stop.CancelAsync();
            await _running;
            _engine.Dispose();
            _stop.Dispose();
        }
    }
}
