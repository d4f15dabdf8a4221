using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Where a link puts what it receives.</summary>
    internal interface IFrameSink
    {
        /// <summary>What is counted.</summary>
        PortCounters Counters { get; }

        /// <summary>A frame came in.</summary>
        void Deliver(in PortFrame frame);

        /// <summary>The controller at the other end changed its error state.</summary>
        void SetState(CanBusState state);

        /// <summary>Says something to the user, one sentence without its full stop; the same one is said once.</summary>
        void Report(string sentence);
    }
}
