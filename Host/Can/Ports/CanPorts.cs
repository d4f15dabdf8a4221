using System;
using System.Net;
using BatterySim.Host.Can.Ports.Serial;
using BatterySim.Host.Can.Ports.Slcan;
using BatterySim.Host.Can.Ports.SocketCan;
using BatterySim.Host.Can.Ports.Socketcand;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Makes ports from their names.</summary>
    public static class CanPorts
    {
        /// <summary>Makes a port that connects to something outside; it does nothing before <see cref="ICanPort.Open"/>.</summary>
        /// <param name="url">Neither virtual nor a log: those are not external ports.</param>
        public static ICanPort Create(CanPortUrl url)
        {
            ArgumentNullException.ThrowIfNull(url);
            return url.Kind switch
            {
                CanPortKind.SlcanSerial => new LinkPort(url.Text, () => new SlcanLink(SerialDevice.Open(url.Path, url.BaudRate), url.BitRate)),
                CanPortKind.SlcanTcp => new LinkPort(url.Text, () => new SlcanLink(TcpTransport.Connect(url.Host, url.TcpPort), url.BitRate)),
                CanPortKind.Socketcand => new LinkPort(url.Text, () => new SocketcandLink(TcpTransport.Connect(url.Host, url.TcpPort), url.Path)),
                CanPortKind.SocketCan => new LinkPort(url.Text, () => SocketCanLink.Open(url.Path)),
                _ => throw new ArgumentException("no port to the outside", nameof(url)),
            };
        }

        /// <summary>Makes a port that others connect to; it does nothing before <see cref="ICanPort.Open"/>.</summary>
        /// <param name="url">slcan or socketcand with an address or a name of this machine.</param>
        /// <param name="listenAddress">Address of this machine to listen on, in place of the one in the name; null for that one.</param>
        /// <exception cref="CanPortException">The address is none, or goes beyond this machine without having been asked for.</exception>
        public static ICanPort CreateServer(CanPortUrl url, string? listenAddress)
        {
            ArgumentNullException.ThrowIfNull(url);
            var endPoint = new IPEndPoint(ReadAddress(url, listenAddress), url.TcpPort);
            return url.Kind == CanPortKind.SlcanTcp
                ? new ServerPort(url.Text, "slcan", endPoint, static stream => new SlcanSession(stream))
                : new ServerPort(url.Text, "socketcand", endPoint, static stream => new SocketcandSession(stream), SocketcandBeacon.Start);
        }

        private static IPAddress ReadAddress(CanPortUrl url, string? listenAddress)
        {
            string text = listenAddress ?? (url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" : url.Host);
            if (!IPAddress.TryParse(text, out IPAddress? address))
            {
                throw new CanPortException(
                    listenAddress != null
                        ? $"--listen '{listenAddress}' is not an address of this machine; write one such as 0.0.0.0 for all of them"
                        : $"'{url.Text}' cannot be served: '{url.Host}' is not an address; write 127.0.0.1, or add --listen ADDRESS",
                    isPermanent: true);
            }

            if (listenAddress == null && !IPAddress.IsLoopback(address))
            {
                throw new CanPortException(
                    $"'{url.Text}' would let other machines in; if that is meant, add --listen {url.Host}", isPermanent: true);
            }

            return address;
        }
    }
}
