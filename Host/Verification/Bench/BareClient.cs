using System;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>A client on one blocking socket, without threads or queues of its own: what it waits for, it waits for the server's sake.</summary>
    internal sealed class BareClient : IDisposable
    {
        private readonly byte[] _buffer = new byte[4096];
        private readonly Socket _socket;
        private readonly byte[] _poll;
        private readonly byte[] _answer;

        private BareClient(int port, string poll, string answer)
        {
            _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 5000 };
            _socket.Connect(IPAddress.Loopback, port);
            _poll = Encoding.ASCII.GetBytes(poll);
            _answer = Encoding.ASCII.GetBytes(answer);
        }

        /// <summary>Opens a served port as its clients do.</summary>
        public static BareClient Connect(string kind, int port)
        {
            if (kind == "slcan")
            {
                var adapter = new BareClient(port, "t30580000000000000000\r", "t35");
                adapter.Exchange("S6\rO\r");
                return adapter;
            }

            var client = new BareClient(port, "< send 305 8 0 0 0 0 0 0 0 0 >", "< frame 35");
            client.Receive();
            client.Exchange("< open can0 >");
            client.Exchange("< rawmode >");
            return client;
        }

        /// <summary>Sends a 0x305 and waits for the first frame of the answer.</summary>
        /// <returns>False if none comes within five seconds.</returns>
        public bool Ask()
        {
            try
            {
                _socket.Send(_poll);
                while (Receive().IndexOf(_answer) < 0)
                {
                    // An adapter's word that it took the frame.
                }

                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }

        /// <summary>Throws away what has come meanwhile.</summary>
        public void Drain()
        {
            while (_socket.Available > 0)
            {
                Receive();
            }
        }

        /// <summary>Closes the connection.</summary>
        public void Dispose() => _socket.Dispose();

        private void Exchange(string words)
        {
            _socket.Send(Encoding.ASCII.GetBytes(words));
            Receive();
        }

        private ReadOnlySpan<byte> Receive()
        {
            int count = _socket.Receive(_buffer);
            return count > 0 ? _buffer.AsSpan(0, count) : throw new SocketException((int)SocketError.ConnectionReset);
        }
    }
}
