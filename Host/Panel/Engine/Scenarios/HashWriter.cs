using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace BatterySim.Host.Panel.Engine.Scenarios
{
    /// <summary>Text that is hashed instead of being kept.</summary>
    /// <param name="hash">Takes the bytes of the text in UTF-8.</param>
    internal sealed class HashWriter(IncrementalHash hash) : TextWriter
    {
        /// <inheritdoc/>
        public override Encoding Encoding => Encoding.UTF8;

        /// <inheritdoc/>
        public override void Write(char value) => Write([value], 0, 1);

        /// <inheritdoc/>
        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        /// <inheritdoc/>
        public override void Write(ReadOnlySpan<char> buffer)
        {
            byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(buffer.Length)];
            int length = Encoding.UTF8.GetBytes(buffer, bytes);
            hash.AppendData(bytes, 0, length);
        }
    }
}
