using System;
using System.Collections.Concurrent;
using BatterySim.Bms;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scpi
{
    /// <summary>Brings what clients typed onto the thread of the simulation, a line of each client in turn.</summary>
    /// <remarks>
    /// A turn ends after <see cref="Budget"/>, whatever is left: between two turns time passes and a stop is heeded. A client that sends
    /// faster than its lines can be carried out is not read any further, and its socket fills up at its own end.
    /// </remarks>
    public sealed class ScpiInbox : ICommandSource
    {
        /// <summary>Longest turn.</summary>
        private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(2);

        private readonly ConcurrentQueue<ScpiClient> _ready = new();
        private readonly TimeProvider _clock;

        /// <summary>Makes an inbox in front of a simulator.</summary>
        /// <param name="simulator">What carries lines out.</param>
        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        public ScpiInbox(Simulator simulator, TimeProvider? clock = null)
        {
            Simulator = simulator;
            _clock = clock ?? TimeProvider.System;
        }

        /// <inheritdoc/>
        public event Action? Arrived;

        /// <summary>The simulator.</summary>
        internal Simulator Simulator { get; }

        /// <inheritdoc/>
        public bool Run()
        {
            long start = _clock.GetTimestamp();
            while (_ready.TryDequeue(out ScpiClient? client))
            {
                if (client.ReadLine())
                {
                    _ready.Enqueue(client);
                }

                if (_clock.GetElapsedTime(start) >= Budget)
                {
                    break;
                }
            }

            return !_ready.IsEmpty;
        }

        /// <summary>Has a client's lines carried out. A client is in the queue once at the most.</summary>
        internal void Add(ScpiClient client)
        {
            _ready.Enqueue(client);
            Arrived?.Invoke();
        }
    }
}
