using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using BatterySim.Host.Modbus.Wire;

namespace BatterySim.Host.Modbus.Server
{
    /// <summary>The holding registers of a unit: written by one thread, read by many. A read of several is of one moment.</summary>
    public sealed class RegisterImage
    {
        private const int WaitingMax = 64;

        private readonly ConcurrentQueue<(int Address, ushort Value)> _written = new();
        private readonly HashSet<int> _writable;
        private volatile ushort[] _words = [];

        /// <summary>Makes registers that are all 0.</summary>
        /// <param name="writable">Addresses that a client may write; null for none.</param>
        public RegisterImage(IEnumerable<int>? writable = null)
        {
            _writable = [.. writable ?? []];
        }

        /// <summary>Replaces the contents, all at once. Addresses behind the end read 0, as a Sol-Ark has it (documented).</summary>
        public void Publish(ushort[] words) => _words = words;

        /// <summary>Reads registers of one moment.</summary>
        public void Read(int address, Span<ushort> into)
        {
            ushort[] words = _words;
            for (int index = 0; index < into.Length; index++)
            {
                int place = (address + index) % ModbusFunction.RegisterCount;
                into[index] = place < words.Length ? words[place] : (ushort)0;
            }
        }

        /// <summary>Takes a write; it is in force once the owner has taken it with <see cref="TryConsumeWrite"/>.</summary>
        /// <returns>False if the register may not be written.</returns>
        public bool TryWrite(int address, ushort value)
        {
            if (!_writable.Contains(address) || _written.Count >= WaitingMax)
            {
                return false;
            }

            _written.Enqueue((address, value));
            return true;
        }

        /// <summary>Takes the oldest write.</summary>
        public bool TryConsumeWrite(out (int Address, ushort Value) write) => _written.TryDequeue(out write);
    }
}
