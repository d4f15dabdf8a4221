using System;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Reads what the bus shows; the same on every stand.</summary>
    internal static class BusReader
    {
        /// <summary>A reader of something on the bus.</summary>
        /// <param name="what">What is looked at.</param>
        /// <param name="slot">The frames of its identifier.</param>
        /// <param name="nowMicroseconds">Gives the time, us.</param>
        public static Func<Observed> Create(ObservableReference what, FrameSlot slot, Func<long> nowMicroseconds)
        {
            SignalDefinition? signal = what.Signal;
            if (signal != null)
            {
                return () => SignalValue.Read(signal, slot);
            }

            Func<FrameSlot, long, Observed> read = what.Row!.OnBus!;
            return () => read(slot, nowMicroseconds());
        }
    }
}
