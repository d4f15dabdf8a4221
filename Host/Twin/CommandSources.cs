using System;
using System.Collections.Generic;

namespace BatterySim.Host.Twin
{
    /// <summary>Several sources of orders as one, each in its turn.</summary>
    public sealed class CommandSources : ICommandSource
    {
        private readonly List<ICommandSource> _sources = [];

        /// <inheritdoc/>
        public event Action? Arrived;

        /// <summary>Adds one; before the run begins.</summary>
        public void Add(ICommandSource source)
        {
            ArgumentNullException.ThrowIfNull(source);
            source.Arrived += () => Arrived?.Invoke();
            _sources.Add(source);
        }

        /// <inheritdoc/>
        public bool Run()
        {
            bool hasMore = false;
            foreach (ICommandSource source in _sources)
            {
                hasMore |= source.Run();
            }

            return hasMore;
        }
    }
}
