using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A port that others connect to. Its clients are nodes of one bus: each receives all the others.</summary>
    internal sealed class ServerPort : ICanPort
    {
        /// <summary>Clients at a time; one more is turned away.</summary>
        public const int ClientsMax = 16;

        private const int SendTimeoutMilliseconds = 2000;
        private const string BeyondLoopback = ", which other machines reach: anybody there is on this bus";

        private readonly PortFrameQueue _inbox = new(LinkPort.ReceiveCapacity);
        private readonly Lock _lock = new();
        private readonly TcpListener _listener;
        private readonly Func<Stream, IServerSession> _begin;
        private readonly string _scheme;
        private readonly int _askedPort;
        private readonly Func<IPEndPoint, IDisposable?>? _announce;
        private readonly ReportLimiter _reports;
        private IDisposable? _beacon;
        private ServerClient[] _clients = [];
        private Thread? _acceptor;
        private volatile bool _isDisposed;
        private volatile string _lastError = "";

        /// <param name="name">The port as the user named it.</param>
        /// <param name="scheme">What it speaks.</param>
        /// <param name="endPoint">Where it listens; port 0 for any that is free.</param>
        /// <param name="begin">Makes the session of a new client.</param>
        /// <param name="announce">Starts to announce where it listens; null if nothing does.</param>
        public ServerPort(string name, string scheme, IPEndPoint endPoint, Func<Stream, IServerSession> begin, Func<IPEndPoint,
            IDisposable?>? announce = null)
        {
            Name = name;
            _scheme = scheme;
            _askedPort = endPoint.Port;
            _listener = new TcpListener(endPoint);
            _begin = begin;
            _announce = announce;
            _reports = new ReportLimiter(sentence => Reported?.Invoke(sentence));
        }

        public event Action? FrameArrived;

        public event Action<string>? Reported;

        /// <summary>As the user named it, with the number that was found in place of 0.</summary>
        public string Name { get; private set; }

        public PortPhase Phase => _isDisposed || _acceptor == null ? PortPhase.Closed : ClientCount > 0 ? PortPhase.Open : PortPhase.Waiting;

        public PortCounters Counters { get; } = new();

        internal BusPace Pace { get; } = new();

        public string LastError => _lastError;

        /// <summary>Always active: what our clients join is the simulated bus.</summary>
        public CanBusState State => CanBusState.ErrorActive;

        /// <summary>Where it listens, with the number that was found for port 0.</summary>
        public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

        /// <summary>Clients that are connected.</summary>
        public int ClientCount => Volatile.Read(ref _clients).Length;

        public void Open()
        {
            if (_acceptor != null)
            {
                return;
            }

            try
            {
                _listener.Start();
            }
            catch (SocketException problem)
            {
                throw new CanPortException(
                    problem.SocketErrorCode switch
                    {
                        SocketError.AddressAlreadyInUse => $"{Name}: another program listens there already; choose another port number, or 0 for any",
                        SocketError.AccessDenied => $"{Name}: this port number is reserved; choose one above 1023",
                        _ => $"{Name}: cannot listen there ({problem.Message.TrimEnd('.')})",
                    },
                    isPermanent: true);
            }

            _beacon = _announce?.Invoke(EndPoint);
            if (_askedPort == 0)
            {
                Name = $"{_scheme}://{EndPoint}";
            }

            _acceptor = new Thread(Accept) { IsBackground = true, Name = $"{Name} acceptor" };
            _acceptor.Start();
            Reported?.Invoke($"serving {_scheme} on {EndPoint}{(IPAddress.IsLoopback(EndPoint.Address) ? "" : BeyondLoopback)}");
        }

        public SendResult Send(CanFrame frame)
        {
            Spread(PortFrame.From(frame, PortFrame.NowMicroseconds), null);
            return SendResult.Accepted;
        }

        public bool TryReceive(CanFrame frame) => TryReceive(frame, out _);

        public bool TryReceive(CanFrame frame, out long microseconds)
        {
            bool isTaken = _inbox.TryTake(out PortFrame taken);
            microseconds = taken.TimeMicroseconds;
            if (isTaken)
            {
                taken.CopyTo(frame);
            }

            return isTaken;
        }

        public void Dispose()
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _beacon?.Dispose();
            _listener.Dispose();
            _acceptor?.Join();
            ServerClient[] clients = Volatile.Read(ref _clients);
            foreach (ServerClient client in clients)
            {
                client.End();
            }

            foreach (ServerClient client in clients)
            {
                client.Join();
            }
        }

        internal void Deliver(in PortFrame frame, ServerClient from)
        {
            Counters.CountReceived();
            Spread(frame, from);
            if (_inbox.TryAdd(frame))
            {
                FrameArrived?.Invoke();
            }
            else
            {
                Counters.CountReceiveDropped();
            }
        }

        internal void Report(string sentence)
        {
            _lastError = sentence;
            _reports.Report($"reports of clients of {_scheme}", sentence);
        }

        internal void Remove(ServerClient client)
        {
            lock (_lock)
            {
                Volatile.Write(ref _clients, Array.FindAll(_clients, other => other != client));
            }

            if (!_isDisposed)
            {
                _reports.Report($"left {_scheme}", $"{client.Name} left {_scheme}");
            }
        }

        private void Spread(in PortFrame frame, ServerClient? except)
        {
            foreach (ServerClient client in Volatile.Read(ref _clients))
            {
                if (client != except && client.Wants(frame) && !client.TrySend(frame))
                {
                    Counters.CountSendDropped();
                }
            }
        }

        private void Accept()
        {
            while (!_isDisposed)
            {
                try
                {
                    Admit(_listener.AcceptTcpClient());
                }
                catch (Exception problem) when (problem is SocketException or ObjectDisposedException or InvalidOperationException or IOException)
                {
                    // Either we end, or a client left before it was let in; neither ends the service.
                    if (!_isDisposed)
                    {
                        _lastError = $"{Name}: a client could not be let in ({problem.Message.TrimEnd('.')})";
                        Thread.Sleep(10);
                    }
                }
            }
        }

        private void Admit(TcpClient socket)
        {
            string name = $"{socket.Client.RemoteEndPoint}";
            if (ClientCount >= ClientsMax)
            {
                socket.Dispose();
                Report($"{name} was turned away from {_scheme}: {ClientsMax} clients are there already");
                return;
            }

            socket.NoDelay = true;
            socket.SendTimeout = SendTimeoutMilliseconds;
            var client = new ServerClient(this, _begin(socket.GetStream()), name);
            lock (_lock)
            {
                Volatile.Write(ref _clients, [.. _clients, client]);
            }

            Counters.CountOpened();
            _reports.Report($"joined {_scheme}", $"{name} joined {_scheme}");
            client.Start();
        }
    }
}
