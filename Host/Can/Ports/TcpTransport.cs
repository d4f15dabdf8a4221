using System.IO;
using System.Net.Sockets;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Connects over TCP for the ports that speak text.</summary>
    internal static class TcpTransport
    {
        private const int ConnectTimeoutMilliseconds = 3000;
        private const int SendTimeoutMilliseconds = 2000;

        public static Stream Connect(string host, int port)
        {
            var client = new TcpClient { NoDelay = true, SendTimeout = SendTimeoutMilliseconds };
            try
            {
                if (!client.ConnectAsync(host, port).Wait(ConnectTimeoutMilliseconds))
                {
                    client.Dispose();
                    throw new CanPortException($"{host} does not answer on port {port}");
                }

                return client.GetStream();
            }
            catch (System.AggregateException problem) when (problem.InnerException is SocketException reason)
            {
                client.Dispose();
                throw new CanPortException(reason.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => $"nobody listens on {host}:{port}",
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"there is no host '{host}'",
                    _ => $"{host}:{port} cannot be reached ({reason.Message.TrimEnd('.')})",
                });
            }
        }
    }
}
