using System;
using System.Collections.Concurrent;
using BatterySim.Bms;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scpi
{
    /// <summary>Brings what clients typed onto the thread of the simulation, in the order in which it came.</summary>
    public sealed class ScpiInbox : ICommandSource
    {
        private readonly ConcurrentQueue<ScpiClient> _waiting = new();

        /// <summary>Makes an inbox in front of a simulator.</summary>
        public ScpiInbox(Simulator simulator)
        {
            Simulator = simulator;
        }

        /// <inheritdoc/>
        public event Action? Arrived;

        /// <summary>The simulator.</summary>
        internal Simulator Simulator { get; }

        /// <inheritdoc/>
        public void Run()
        {
            while (_waiting.TryDequeue(out ScpiClient? client))
            {
                client.Take();
            }
        }

        internal void Add(ScpiClient client)
        {
            _waiting.Enqueue(client);
            Arrived?.Invoke();
        }
    }
}
