using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Keys with their values, in the order of the file.</summary>
    internal sealed class SourceMap : SourceNode
    {
        public SourceMap(SourcePosition position, IReadOnlyList<SourceEntry> entries)
            : base(position)
        {
            Entries = entries;
        }

        public IReadOnlyList<SourceEntry> Entries { get; }

        /// <inheritdoc/>
        public override string Kind => "a block of keys";

        /// <summary>The entry of a key; null if there is none.</summary>
        public SourceEntry? Find(string key)
        {
            foreach (SourceEntry entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry;
                }
            }

            return null;
        }
    }
}
