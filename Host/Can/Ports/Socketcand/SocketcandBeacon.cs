using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>Announces a served bus every two seconds on UDP port 42000, where clients of socketcand look for daemons.</summary>
    /// <remarks>A bus that only this machine can reach is announced to this machine only.</remarks>
    internal sealed class SocketcandBeacon : IDisposable
    {
        private const int UdpPort = 42000;
        private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

        private readonly UdpClient _socket;
        private readonly Timer _timer;
        private readonly IPEndPoint _target;
        private readonly byte[] _message;

        private SocketcandBeacon(UdpClient socket, IPEndPoint served)
        {
            bool isLocal = IPAddress.IsLoopback(served.Address);
            _socket = socket;
            _socket.EnableBroadcast = !isLocal;
            _target = new IPEndPoint(isLocal ? IPAddress.Loopback : IPAddress.Broadcast, UdpPort);
            string host = isLocal ? served.Address.ToString() : Dns.GetHostName();
            _message = Encoding.ASCII.GetBytes(
                $"<CANBeacon name=\"BatterySim\" type=\"virtual\" description=\"simulated battery bus\"><URL>can://{host}:{served.Port}</URL><Bus name=\"can0\"/></CANBeacon>");
            _timer = new Timer(_ => Send(), null, TimeSpan.Zero, Period);
        }

        /// <summary>Starts to announce; null where the machine has no UDP. A beacon that nobody receives is not an error.</summary>
        /// <param name="served">Where the bus is served.</param>
        public static SocketcandBeacon? Start(IPEndPoint served)
        {
            ArgumentNullException.ThrowIfNull(served);
            if (served.AddressFamily != AddressFamily.InterNetwork)
            {
                return null;
            }

            try
            {
                return new SocketcandBeacon(new UdpClient(new IPEndPoint(IPAddress.IsLoopback(served.Address)
                    ? IPAddress.Loopback : served.Address, 0)), served);
            }
            catch (SocketException)
            {
                return null;
            }
        }

        public void Dispose()
        {
            _timer.Dispose();
            _socket.Dispose();
        }

        private void Send()
        {
            try
            {
                _ = _socket.Send(_message, _message.Length, _target);
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
            {
                // Without a network there is nobody to find the bus; the bus itself is not affected.
            }
        }
    }
}
