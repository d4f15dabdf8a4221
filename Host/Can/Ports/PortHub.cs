using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Joins ports and logs to the virtual bus: each is a node of it, and receives what all others send.</summary>
    /// <remarks>
    /// A frame from outside has had its bit time there and is received here at once; one from inside goes out when it is complete on the virtual
    /// bus. All members but <see cref="Wait"/> and the event are for the thread of the simulation; none of them waits for a port.
    /// </remarks>
    public sealed class PortHub : IDisposable
    {
        // Half of what a node's receive queue holds: the caller lets the simulation take these before it comes back for more.
        private const int ArrivalsMax = VirtualBus.DefaultReceiveCapacity / 2;
        private const int NodeReceiveCapacity = 4096;

        private readonly CanFrame _frame = new();
        private readonly List<(ICanPort Port, VirtualBusNode Node)> _ports = [];
        private readonly List<(LogReplay Replay, VirtualBusNode Node)> _replays = [];
        private readonly AutoResetEvent _arrived = new(false);
        private readonly VirtualBus _bus;

        /// <summary>Makes a hub without ports.</summary>
        public PortHub(VirtualBus bus)
        {
            ArgumentNullException.ThrowIfNull(bus);
            _bus = bus;
        }

        /// <summary>Called on any thread with one sentence, without its full stop, that a person should know.</summary>
        public event Action<string>? Reported;

        /// <summary>The external ports.</summary>
        public IEnumerable<ICanPort> Ports
        {
            get
            {
                foreach ((ICanPort port, _) in _ports)
                {
                    yield return port;
                }
            }
        }

        /// <summary>The logs that are replayed.</summary>
        public IEnumerable<LogReplay> Replays
        {
            get
            {
                foreach ((LogReplay replay, _) in _replays)
                {
                    yield return replay;
                }
            }
        }

        /// <summary>Time on the bus at which the next frame of a log is due, us; <see cref="long.MaxValue"/> if none is.</summary>
        public long NextReplayMicroseconds
        {
            get
            {
                long next = long.MaxValue;
                foreach ((LogReplay replay, _) in _replays)
                {
                    next = Math.Min(next, replay.NextMicroseconds);
                }

                return next;
            }
        }

        /// <summary>Adds a port. The hub closes it in the end.</summary>
        public void Add(ICanPort port)
        {
            ArgumentNullException.ThrowIfNull(port);
            port.FrameArrived += () => _arrived.Set();
            port.Reported += sentence => Reported?.Invoke(sentence);
            _ports.Add((port, _bus.Attach(port.Name, VirtualBus.DefaultTransmitCapacity, NodeReceiveCapacity)));
        }

        /// <summary>Adds a log, whose time 0 is that of the bus. The hub closes it in the end.</summary>
        public void Add(LogReplay replay)
        {
            ArgumentNullException.ThrowIfNull(replay);
            _replays.Add((replay, _bus.Attach(replay.Name, VirtualBus.DefaultTransmitCapacity, 0)));
        }

        /// <summary>Opens everything.</summary>
        /// <exception cref="CanPortException">One of them can never work.</exception>
        public void Open()
        {
            foreach ((LogReplay replay, _) in _replays)
            {
                replay.Open();
            }

            foreach ((ICanPort port, _) in _ports)
            {
                port.Open();
            }
        }

        /// <summary>Brings in what has arrived and is due by the bus's time, and hands out what the bus has completed.</summary>
        /// <returns>True if something was brought in: let the simulation receive it and call again.</returns>
        public bool Exchange()
        {
            int count = 0;
            foreach ((LogReplay replay, VirtualBusNode node) in _replays)
            {
                while (count < ArrivalsMax && replay.NextMicroseconds <= _bus.NowMicroseconds)
                {
                    replay.Take(_frame);
                    _bus.Inject(node, _frame);
                    count++;
                }
            }

            foreach ((ICanPort port, VirtualBusNode node) in _ports)
            {
                while (count < ArrivalsMax && port.TryReceive(_frame))
                {
                    _bus.Inject(node, _frame);
                    count++;
                }
            }

            HandOut();
            return count > 0;
        }

        /// <summary>Waits until a frame arrives, the time is over or a stop is asked for.</summary>
        public void Wait(TimeSpan time, CancellationToken stop)
        {
            // A stop is heeded at the end of the time, which is a few milliseconds. The system waits in whole milliseconds only: what is left
            // over is spent looking, or each frame would leave up to a millisecond late.
            int whole = (int)time.TotalMilliseconds;
            if (stop.IsCancellationRequested || time <= TimeSpan.Zero || (whole > 0 && _arrived.WaitOne(whole)))
            {
                return;
            }

            long start = Stopwatch.GetTimestamp();
            TimeSpan rest = TimeSpan.FromTicks(time.Ticks % TimeSpan.TicksPerMillisecond);
            while (!_arrived.WaitOne(0) && Stopwatch.GetElapsedTime(start) < rest)
            {
                Thread.Yield();
            }
        }

        /// <summary>Ends a <see cref="Wait"/> from any thread, or the next one.</summary>
        public void Wake() => _arrived.Set();

        /// <summary>Closes everything.</summary>
        public void Dispose()
        {
            foreach ((ICanPort port, _) in _ports)
            {
                port.Dispose();
            }

            foreach ((LogReplay replay, _) in _replays)
            {
                replay.Dispose();
            }

            _arrived.Dispose();
        }

        private void HandOut()
        {
            foreach ((ICanPort port, VirtualBusNode node) in _ports)
            {
                while (node.TryReceive(_frame))
                {
                    if (port.Send(_frame) == SendResult.NoRoom)
                    {
                        port.Counters.CountSendDropped();
                    }
                }
            }
        }
    }
}
