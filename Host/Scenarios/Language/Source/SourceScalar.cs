namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>One value. All values are texts until a key says what they are.</summary>
    internal sealed class SourceScalar : SourceNode
    {
        public SourceScalar(SourcePosition position, string text)
            : base(position)
        {
            Text = text;
        }

        public string Text { get; }

        /// <inheritdoc/>
        public override string Kind => "a value";
    }
}
