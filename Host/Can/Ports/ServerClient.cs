using System;
using System.IO;
using System.Threading;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A client of a served port with its two threads and its own bounded queue: a slow one loses frames, the others do not.</summary>
    internal sealed class ServerClient : IFrameSink
    {
        private readonly PortFrameQueue _outbox = new(LinkPort.SendCapacity);
        private readonly ServerPort _server;
        private readonly IServerSession _session;
        private readonly Thread _reader;
        private readonly Thread _writer;

        public ServerClient(ServerPort server, IServerSession session, string name)
        {
            _server = server;
            _session = session;
            Name = name;
            _reader = new Thread(Read) { IsBackground = true, Name = $"{name} reader" };
            _writer = new Thread(Write) { IsBackground = true, Name = $"{name} writer" };
        }

        public string Name { get; }

        public bool Wants(in PortFrame frame) => _session.WantsFrames && _session.Wants(frame);

        public PortCounters Counters => _server.Counters;

        public void Start()
        {
            _reader.Start();
            _writer.Start();
        }

        public bool TrySend(in PortFrame frame) => _outbox.TryAdd(frame);

        public void Deliver(in PortFrame frame) => _server.Deliver(frame, this);

        public void SetState(CanBusState state)
        {
            // A client has no controller of its own: the bus is ours.
        }

        public void Report(string sentence) => _server.Report($"{Name}: {sentence}");

        public void End()
        {
            _outbox.Close();
            _session.Dispose();
        }

        public void Join()
        {
            _reader.Join();
            _writer.Join();
        }

        private void Read()
        {
            try
            {
                _session.Listen(this);
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                // A client that is cut off has left like any other.
            }
            finally
            {
                End();
                _server.Remove(this);
            }
        }

        private void Write()
        {
            while (_outbox.WaitTake(out PortFrame frame))
            {
                try
                {
                    if (_session.Send(frame))
                    {
                        Counters.CountSent();
                        continue;
                    }
                }
                catch (Exception problem) when (problem is IOException or ObjectDisposedException)
                {
                    _session.Dispose();
                }

                Counters.CountSendDropped();
            }
        }
    }
}
