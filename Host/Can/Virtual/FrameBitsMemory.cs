using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>Remembers how many bits the last frame of each kind had: a battery says the same most of the time.</summary>
    internal sealed class FrameBitsMemory
    {
        // Identifiers of one bank differ in their lowest bits.
        private const int Places = 64;

        private readonly Entry[] _entries = new Entry[Places];

        /// <summary>As <see cref="FrameBits.Count"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Count(CanFrame frame)
        {
            ref Entry entry = ref _entries[frame.Id % Places];
            uint form = (uint)frame.Length | (frame.IsExtended ? 0x10u : 0) | (frame.IsRemote ? 0x20u : 0);
            ulong data = BinaryPrimitives.ReadUInt64LittleEndian(frame.Data);
            if (entry.Bits == 0 || entry.Id != frame.Id || entry.Form != form || entry.Data != data)
            {
                entry = new Entry(frame.Id, form, data, FrameBits.Count(frame));
            }

            return entry.Bits;
        }

        private readonly record struct Entry(uint Id, uint Form, ulong Data, int Bits);
    }
}
