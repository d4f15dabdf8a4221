using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Remote;

namespace BatterySim.Host.Panel.Server
{
    /// <summary>One page that is connected.</summary>
    /// <remarks>
    /// Of pictures only the newest waits; replies, events and frames wait up to a bound, and a page that does not take them is let go.
    /// </remarks>
    internal sealed class PanelClient : IDisposable
    {
        private const int CallBytesMax = 16 * 1024;
        private const int CallsMax = 64;
        private const int CallsInASecondMax = 100;
        private const int RepliesMax = 256;
        private const int FramesMax = 4096;
        private const int EventsMax = 1024;

        private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(5);

        private readonly WebSocket _socket;
        private readonly PanelHub _hub;
        private readonly Lock _lock = new();
        private readonly Queue<PanelMessage> _replies = new();
        private readonly Queue<EventPicture> _events = new();
        private readonly Queue<BusFramePicture> _frames = new();
        private readonly SemaphoreSlim _wake = new(0, 1);
        private readonly CancellationTokenSource _end = new();
        private BenchPicture? _next;
        private BenchPicture? _sent;
        private long _secondStart = Stopwatch.GetTimestamp();
        private int _callsInSecond;
        private int _waiting;
        private string? _reason;

        public PanelClient(WebSocket socket, PanelHub hub)
        {
            _socket = socket;
            _hub = hub;
        }

        /// <summary>Speaks with the page until it goes or is let go.</summary>
        /// <returns>Why it was let go; null where it went.</returns>
        public async Task<string?> RunAsync(CancellationToken stop)
        {
            using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(stop, _end.Token);
            Task sending = SendAsync(both.Token);
            try
            {
                await ReceiveAsync(both.Token).ConfigureAwait(false);
            }
            catch (Exception problem) when (IsEnd(problem) || problem is JsonException)
            {
                if (problem is JsonException)
                {
                    LetGo("it sent what is not a request");
                }
            }

            LetGo(null);
            await sending.ConfigureAwait(false);
            return _reason;
        }

        /// <summary>Takes what is new; on the thread of the simulation.</summary>
        public void Publish(BenchPicture picture, IReadOnlyList<EventPicture> events, IReadOnlyList<BusFramePicture> frames)
        {
            lock (_lock)
            {
                _next = picture;
                Add(_events, events, EventsMax);
                Add(_frames, frames, FramesMax);
            }

            Wake();
        }

        /// <summary>Takes the reply to a request; on any thread.</summary>
        public void Reply(PanelMessage message)
        {
            Interlocked.Decrement(ref _waiting);
            bool isFull;
            lock (_lock)
            {
                _replies.Enqueue(message);
                isFull = _replies.Count > RepliesMax;
            }

            if (isFull)
            {
                LetGo("it took no replies");
            }

            Wake();
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _wake.Dispose();
            _end.Dispose();
        }

        // InvalidOperationException: the socket is closed already; ObjectDisposedException is one of these.
        private static bool IsEnd(Exception problem) =>
            problem is WebSocketException or OperationCanceledException or IOException or InvalidOperationException;

        // The oldest give way: a live list is not a log.
        private static void Add<T>(Queue<T> queue, IReadOnlyList<T> items, int most)
        {
            foreach (T item in items)
            {
                if (queue.Count == most)
                {
                    queue.Dequeue();
                }

                queue.Enqueue(item);
            }
        }

        private void Wake()
        {
            try
            {
                _wake.Release();
            }
            catch (Exception problem) when (problem is SemaphoreFullException or ObjectDisposedException)
            {
                // It is awake, or gone.
            }
        }

        private void LetGo(string? reason)
        {
            _reason ??= reason;
            try
            {
                _end.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It went by itself meanwhile.
            }
        }

        private async Task ReceiveAsync(CancellationToken stop)
        {
            byte[] buffer = new byte[CallBytesMax];
            int length = 0;
            while (true)
            {
                ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(buffer.AsMemory(length), stop).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                length += part.Count;
                if (part.EndOfMessage)
                {
                    PanelCall? call = JsonSerializer.Deserialize(buffer.AsSpan(0, length), PanelJson.Default.PanelCall);
                    length = 0;
                    await AcceptAsync(call!, stop).ConfigureAwait(false);
                }
                else if (length == buffer.Length)
                {
                    LetGo($"it sent a request of more than {CallBytesMax} bytes");
                    return;
                }
            }
        }

        // A page that sends faster than its requests can be carried out, or than any hand needs, is not read any further, and its own socket fills
        // up: pages share the processors with the thread that keeps the bank's time.
        private async Task AcceptAsync(PanelCall call, CancellationToken stop)
        {
            if (++_callsInSecond > CallsInASecondMax)
            {
                TimeSpan left = TimeSpan.FromSeconds(1) - Stopwatch.GetElapsedTime(_secondStart);
                await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, stop).ConfigureAwait(false);
                _secondStart = Stopwatch.GetTimestamp();
                _callsInSecond = 1;
            }

            while (Volatile.Read(ref _waiting) >= CallsMax)
            {
                await Task.Delay(10, stop).ConfigureAwait(false);
            }

            Interlocked.Increment(ref _waiting);
            _hub.Accept(this, call);
        }

        private async Task SendAsync(CancellationToken stop)
        {
            try
            {
                await SendAsync(new PanelMessage { Kind = _hub.Kind }, stop).ConfigureAwait(false);
                while (!stop.IsCancellationRequested)
                {
                    await _wake.WaitAsync(stop).ConfigureAwait(false);
                    for (PanelMessage? message = Take(); message is not null; message = Take())
                    {
                        await SendAsync(message, stop).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception problem) when (IsEnd(problem))
            {
                LetGo(null);
            }

            await CloseAsync().ConfigureAwait(false);
        }

        private PanelMessage? Take()
        {
            BenchPicture? picture;
            PanelMessage message;
            lock (_lock)
            {
                if (_replies.TryDequeue(out PanelMessage? reply))
                {
                    return reply;
                }

                picture = _next;
                _next = null;
                if (picture is null)
                {
                    return null;
                }

                message = new PanelMessage
                {
                    BatteryCount = picture.Batteries.Count,
                    Events = _events.Count > 0 ? [.. _events] : null,
                    Frames = _frames.Count > 0 ? [.. _frames] : null,
                };
                _events.Clear();
                _frames.Clear();
            }

            message = message with { Picture = PictureDelta.Reduce(picture, _sent) };
            _sent = picture;
            return message;
        }

        private async Task SendAsync(PanelMessage message, CancellationToken stop)
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(message, PanelJson.Default.PanelMessage);
            using CancellationTokenSource patience = new(SendPatience);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
            try
            {
                await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                // Asked of the time, not of what ends both: a send that is cancelled aborts the socket, and receiving may have seen that end first.
                LetGo($"it took nothing for {SendPatience.TotalSeconds:0} s");
                throw;
            }
        }

        private async Task CloseAsync()
        {
            try
            {
                using CancellationTokenSource patience = new(TimeSpan.FromSeconds(1));
                WebSocketCloseStatus status = _reason is null ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.PolicyViolation;
                string text = _reason is null ? "The program ends." : $"This page was let go: {_reason}.";
                await _socket.CloseOutputAsync(status, text, patience.Token).ConfigureAwait(false);
            }
            catch (Exception problem) when (IsEnd(problem))
            {
                _socket.Abort();
            }
        }
    }
}
