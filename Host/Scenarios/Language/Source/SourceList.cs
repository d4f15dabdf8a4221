using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>A list.</summary>
    internal sealed class SourceList : SourceNode
    {
        public SourceList(SourcePosition position, IReadOnlyList<SourceNode> items)
            : base(position)
        {
            Items = items;
        }

        public IReadOnlyList<SourceNode> Items { get; }

        /// <inheritdoc/>
        public override string Kind => "a list";
    }
}
