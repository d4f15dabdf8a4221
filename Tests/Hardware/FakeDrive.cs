#nullable disable
using System;
using BatterySim.Bms;
using BatterySim.Hardware;

namespace BatterySim.Tests.Hardware
{
    /// <summary>A drive that loses its power after so many bytes and operations: each byte written and each other change costs one.</summary>
    public sealed class FakeDrive : IFileDrive
    {
        private const int Slots = 8;

        private readonly string[] _names = TextArray.Create(Slots);
        private readonly byte[][] _contents = new byte[Slots][];

        /// <summary>Changes that are left before the power goes; negative for a drive that never loses it.</summary>
        public int Budget = -1;

        /// <summary>Changes made so far.</summary>
        public int Spent;

        /// <inheritdoc/>
        public byte[] ReadFile(string name)
        {
            int slot = Find(name);
            return slot < 0 ? null : Copy(_contents[slot], _contents[slot].Length);
        }

        /// <inheritdoc/>
        public void WriteFile(string name, byte[] content)
        {
            Spend();
            int slot = Find(name);
            if (slot < 0)
            {
                slot = Find(null);
                _names[slot] = name;
            }

            _contents[slot] = new byte[0];
            for (int length = 1; length <= content.Length; length++)
            {
                Spend();
                _contents[slot] = Copy(content, length);
            }
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            Spend();
            int slot = Find(name);
            if (slot >= 0)
            {
                _names[slot] = null;
            }
        }

        /// <inheritdoc/>
        public void Rename(string from, string to)
        {
            Spend();
            int slot = Find(from);
            if (slot < 0 || Find(to) >= 0)
            {
                throw new InvalidOperationException("no such file, or one of that name is there");
            }

            _names[slot] = to;
        }

        /// <summary>Changes one byte of a file.</summary>
        public void Damage(string name, int offset)
        {
            _contents[Find(name)][offset] ^= 0x10;
        }

        /// <inheritdoc/>
        public int LengthOf(string name)
        {
            int slot = Find(name);
            return slot < 0 ? -1 : _contents[slot].Length;
        }

        /// <inheritdoc/>
        public int ReadPiece(string name, int offset, byte[] buffer)
        {
            byte[] content = _contents[Find(name)];
            int left = content.Length - offset;
            int count = left < buffer.Length ? left : buffer.Length;
            Array.Copy(content, offset, buffer, 0, count);
            return count;
        }

        /// <inheritdoc/>
        public void Append(string name, byte[] buffer, int count)
        {
            Spend();
            int slot = Find(name);
            if (slot < 0)
            {
                slot = Find(null);
                _names[slot] = name;
                _contents[slot] = new byte[0];
            }

            for (int written = 0; written < count; written++)
            {
                Spend();
                byte[] longer = new byte[_contents[slot].Length + 1];
                Array.Copy(_contents[slot], 0, longer, 0, longer.Length - 1);
                longer[longer.Length - 1] = buffer[written];
                _contents[slot] = longer;
            }
        }

        private int Find(string name)
        {
            for (int slot = 0; slot < Slots; slot++)
            {
                if (_names[slot] == name)
                {
                    return slot;
                }
            }

            return -1;
        }

        private void Spend()
        {
            if (Budget == 0)
            {
                throw new InvalidOperationException("the power went");
            }

            Budget--;
            Spent++;
        }

        private static byte[] Copy(byte[] from, int length)
        {
            byte[] copy = new byte[length];
            Array.Copy(from, 0, copy, 0, length);
            return copy;
        }
    }
}
