using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace BatterySim.Host.Scpi
{
    /// <summary>Takes SCPI connections on a TCP port: raw sockets, one command line each line, as VISA's <c>SOCKET</c> resources speak it.</summary>
    public sealed class ScpiServer : IAsyncDisposable
    {
        /// <summary>Port that instruments with raw sockets use.</summary>
        public const int DefaultPort = 5025;

        private readonly TcpListener _listener;
        private readonly ScpiInbox _inbox;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _accepting;

        private ScpiServer(TcpListener listener, ScpiInbox inbox)
        {
            _listener = listener;
            _inbox = inbox;
            _accepting = AcceptAsync();
        }

        /// <summary>Where it listens.</summary>
        public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

        /// <summary>Starts to listen.</summary>
        /// <param name="inbox">Takes what clients send.</param>
        /// <param name="address">Address; null for this machine only.</param>
        /// <param name="port">0 to 65535; 0 for any free one.</param>
        /// <exception cref="SocketException">The port is taken or the address is not this machine's.</exception>
        public static ScpiServer Start(ScpiInbox inbox, IPAddress? address = null, int port = DefaultPort)
        {
            var listener = new TcpListener(address ?? IPAddress.Loopback, port);
            listener.Start();
            return new ScpiServer(listener, inbox);
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            _listener.Stop();
            await _accepting.ConfigureAwait(false);
            _stop.Dispose();
        }

        private async Task AcceptAsync()
        {
            while (!_stop.IsCancellationRequested)
            {
                try
                {
                    TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                    _ = new ScpiClient(connection, _inbox).RunAsync(_stop.Token);
                }
                catch (Exception problem) when (problem is SocketException or OperationCanceledException or ObjectDisposedException)
                {
                    // A connection that broke before it was made; or the end, which the loop sees.
                }
            }
        }
    }
}
