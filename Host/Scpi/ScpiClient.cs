using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>One connection: its own half-typed line, its own answers.</summary>
    internal sealed class ScpiClient
    {
        // Answers that may wait for a client that does not read them, and chunks that it may send ahead; beyond either it is cut off or waits.
        private const int AnswersMax = 256;
        private const int PendingMax = 64;
        private const int BufferSize = 4096;

        private readonly TcpClient _connection;
        private readonly ScpiInbox _inbox;
        private readonly InstrumentPort _port;
        private readonly Channel<byte[]> _answers = Channel.CreateBounded<byte[]>(AnswersMax);
        private readonly Channel<byte[]> _received = Channel.CreateBounded<byte[]>(PendingMax);

        public ScpiClient(TcpClient connection, ScpiInbox inbox)
        {
            _connection = connection;
            _inbox = inbox;
            _port = new InstrumentPort(inbox.Simulator.Instrument);
        }

        /// <summary>Reads and writes until either side ends.</summary>
        public async Task RunAsync(CancellationToken stop)
        {
            using TcpClient connection = _connection;
            connection.NoDelay = true;
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            try
            {
                NetworkStream stream = connection.GetStream();
                Task read = ReadAsync(stream, end.Token);
                Task write = WriteAsync(stream, end.Token);
                await Task.WhenAny(read, write).ConfigureAwait(false);
                await end.CancelAsync().ConfigureAwait(false);
                await Task.WhenAll(read, write).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A client that goes away takes nothing with it.
            }
        }

        /// <summary>Carries out one read on the thread of the simulation. A client that does not read its answers is cut off, never waited for.</summary>
        public void Take()
        {
            if (!_received.Reader.TryRead(out byte[]? bytes))
            {
                return;
            }

            foreach (byte value in bytes)
            {
                string reply = _port.Feed(value);
                if (reply.Length > 0 && !_answers.Writer.TryWrite(Encoding.Latin1.GetBytes(reply + "\n")))
                {
                    _connection.Close();
                    return;
                }
            }
        }

        private async Task ReadAsync(NetworkStream stream, CancellationToken stop)
        {
            byte[] buffer = new byte[BufferSize];
            while (true)
            {
                int count = await stream.ReadAsync(buffer, stop).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                await _received.Writer.WriteAsync(buffer[..count], stop).ConfigureAwait(false);
                _inbox.Add(this);
            }
        }

        private async Task WriteAsync(NetworkStream stream, CancellationToken stop)
        {
            await foreach (byte[] answer in _answers.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                await stream.WriteAsync(answer, stop).ConfigureAwait(false);
            }
        }
    }
}
