using System.Collections.Generic;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Puts the set-up of one file on top of another's, key by key.</summary>
    internal static class SetupMerge
    {
        /// <summary>What stands in <paramref name="top"/>, and what stands in <paramref name="below"/> where the top says nothing.</summary>
        public static SourceNode? Merge(SourceNode? top, SourceNode? below)
        {
            if (top is not SourceMap over || below is not SourceMap under)
            {
                return top ?? below;
            }

            var entries = new List<SourceEntry>();
            foreach (SourceEntry entry in under.Entries)
            {
                SourceEntry? own = over.Find(entry.Key);
                bool isSizeReplaced = entry.Key is "batteries" or "followers" && (over.Find("batteries") ?? over.Find("followers")) != null;
                if (own != null)
                {
                    entries.Add(own with { Value = Merge(own.Value, entry.Value)! });
                }
                else if (!isSizeReplaced)
                {
                    entries.Add(entry);
                }
            }

            foreach (SourceEntry entry in over.Entries)
            {
                if (under.Find(entry.Key) == null)
                {
                    entries.Add(entry);
                }
            }

            return new SourceMap(over.Position, entries);
        }
    }
}
