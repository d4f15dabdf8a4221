using System;
using BatterySim.Hardware;

namespace BatterySim.Tests.Hardware
{
    /// <summary>A drive that is not there: every operation fails as the board's file system does then.</summary>
    public sealed class MissingDrive : IFileDrive
    {
        /// <inheritdoc/>
        public byte[] ReadFile(string name)
        {
            throw new InvalidOperationException("no such drive");
        }

        /// <inheritdoc/>
        public void WriteFile(string name, byte[] content)
        {
            throw new InvalidOperationException("no such drive");
        }

        /// <inheritdoc/>
        public int LengthOf(string name)
        {
            throw new InvalidOperationException("no such drive");
        }

        /// <inheritdoc/>
        public int ReadPiece(string name, int offset, byte[] buffer)
        {
            throw new InvalidOperationException("no such drive");
        }

        /// <inheritdoc/>
        public void Append(string name, byte[] buffer, int count)
        {
            throw new InvalidOperationException("no such drive");
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            throw new InvalidOperationException("no such drive");
        }

        /// <inheritdoc/>
        public void Rename(string from, string to)
        {
            throw new InvalidOperationException("no such drive");
        }
    }
}
