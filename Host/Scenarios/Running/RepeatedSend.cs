using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A frame that the third node sends again and again.</summary>
    internal sealed class RepeatedSend
    {
        private readonly SendAction _action;
        private readonly long _endMilliseconds;

        /// <param name="action">What is sent; the first one has gone out.</param>
        /// <param name="nowMilliseconds">When that was, ms.</param>
        public RepeatedSend(SendAction action, long nowMilliseconds)
        {
            _action = action;
            _endMilliseconds = action.ForMilliseconds < 0 ? long.MaxValue : nowMilliseconds + action.ForMilliseconds;
            NextMilliseconds = nowMilliseconds + action.EveryMilliseconds;
        }

        /// <summary>When the next one is due, ms.</summary>
        public long NextMilliseconds { get; private set; }

        /// <summary>True when none is to come.</summary>
        public bool IsOver => NextMilliseconds > _endMilliseconds;

        /// <summary>Takes the one that is due.</summary>
        public FrameRecord Take()
        {
            NextMilliseconds += _action.EveryMilliseconds;
            return _action.Frame;
        }
    }
}
