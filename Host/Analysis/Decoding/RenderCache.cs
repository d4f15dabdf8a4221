using System.Buffers.Binary;
using System.Collections.Generic;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>What frames say that came before: a battery repeats itself, and reading numbers out of bytes is the slow part.</summary>
    internal sealed class RenderCache
    {
        private const int EntriesMax = 8192;
        private const uint ExtendedFlag = 0x80000000;
        private const uint RemoteFlag = 0x40000000;

        private readonly Dictionary<Key, Entry> _entries = new(EntriesMax);

        /// <summary>Looks a frame up.</summary>
        /// <param name="frame">The frame.</param>
        /// <param name="dialect">The dialect that the bus is known as at this frame.</param>
        /// <param name="entry">What it says, if it is known.</param>
        public bool TryFind(CanFrame frame, string dialect, out Entry entry) => _entries.TryGetValue(KeyOf(frame, dialect), out entry);

        /// <summary>Keeps what a frame says. When there is no room, everything is forgotten.</summary>
        public void Add(CanFrame frame, string dialect, Entry entry)
        {
            if (_entries.Count >= EntriesMax)
            {
                _entries.Clear();
            }

            _entries[KeyOf(frame, dialect)] = entry;
        }

        private static Key KeyOf(CanFrame frame, string dialect)
        {
            uint id = frame.Id | (frame.IsExtended ? ExtendedFlag : 0) | (frame.IsRemote ? RemoteFlag : 0);
            return new Key(id, (byte)frame.Length, BinaryPrimitives.ReadUInt64LittleEndian(frame.Data), dialect);
        }

        /// <summary>What a frame says.</summary>
        /// <param name="Text">From <see cref="FramePrinter.Render"/>.</param>
        /// <param name="IsDecoded">True if a dialect knows it.</param>
        public readonly record struct Entry(string Text, bool IsDecoded);

        // Names of dialects are constants: one object each, so that comparing them costs nothing.
        private readonly record struct Key(uint Id, byte Length, ulong Data, string Dialect)
        {
            public bool Equals(Key other)
            {
                return Data == other.Data && Id == other.Id && Length == other.Length && ReferenceEquals(Dialect, other.Dialect);
            }

            public override int GetHashCode()
            {
                ulong mixed = (Data ^ ((ulong)Id << 32) ^ Length) * 0x9E3779B97F4A7C15;
                return (int)(mixed >> 32) ^ (int)Id;
            }
        }
    }
}
