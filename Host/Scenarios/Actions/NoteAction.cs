using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Scenarios.Actions
{
    /// <summary>Does nothing but stand in the report.</summary>
    internal sealed class NoteAction : ScenarioAction
    {
        public NoteAction(SourcePosition position, string text)
            : base(position, text)
        {
        }

        /// <inheritdoc/>
        public override string? Do(IStand stand) => null;
    }
}
