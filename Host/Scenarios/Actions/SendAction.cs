using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Scenarios.Actions
{
    /// <summary>Has a third node on the bus send a frame, once or again and again.</summary>
    internal sealed class SendAction : ScenarioAction
    {
        public SendAction(SourcePosition position, string text, FrameRecord frame, long everyMilliseconds, long forMilliseconds)
            : base(position, text)
        {
            Frame = frame;
            EveryMilliseconds = everyMilliseconds;
            ForMilliseconds = forMilliseconds;
        }

        /// <summary>The frame; its time means nothing.</summary>
        public FrameRecord Frame { get; }

        /// <summary>Time from one to the next, ms; 0 for only one.</summary>
        public long EveryMilliseconds { get; }

        /// <summary>Time for which it goes on, ms; -1 for the rest of the scenario.</summary>
        public long ForMilliseconds { get; }

        /// <inheritdoc/>
        public override string? Do(IStand stand) => stand.Send(Frame);
    }
}
