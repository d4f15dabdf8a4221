using System;
using System.Collections.Generic;
using System.Text;
using BatterySim.Hardware;

namespace BatterySim.Host.Board
{
    /// <summary>The other end of the simulated board's serial line.</summary>
    public sealed class BoardSerial : ISerialLine
    {
        private readonly Queue<byte> _typed = new();
        private readonly StringBuilder _said = new();

        /// <summary>What whoever uses this line gets to feel; null for a sound line.</summary>
        public Exception? Failure { get; set; }

        /// <summary>Types text; a line ends with a carriage return.</summary>
        public void Type(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            foreach (byte value in Encoding.ASCII.GetBytes(text))
            {
                _typed.Enqueue(value);
            }
        }

        /// <summary>What the board has said since this was last asked.</summary>
        public string ConsumeOutput()
        {
            string said = _said.ToString();
            _said.Clear();
            return said;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer)
        {
            ArgumentNullException.ThrowIfNull(buffer);
            ThrowFailure();
            int count = 0;
            while (count < buffer.Length && _typed.TryDequeue(out byte value))
            {
                buffer[count++] = value;
            }

            return count;
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            ThrowFailure();
            _said.Append(Encoding.ASCII.GetString(buffer, offset, count));
        }

        private void ThrowFailure()
        {
            if (Failure is not null)
            {
                throw Failure;
            }
        }
    }
}
