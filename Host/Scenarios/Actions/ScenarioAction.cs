using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Scenarios.Actions
{
    /// <summary>Something that a scenario does.</summary>
    internal abstract class ScenarioAction
    {
        protected ScenarioAction(SourcePosition position, string text)
        {
            Position = position;
            Text = text;
        }

        /// <summary>Where it stands in the file.</summary>
        public SourcePosition Position { get; }

        /// <summary>What it is, for people.</summary>
        public string Text { get; }

        /// <summary>Does it.</summary>
        /// <returns>Null if it was done, otherwise why not, in one sentence.</returns>
        public abstract string? Do(IStand stand);
    }
}
