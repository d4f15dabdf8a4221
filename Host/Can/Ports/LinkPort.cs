using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A port that is the client of something: it connects, and connects again with growing patience when the link is lost.</summary>
    internal sealed class LinkPort : ICanPort, IFrameSink
    {
        /// <summary>Frames that wait for the simulation before further ones are lost: more than a second of a full bus.</summary>
        public const int ReceiveCapacity = 8192;

        /// <summary>Frames that wait for the other side before further ones are refused.</summary>
        public const int SendCapacity = 256;

        private static readonly TimeSpan PatienceMin = TimeSpan.FromMilliseconds(250);
        private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(5);

        // A link that lived for less is no better than none: the next one is waited for longer.
        private static readonly TimeSpan HealthyLife = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);

        private readonly PortFrameQueue _inbox = new(ReceiveCapacity);
        private readonly PortFrameQueue _outbox = new(SendCapacity);
        private readonly ManualResetEventSlim _stop = new();
        private readonly Func<IPortLink> _connect;
        private Thread? _reader;
        private Thread? _writer;
        private volatile IPortLink? _link;
        private volatile string _lastError = "";
        private volatile string _lastReport = "";
        private volatile int _phase;
        private volatile int _state = (int)CanBusState.BusOff;

        /// <param name="name">The port as the user named it.</param>
        /// <param name="connect">Makes a link, or throws <see cref="CanPortException"/> or <see cref="IOException"/>.</param>
        public LinkPort(string name, Func<IPortLink> connect)
        {
            Name = name;
            _connect = connect;
        }

        public event Action? FrameArrived;

        public event Action<string>? Reported;

        public string Name { get; }

        public PortPhase Phase => (PortPhase)_phase;

        public PortCounters Counters { get; } = new();

        public string LastError => _lastError;

        public CanBusState State => (CanBusState)_state;

        public void Open()
        {
            if (_reader != null)
            {
                return;
            }

            _phase = (int)PortPhase.Waiting;
            IPortLink? first = TryConnect(throwsPermanent: true);
            _reader = new Thread(() => Read(first)) { IsBackground = true, Name = $"{Name} reader" };
            _writer = new Thread(Write) { IsBackground = true, Name = $"{Name} writer" };
            _reader.Start();
            _writer.Start();
        }

        public SendResult Send(CanFrame frame)
        {
            if (_link == null)
            {
                Counters.CountSendDropped();
                return SendResult.BusOff;
            }

            return _outbox.TryAdd(PortFrame.From(frame, 0)) ? SendResult.Accepted : SendResult.NoRoom;
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

        public void Deliver(in PortFrame frame)
        {
            Counters.CountReceived();
            if (_inbox.TryAdd(frame))
            {
                FrameArrived?.Invoke();
            }
            else
            {
                Counters.CountReceiveDropped();
            }
        }

        public void SetState(CanBusState state) => _state = (int)state;

        public void Report(string sentence)
        {
            if (_lastReport != sentence)
            {
                _lastReport = sentence;
                Reported?.Invoke(sentence);
            }
        }

        public void Dispose()
        {
            _stop.Set();
            Counters.CountSendDropped(_outbox.Close());
            _link?.Dispose();
            _writer?.Join();
            _reader?.Join();
            _phase = (int)PortPhase.Closed;
            _state = (int)CanBusState.BusOff;
        }

        private void Read(IPortLink? link)
        {
            TimeSpan patience = PatienceMin;
            while (!_stop.IsSet)
            {
                if (link != null)
                {
                    long start = Stopwatch.GetTimestamp();
                    long received = Counters.Received;
                    Listen(link);
                    bool wasHealthy = Counters.Received > received || Stopwatch.GetElapsedTime(start) > HealthyLife;
                    patience = wasHealthy ? PatienceMin : patience;
                }

                if (_stop.Wait(patience))
                {
                    return;
                }

                patience = patience * 2 < PatienceMax ? patience * 2 : PatienceMax;
                link = TryConnect(throwsPermanent: false);
            }
        }

        private IPortLink? TryConnect(bool throwsPermanent)
        {
            try
            {
                IPortLink link = _connect();
                Counters.CountSendDropped(_outbox.Clear());
                _state = (int)CanBusState.ErrorActive;
                _link = link;
                _phase = (int)PortPhase.Open;
                _lastError = "";
                Counters.CountOpened();
                if (_stop.IsSet)
                {
                    link.Dispose();
                }

                return link;
            }
            catch (CanPortException problem) when (!problem.IsPermanent || !throwsPermanent)
            {
                Fail(problem.Message);
            }
            catch (IOException problem)
            {
                Fail(problem.Message.TrimEnd('.'));
            }

            return null;
        }

        private void Listen(IPortLink link)
        {
            try
            {
                if (Counters.Opened > 1)
                {
                    Report($"{Name} is back");
                }

                using var look = new Timer(_ => CheckLink(link), null, FirstLook, Timeout.InfiniteTimeSpan);
                link.Listen(this);
                Fail("the other side closed the connection");
            }
            catch (CanPortException problem)
            {
                Fail(problem.Message);
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                Fail(problem.Message.TrimEnd('.'));
            }
            finally
            {
                _link = null;
                _phase = (int)PortPhase.Waiting;
                _state = (int)CanBusState.BusOff;
                link.Dispose();
            }
        }

        private void CheckLink(IPortLink link)
        {
            if (_link == link && link.FindProblem() is string problem)
            {
                _lastError = $"{Name}: {problem}";
                Report(_lastError);
            }
        }

        private void Fail(string reason)
        {
            if (!_stop.IsSet)
            {
                _lastError = $"{Name}: {reason}; trying again";
                Report(_lastError);
            }
        }

        private void Write()
        {
            while (_outbox.WaitTake(out PortFrame frame))
            {
                IPortLink? link = _link;
                try
                {
                    if (link != null && link.Send(frame))
                    {
                        Counters.CountSent();
                        continue;
                    }
                }
                catch (Exception problem) when (problem is IOException or ObjectDisposedException or CanPortException)
                {
                    // The reader finds the link dead and connects anew.
                    link!.Dispose();
                }

                Counters.CountSendDropped();
            }
        }
    }
}
