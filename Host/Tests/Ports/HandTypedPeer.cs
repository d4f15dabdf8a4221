using System;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>The other end of a TCP connection, who says and expects bytes that were typed by hand.</summary>
    internal sealed class HandTypedPeer : IDisposable
    {
        private readonly TcpListener? _listener;
        private readonly StringBuilder _received = new();
        private readonly byte[] _buffer = new byte[4096];
        private TcpClient? _client;

        private HandTypedPeer(TcpListener? listener, TcpClient? client)
        {
            _listener = listener;
            _client = client;
        }

        /// <summary>Port that it listens on.</summary>
        public int Port => ((IPEndPoint)_listener!.LocalEndpoint).Port;

        public static HandTypedPeer Listen()
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return new HandTypedPeer(listener, null);
        }

        public static HandTypedPeer Connect(IPEndPoint endPoint)
        {
            var client = new TcpClient { NoDelay = true };
            client.Connect(endPoint);
            return new HandTypedPeer(null, client);
        }

        /// <summary>Lets the next client in.</summary>
        public void Accept()
        {
            _client?.Dispose();
            _received.Clear();
            _client = _listener!.AcceptTcpClient();
        }

        public void Say(string text) => _client!.GetStream().Write(Encoding.Latin1.GetBytes(text));

        /// <summary>Receives until this text has come, and forgets everything up to its end.</summary>
        public void Expect(string text)
        {
            int at = -1;
            Eventually.True(() => (at = OnReceived().IndexOf(text, StringComparison.Ordinal)) >= 0, $"'{text.Replace("\r", "\\r", StringComparison.Ordinal)}'");
            _received.Remove(0, at + text.Length);
        }

        /// <summary>What has come and was not expected yet.</summary>
        public string OnReceived()
        {
            while (_client!.Available > 0)
            {
                int count = _client.GetStream().Read(_buffer);
                _received.Append(Encoding.Latin1.GetString(_buffer, 0, count));
            }

            return _received.ToString();
        }

        public void HangUp() => _client?.Dispose();

        public void Dispose()
        {
            _client?.Dispose();
            _listener?.Dispose();
        }
    }
}
