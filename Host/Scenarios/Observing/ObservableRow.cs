using System;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>One row of the table of observables.</summary>
    internal sealed class ObservableRow
    {
        /// <param name="name">Name behind the dot: "soc" of "bank.soc".</param>
        /// <param name="kind">What it is.</param>
        /// <param name="help">What it says, one sentence.</param>
        public ObservableRow(string name, ObservableKind kind, string help)
        {
            Name = name;
            Kind = kind;
            Help = help;
        }

        /// <summary>Name behind the dot.</summary>
        public string Name { get; }

        /// <summary>Name of the signal in the message catalogue, which names it as well; null for what no single signal carries.</summary>
        public string? Signal { get; init; }

        /// <summary>What it is.</summary>
        public ObservableKind Kind { get; }

        /// <summary>What it says, one sentence.</summary>
        public string Help { get; }

        /// <summary>How it is read inside the process, from session and number of a battery; null if it is read elsewhere.</summary>
        public Func<TwinSession, int, Observed>? Inside { get; init; }

        /// <summary>How it is read from the bus, with the time in us; null if it is not.</summary>
        public Func<FrameSlot, long, Observed>? OnBus { get; init; }

        /// <summary>What asks the instrument for it, with {0} for the number of a battery; null if nothing does.</summary>
        public string? Query { get; init; }

        /// <summary>Which of the answer's values it is, 0 for the first.</summary>
        public int QueryField { get; init; }
    }
}
