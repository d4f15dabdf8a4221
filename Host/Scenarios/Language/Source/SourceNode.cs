namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>A piece of a file's content that knows where it stands.</summary>
    internal abstract class SourceNode
    {
        protected SourceNode(SourcePosition position)
        {
            Position = position;
        }

        /// <summary>Where it begins.</summary>
        public SourcePosition Position { get; }

        /// <summary>What it is, for messages: "a value", "a list", "a block of keys".</summary>
        public abstract string Kind { get; }
    }
}
