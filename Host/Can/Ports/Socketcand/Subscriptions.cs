using System.Collections.Generic;
using System.Threading;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>What a client of socketcand's BCM mode wants to receive: identifiers, some of them only when masked bits change.</summary>
    internal sealed class Subscriptions
    {
        /// <summary>Identifiers that one client may subscribe to.</summary>
        public const int EntriesMax = 256;

        private readonly Dictionary<(uint Id, bool IsExtended), Entry> _entries = [];
        private readonly Lock _lock = new();

        /// <summary>True if there is any.</summary>
        public bool IsAny
        {
            get
            {
                lock (_lock)
                {
                    return _entries.Count > 0;
                }
            }
        }

        /// <summary>Adds or replaces an identifier.</summary>
        /// <param name="id">Identifier.</param>
        /// <param name="isExtended">True for a 29-bit one.</param>
        /// <param name="spacingMicroseconds">Shortest time between two frames to the client; 0 for all of them.</param>
        /// <param name="mask">Bits of the data whose change counts; null for every frame.</param>
        /// <returns>False if the client has too many.</returns>
        public bool Add(uint id, bool isExtended, long spacingMicroseconds, ulong? mask)
        {
            lock (_lock)
            {
                if (_entries.Count >= EntriesMax && !_entries.ContainsKey((id, isExtended)))
                {
                    return false;
                }

                _entries[(id, isExtended)] = new Entry { SpacingMicroseconds = spacingMicroseconds, Mask = mask };
                return true;
            }
        }

        /// <summary>Removes an identifier; false if it is not there.</summary>
        public bool Remove(uint id, bool isExtended)
        {
            lock (_lock)
            {
                return _entries.Remove((id, isExtended));
            }
        }

        /// <summary>Decides whether a frame goes to the client, and remembers it if it does.</summary>
        public bool Take(in PortFrame frame)
        {
            lock (_lock)
            {
                if (!_entries.TryGetValue((frame.Id, frame.IsExtended), out Entry? entry))
                {
                    return false;
                }

                bool isNew = !entry.HasSent || entry.Mask is not ulong mask || ((frame.Data ^ entry.LastData) & mask) != 0
                    || frame.Length != entry.LastLength;
                if (!isNew || (entry.HasSent && frame.TimeMicroseconds - entry.LastMicroseconds < entry.SpacingMicroseconds))
                {
                    return false;
                }

                entry.HasSent = true;
                entry.LastData = frame.Data;
                entry.LastLength = frame.Length;
                entry.LastMicroseconds = frame.TimeMicroseconds;
                return true;
            }
        }

        private sealed class Entry
        {
            public long SpacingMicroseconds { get; init; }

            public ulong? Mask { get; init; }

            public bool HasSent { get; set; }

            public ulong LastData { get; set; }

            public int LastLength { get; set; }

            public long LastMicroseconds { get; set; }
        }
    }
}
