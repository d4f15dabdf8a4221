using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Scenarios.Actions
{
    /// <summary>Has the instrument carry out a line.</summary>
    internal sealed class ScpiAction : ScenarioAction
    {
        public ScpiAction(SourcePosition position, string line)
            : base(position, line)
        {
        }

        /// <inheritdoc/>
        public override string? Do(IStand stand) => stand.Execute(Text);
    }
}
