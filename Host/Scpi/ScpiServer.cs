using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Scpi
{
    /// <summary>Takes SCPI connections on a TCP port: raw sockets, one command line each line, as VISA's <c>SOCKET</c> resources speak it.</summary>
    public sealed class ScpiServer : IAsyncDisposable
    {
        /// <summary>Port that instruments with raw sockets use.</summary>
        public const int DefaultPort = 5025;

        /// <summary>Connections at a time; one more is told so and closed.</summary>
        public const int ClientsMax = 64;

        private static readonly byte[] Full = Encoding.Latin1.GetBytes($"-310,\"System error;{ClientsMax} connections are open already, close one\"\n");

        private readonly TcpListener _listener;
        private readonly ScpiInbox _inbox;
        private readonly string? _token;
        private readonly ReportLimiter _reports;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _accepting;

        private int _clients;

        private ScpiServer(TcpListener listener, ScpiInbox inbox, string? token, Action<string>? report)
        {
            _listener = listener;
            _inbox = inbox;
            _token = token;
            _reports = new ReportLimiter(report ?? (static _ => { }));
            _accepting = AcceptAsync();
        }

        /// <summary>Where it listens.</summary>
        public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

        /// <summary>Starts to listen.</summary>
        /// <param name="inbox">Takes what clients send.</param>
        /// <param name="address">Address; null for this machine only.</param>
        /// <param name="port">0 to 65535; 0 for any free one.</param>
        /// <param name="token">What a connection has to give in its first line; null for nothing.</param>
        /// <param name="report">Takes, on any thread, a sentence without its full stop that a person should know; null for nobody.</param>
        /// <exception cref="SocketException">The port is taken or the address is not this machine's.</exception>
        public static ScpiServer Start(
            ScpiInbox inbox, IPAddress? address = null, int port = DefaultPort, string? token = null, Action<string>? report = null)
        {
            var listener = new TcpListener(address ?? IPAddress.Loopback, port);
            listener.Start();
            return new ScpiServer(listener, inbox, token, report);
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            _listener.Stop();
            await _accepting.ConfigureAwait(false);
            _stop.Dispose();
        }

        private async Task ServeAsync(TcpClient connection)
        {
            string name = $"{connection.Client.RemoteEndPoint}";
            try
            {
                if (Interlocked.Increment(ref _clients) > ClientsMax)
                {
                    _reports.Report("turned away from SCPI", $"{name} was turned away from SCPI: {ClientsMax} connections are open already");
                    using TcpClient refused = connection;
                    await refused.GetStream().WriteAsync(Full, _stop.Token).ConfigureAwait(false);
                    return;
                }

                var client = new ScpiClient(connection, _inbox, _token);
                await client.RunAsync(_stop.Token).ConfigureAwait(false);
                if (client.Closed is (string kind, string reason))
                {
                    _reports.Report($"closed by SCPI for {kind}", $"{name} {reason}; SCPI closed the connection and carried out nothing of it");
                }
            }
            catch (Exception problem) when (problem is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A connection that broke at once.
            }
            finally
            {
                Interlocked.Decrement(ref _clients);
            }
        }

        private async Task AcceptAsync()
        {
            while (!_stop.IsCancellationRequested)
            {
                try
                {
                    TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                    _ = ServeAsync(connection);
                }
                catch (Exception problem) when (problem is SocketException or OperationCanceledException or ObjectDisposedException)
                {
                    // A connection that broke before it was made; or the end, which the loop sees.
                }
            }
        }
    }
}
