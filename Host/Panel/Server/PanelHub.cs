using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine;
using BatterySim.Host.Panel.Engine.Remote;
using BatterySim.Host.Panel.Engine.Scenarios;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Server
{
    /// <summary>Stands between the thread that runs the bank and the pages: requests go one way, pictures the other.</summary>
    /// <remarks>A turn on the thread of the bank ends after <see cref="Budget"/>, whatever is left.</remarks>
    public sealed class PanelHub : ICommandSource
    {
        private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(2);
        private static readonly TimeSpan PicturePeriod = TimeSpan.FromMilliseconds(100);

        private readonly IPanelEngine _engine;
        private readonly TimeProvider _clock;
        private readonly ConcurrentQueue<(PanelClient Client, PanelCall Call)> _calls = new();
        private readonly ConcurrentDictionary<PanelClient, bool> _clients = new();
        private long _pictured;

        /// <summary>Makes a hub.</summary>
        /// <param name="engine">What is behind it.</param>
        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        public PanelHub(IPanelEngine engine, TimeProvider? clock = null)
        {
            _engine = engine;
            _clock = clock ?? TimeProvider.System;
        }

        /// <inheritdoc/>
        public event Action? Arrived;

        /// <summary>What is behind it.</summary>
        public BenchKind Kind => _engine.Kind;

        /// <summary>Pages that are connected.</summary>
        public int ClientCount => _clients.Count;

        /// <inheritdoc/>
        public bool Run()
        {
            long start = _clock.GetTimestamp();
            _engine.IsWatched = !_clients.IsEmpty;
            bool hasMore = _engine.Pass();
            while (_clock.GetElapsedTime(start) < Budget && _calls.TryDequeue(out (PanelClient Client, PanelCall Call) one))
            {
                Func<BenchReply> finish = _engine.Execute(new PanelRequest(one.Call.Verb, one.Call.First, one.Call.Second));
                if (one.Call.Verb is PanelVerb.Report or PanelVerb.StopRecording)
                {
                    _ = Task.Run(() => Answer(one.Client, one.Call, finish));
                }
                else
                {
                    Answer(one.Client, one.Call, finish);
                }
            }

            if (!_clients.IsEmpty && _clock.GetElapsedTime(_pictured) >= PicturePeriod)
            {
                _pictured = _clock.GetTimestamp();
                Publish();
            }

            return hasMore || !_calls.IsEmpty;
        }

        internal void Add(PanelClient client)
        {
            _clients[client] = true;
            Arrived?.Invoke();
        }

        internal void Remove(PanelClient client) => _clients.TryRemove(client, out _);

        internal void Accept(PanelClient client, PanelCall call)
        {
            // Reading the library takes a moment, which is not the bank's.
            if (call.Verb == PanelVerb.ListScenarios)
            {
                _ = Task.Run(() => client.Reply(new PanelMessage { Id = call.Id, Scenarios = PanelLibrary.Entries }));
                return;
            }

            if (call.Verb == PanelVerb.RunScenario)
            {
                PanelLibrary.Find(call.First);
            }

            _calls.Enqueue((client, call));
            Arrived?.Invoke();
        }

        private static void Answer(PanelClient client, PanelCall call, Func<BenchReply> finish) =>
            client.Reply(new PanelMessage { Id = call.Id, Reply = finish() });

        private void Publish()
        {
            BenchPicture picture = _engine.TakePicture();
            IReadOnlyList<EventPicture> events = _engine.ConsumeEvents();
            IReadOnlyList<BusFramePicture> frames = _engine.ConsumeFrames();
            foreach (PanelClient client in _clients.Keys)
            {
                client.Publish(picture, events, frames);
            }
        }
    }
}
