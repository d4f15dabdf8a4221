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

        /// <summary>True for a drive that is not there: every operation fails.</summary>
        public bool IsMissing { get; set; }

        /// <inheritdoc/>
        public byte[] ReadFile(string name) => Files().TryGetValue(name, out byte[]? content) ? (byte[])content.Clone() : null!;

        /// <inheritdoc/>
        public void WriteFile(string name, byte[] content)
        {
            ArgumentNullException.ThrowIfNull(content);
            Files()[name] = (byte[])content.Clone();
        }

        /// <inheritdoc/>
        public int LengthOf(string name) => Files().TryGetValue(name, out byte[]? content) ? content.Length : -1;

        /// <inheritdoc/>
        public int ReadPiece(string name, int offset, byte[] buffer)
        {
            ArgumentNullException.ThrowIfNull(buffer);
            ReadOnlySpan<byte> piece = Files()[name].AsSpan(offset);
            piece = piece[..Math.Min(piece.Length, buffer.Length)];
            piece.CopyTo(buffer);
            return piece.Length;
        }

        /// <inheritdoc/>
        public void Append(string name, byte[] buffer, int count)
        {
            Files()[name] = [.. Files().GetValueOrDefault(name) ?? [], .. buffer.AsSpan(0, count)];
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            Files().Remove(name);
        }

        /// <inheritdoc/>
        public void Rename(string from, string to)
        {
            if (!Files().Remove(from, out byte[]? content) || !_files.TryAdd(to, content))
            {
                throw new IOException($"cannot rename {from} to {to}");
            }
        }

        private Dictionary<string, byte[]> Files() => IsMissing ? throw new IOException("the drive does not answer") : _files;
    }
}
