using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Engine.Remote
{
    /// <summary>A bench behind a server, over one WebSocket that is opened again when it breaks.</summary>
    /// <remarks>
    /// Every request has a number and is sent once. One whose reply does not come, because the connection broke, is answered here with the
    /// sentence that nobody knows whether it was carried out; it is never sent again. All members are for one thread, the page's.
    /// </remarks>
    public sealed class RemoteBench : IBench, IDisposable
    {
        private const int FramesMax = 4096;
        private const int PendingMax = 256;
        private const int MessageBytesMax = 16 * 1024 * 1024;

        private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(500);
        private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

        // A server sends ten pictures a second; a connection on which nothing comes is dead, whatever the system thinks.
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private readonly Uri _address;
        private readonly HttpClient _client;
        private readonly CancellationTokenSource _stop = new();
        private readonly Dictionary<long, (PanelCall Call, TaskCompletionSource<PanelMessage> Reply)> _pending = [];
        private readonly Queue<BusFramePicture> _frames = new();
        private readonly List<EventPicture> _events = [];
        private readonly SemaphoreSlim _sending = new(1, 1);
        private ClientWebSocket? _socket;
        private long _lastId;
        private long _lastMessage = Stopwatch.GetTimestamp();
        private bool _isStarted;

        /// <summary>Makes a bench.</summary>
        /// <param name="address">Address of the WebSocket, with its token.</param>
        /// <param name="client">Asks the server why it refuses a connection, which a WebSocket in a browser does not say.</param>
        public RemoteBench(Uri address, HttpClient client)
        {
            _address = address;
            _client = client;
        }

        /// <inheritdoc/>
        public event Action? Changed;

        /// <inheritdoc/>
        public BenchKind Kind { get; private set; } = BenchKind.Twin;

        /// <inheritdoc/>
        public BenchLink Link { get; private set; } = BenchLink.Reconnecting;

        /// <inheritdoc/>
        public string LinkProblem { get; private set; } = "Not connected yet.";

        /// <inheritdoc/>
        public BenchPicture? Picture { get; private set; }

        /// <inheritdoc/>
        public IReadOnlyList<EventPicture> ConsumeEvents()
        {
            EventPicture[] taken = [.. _events];
            _events.Clear();
            return taken;
        }

        /// <inheritdoc/>
        public IReadOnlyList<BusFramePicture> ConsumeFrames()
        {
            BusFramePicture[] taken = [.. _frames];
            _frames.Clear();
            return taken;
        }

        /// <inheritdoc/>
        public Task StartAsync()
        {
            if (!_isStarted)
            {
                _isStarted = true;
                _ = RunAsync();
            }

            return Task.CompletedTask;
        }

        /// <inheritdoc/>
        public Task<BenchReply> SendAsync(string line) => AskAsync(PanelVerb.Line, line);

        /// <inheritdoc/>
        public Task<BenchReply> SetInverterAsync(string name, string value) => AskAsync(PanelVerb.SetInverter, name, value);

        /// <inheritdoc/>
        public async Task<IReadOnlyList<ScenarioEntry>> ListScenariosAsync() =>
            (await CallAsync(PanelVerb.ListScenarios, "", "").ConfigureAwait(true)).Scenarios ?? [];

        /// <inheritdoc/>
        public Task<BenchReply> RunScenarioAsync(string path, double speed) =>
            AskAsync(PanelVerb.RunScenario, path, speed.ToString(CultureInfo.InvariantCulture));

        /// <inheritdoc/>
        public Task StopScenarioAsync() => AskAsync(PanelVerb.StopScenario);

        /// <inheritdoc/>
        public async Task<string> ReportAsync() => (await AskAsync(PanelVerb.Report).ConfigureAwait(true)).Answer;

        /// <inheritdoc/>
        public Task<BenchReply> StartRecordingAsync() => AskAsync(PanelVerb.StartRecording);

        /// <inheritdoc/>
        public Task<BenchReply> StopRecordingAsync(string name) => AskAsync(PanelVerb.StopRecording, name);

        /// <inheritdoc/>
        public void Dispose()
        {
            _stop.Cancel();
            _socket?.Dispose();
            _stop.Dispose();
            _sending.Dispose();
        }

        private async Task<BenchReply> AskAsync(PanelVerb verb, string first = "", string second = "") =>
            (await CallAsync(verb, first, second).ConfigureAwait(true)).Reply ?? new BenchReply(first, "", "The server gave no reply.");

        private async Task<PanelMessage> CallAsync(PanelVerb verb, string first, string second)
        {
            if (Link != BenchLink.Connected || _socket is not { State: WebSocketState.Open } socket)
            {
                return NotSent(first, "There is no connection; nothing was sent.");
            }

            if (_pending.Count >= PendingMax)
            {
                return NotSent(first, $"{PendingMax} commands wait for their answers; nothing was sent.");
            }

            PanelCall call = new(++_lastId, verb, first, second);
            TaskCompletionSource<PanelMessage> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _pending.Add(call.Id, (call, reply));
            await _sending.WaitAsync(_stop.Token).ConfigureAwait(true);
            try
            {
                byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(call, PanelJson.Default.PanelCall);
                await socket.SendAsync(bytes, WebSocketMessageType.Text, true, _stop.Token).ConfigureAwait(true);
            }
            catch (Exception problem) when (problem is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // Some of it may have left: the reply says so when the connection is given up.
                socket.Abort();
            }
            finally
            {
                _sending.Release();
            }

            return await reply.Task.ConfigureAwait(true);
        }

        private static PanelMessage NotSent(string line, string why) => new() { Reply = new BenchReply(line, "", why) };

        private async Task RunAsync()
        {
            TimeSpan pause = PauseMin;
            while (!_stop.IsCancellationRequested && Link != BenchLink.Refused)
            {
                string problem = await ConnectAsync().ConfigureAwait(true);
                pause = Link == BenchLink.Connected ? PauseMin : pause;
                GiveUp(problem);
                if (Link != BenchLink.Refused)
                {
                    await WaitAsync(pause).ConfigureAwait(true);
                    pause = TimeSpan.FromTicks(Math.Min(PauseMax.Ticks, pause.Ticks * 2));
                }
            }
        }

        // One connection, to its end.
        private async Task<string> ConnectAsync()
        {
            try
            {
                using ClientWebSocket socket = new();
                _socket = socket;
                using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                patience.CancelAfter(Patience);
                await socket.ConnectAsync(_address, patience.Token).ConfigureAwait(true);
                await ReceiveAsync(socket).ConfigureAwait(true);
                return socket.CloseStatusDescription is { Length: > 0 } reason ? reason : "The connection was closed.";
            }
            catch (Exception problem) when (problem is WebSocketException or IOException or OperationCanceledException or JsonException
                or HttpRequestException or ObjectDisposedException or InvalidOperationException)
            {
                return Link == BenchLink.Connected ? "The connection is lost." : await AskWhyAsync().ConfigureAwait(true);
            }
        }

        private async Task<string> AskWhyAsync()
        {
            try
            {
                UriBuilder address = new(_address) { Scheme = _address.Scheme == "wss" ? "https" : "http" };
                using HttpResponseMessage answer = await _client.GetAsync(address.Uri, _stop.Token).ConfigureAwait(true);
                string said = (await answer.Content.ReadAsStringAsync(_stop.Token).ConfigureAwait(true)).Trim();
                string why = said.Length > 0 ? said : "The server does not take connections.";
                if ((int)answer.StatusCode is 401 or 403)
                {
                    // The reason first: who sees that it is refused may ask for it at once.
                    LinkProblem = why;
                    Link = BenchLink.Refused;
                }

                return why;
            }
            catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or IOException)
            {
                return "The program does not answer.";
            }
        }

        private async Task ReceiveAsync(ClientWebSocket socket)
        {
            using MemoryStream message = new();
            byte[] buffer = new byte[64 * 1024];
            while (true)
            {
                using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                patience.CancelAfter(Patience);
                ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token).ConfigureAwait(true);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (message.Length > MessageBytesMax)
                {
                    throw new IOException("a message without end");
                }

                if (part.EndOfMessage)
                {
                    ReadOnlySpan<byte> bytes = message.GetBuffer().AsSpan(0, (int)message.Length);
                    PanelMessage? read = JsonSerializer.Deserialize(bytes, PanelJson.Default.PanelMessage);
                    message.SetLength(0);
                    Take(read ?? new PanelMessage());
                }
            }
        }

        private void Take(PanelMessage message)
        {
            _lastMessage = Stopwatch.GetTimestamp();
            Kind = message.Kind ?? Kind;
            if (message.Kind != null)
            {
                // Another connection, perhaps another run of the program: nothing before counts.
                Picture = null;
            }

            if (message.Id is long id && _pending.Remove(id, out (PanelCall Call, TaskCompletionSource<PanelMessage> Reply) pending))
            {
                pending.Reply.TrySetResult(message);
            }

            _events.AddRange(message.Events ?? []);
            foreach (BusFramePicture frame in message.Frames ?? [])
            {
                if (_frames.Count == FramesMax)
                {
                    _frames.Dequeue();
                }

                _frames.Enqueue(frame);
            }

            if (message.Picture is { } picture)
            {
                Picture = PictureDelta.Restore(picture, message.BatteryCount, Picture);
                Link = BenchLink.Connected;
                LinkProblem = "";
                Changed?.Invoke();
            }
        }

        private void GiveUp(string problem)
        {
            _socket = null;
            LinkProblem = problem;
            if (Link == BenchLink.Connected)
            {
                Link = BenchLink.Reconnecting;
            }

            foreach ((PanelCall call, TaskCompletionSource<PanelMessage> reply) in _pending.Values)
            {
                reply.TrySetResult(NotSent(
                    call.First, "The connection was lost before the answer came: it is not known whether this was carried out. It is not sent again."));
            }

            _pending.Clear();
            Changed?.Invoke();
        }

        private async Task WaitAsync(TimeSpan pause)
        {
            string problem = LinkProblem;
            for (TimeSpan left = pause; left > TimeSpan.Zero && !_stop.IsCancellationRequested; left -= Tick)
            {
                double silent = Stopwatch.GetElapsedTime(_lastMessage).TotalSeconds;
                LinkProblem = string.Create(CultureInfo.InvariantCulture, $"{problem} Nothing received for {silent:F0} s; trying again.");
                Changed?.Invoke();
                await Task.Delay(left < Tick ? left : Tick).ConfigureAwait(true);
            }
        }
    }
}
