using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Scpi
{
    /// <summary>One connection: its own half-typed line, its own answers, its own errors and status registers.</summary>
    /// <remarks>
    /// Whoever does not read its answers is not read either: once <see cref="AnswerBytesMax"/> wait, its lines wait with them. A client that
    /// has said all it wants (a half-closed connection, as <c>nc -N</c> makes it) still gets every answer before the connection is closed.
    /// </remarks>
    internal sealed class ScpiClient
    {
        private const int AnswerBytesMax = 64 * 1024;
        private const int ChunksMax = 16;
        private const int BufferSize = 4096;
        private const byte LineFeed = (byte)'\n';

        // How long a client that has said all it wants may take to read its last answers.
        private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

        private readonly TcpClient _connection;
        private readonly ScpiInbox _inbox;
        private readonly InstrumentPort _port;
        private readonly ScpiGate _gate;
        private readonly HttpGuard _guard = new();
        private readonly Channel<byte[]> _received = Channel.CreateBounded<byte[]>(ChunksMax);
        private readonly Channel<byte[]> _answers = Channel.CreateUnbounded<byte[]>();
        private byte[] _chunk = [];
        private int _chunkOffset;
        private int _isQueued;
        private long _answerBytes;

        public ScpiClient(TcpClient connection, ScpiInbox inbox, string? token)
        {
            _connection = connection;
            _inbox = inbox;
            _port = new InstrumentPort(inbox.Simulator.Instrument, true);
            _gate = new ScpiGate(token);
        }

        /// <summary>Why the connection was closed from this side, with a word for its kind; null if it was not.</summary>
        public (string Kind, string Reason)? Closed { get; private set; }

        /// <summary>Reads and writes until either side ends.</summary>
        public async Task RunAsync(CancellationToken stop)
        {
            using TcpClient connection = _connection;
            connection.NoDelay = true;
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            try
            {
                NetworkStream stream = connection.GetStream();
                Task read = ReadToEndAsync(stream, end);
                await WriteAsync(stream, end.Token).ConfigureAwait(false);
                await end.CancelAsync().ConfigureAwait(false);
                await read.ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A client that goes away takes nothing with it.
            }
            finally
            {
                await end.CancelAsync().ConfigureAwait(false);
            }
        }

        /// <summary>Carries out the next line on the simulation's thread.</summary>
        /// <returns>True if more may be there.</returns>
        public bool ReadLine()
        {
            if (Interlocked.Read(ref _answerBytes) < AnswerBytesMax && ConsumeBytes())
            {
                return true;
            }

            // Whatever came in between the last look and this one puts the client into the queue again.
            Volatile.Write(ref _isQueued, 0);
            if (IsReady() && TryQueue())
            {
                return true;
            }

            if (_received.Reader.Completion.IsCompleted && _chunkOffset == _chunk.Length)
            {
                _answers.Writer.TryComplete();
            }

            return false;
        }

        // Up to the end of a line, or of what is there.
        private bool ConsumeBytes()
        {
            if (Closed is not null)
            {
                return false;
            }

            if (_chunkOffset == _chunk.Length)
            {
                if (!_received.Reader.TryRead(out byte[]? next))
                {
                    return false;
                }

                _chunk = next;
                _chunkOffset = 0;
            }

            while (_chunkOffset < _chunk.Length)
            {
                byte value = _chunk[_chunkOffset++];
                Answer(_gate.IsOpen ? _port.Feed(value) : _gate.Feed(value));
                if (value == LineFeed)
                {
                    break;
                }
            }

            if (_gate.IsRefused)
            {
                Close("a wrong token", "gave a wrong token or none");
            }

            return true;
        }

        private void Answer(string reply)
        {
            if (reply.Length > 0)
            {
                byte[] bytes = Encoding.Latin1.GetBytes(reply + "\n");
                Interlocked.Add(ref _answerBytes, bytes.Length);
                _answers.Writer.TryWrite(bytes);
            }
        }

        private void Close(string kind, string reason)
        {
            Closed ??= (kind, reason);
            _answers.Writer.TryComplete();
        }

        private bool IsReady() =>
            Closed is null
            && Interlocked.Read(ref _answerBytes) < AnswerBytesMax
            && (_chunkOffset < _chunk.Length || _received.Reader.TryPeek(out _));

        private bool TryQueue() => Interlocked.Exchange(ref _isQueued, 1) == 0;

        private void Queue()
        {
            if (TryQueue())
            {
                _inbox.Add(this);
            }
        }

        // A connection that breaks has nobody left to write to: without this the writer would wait for answers indefinitely.
        private async Task ReadToEndAsync(NetworkStream stream, CancellationTokenSource end)
        {
            try
            {
                await ReadAsync(stream, end).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException)
            {
                await end.CancelAsync().ConfigureAwait(false);
            }
        }

        private async Task ReadAsync(NetworkStream stream, CancellationTokenSource end)
        {
            byte[] buffer = new byte[BufferSize];
            while (true)
            {
                int count = await stream.ReadAsync(buffer, end.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    _received.Writer.TryComplete();
                    Queue();
                    end.CancelAfter(Farewell);
                    return;
                }

                if (!_guard.Admits(buffer.AsSpan(0, count)))
                {
                    Close("HTTP", "spoke HTTP, as a web page does");
                    return;
                }

                await _received.Writer.WriteAsync(buffer[..count], end.Token).ConfigureAwait(false);
                Queue();
            }
        }

        private async Task WriteAsync(NetworkStream stream, CancellationToken stop)
        {
            await foreach (byte[] answer in _answers.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                await stream.WriteAsync(answer, stop).ConfigureAwait(false);
                long left = Interlocked.Add(ref _answerBytes, -answer.Length);
                if (left < AnswerBytesMax && left + answer.Length >= AnswerBytesMax)
                {
                    Queue();
                }
            }
        }
    }
}
