using System;
using System.Collections.Generic;
using System.IO;
using BatterySim.Hardware;

namespace BatterySim.Host.Board
{
    /// <summary>The simulated board's flash drive; it keeps its files over a restart of the board.</summary>
    public sealed class MemoryDrive : IFileDrive
    {
        private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

        /// <inheritdoc/>
        public byte[] ReadFile(string name) => _files.TryGetValue(name, out byte[]? content) ? (byte[])content.Clone() : null!;

        /// <inheritdoc/>
        public void WriteFile(string name, byte[] content)
        {
            ArgumentNullException.ThrowIfNull(content);
            _files[name] = (byte[])content.Clone();
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            _files.Remove(name);
        }

        /// <inheritdoc/>
        public void Rename(string from, string to)
        {
            if (!_files.Remove(from, out byte[]? content) || !_files.TryAdd(to, content))
            {
                throw new IOException($"cannot rename {from} to {to}");
            }
        }
    }
}
