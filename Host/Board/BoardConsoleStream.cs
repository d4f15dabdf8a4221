using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text;
using System.Threading;

namespace BatterySim.Host.Board
{
    /// <summary>The board's serial line as a stream for another thread: what is written is typed, what the board says is read.</summary>
    public sealed class BoardConsoleStream : Stream
    {
        private readonly ConcurrentQueue<string> _typed = new();
        private readonly BlockingCollection<byte[]> _said = [];
        private byte[] _rest = [];
        private int _restStart;

        /// <inheritdoc/>
        public override bool CanRead => true;

        /// <inheritdoc/>
        public override bool CanSeek => false;

        /// <inheritdoc/>
        public override bool CanWrite => true;

        /// <inheritdoc/>
        public override long Length => throw new NotSupportedException();

        /// <inheritdoc/>
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        /// <summary>Carries both directions; on the thread that runs the board.</summary>
        public void Exchange(BoardSerial serial)
        {
            ArgumentNullException.ThrowIfNull(serial);
            while (_typed.TryDequeue(out string? text))
            {
                // A line ends with a carriage return on a console.
                serial.Type(text.Replace('\n', '\r'));
            }

            string said = serial.ConsumeOutput();
            if (said.Length > 0 && !_said.IsAddingCompleted)
            {
                _said.Add(Encoding.ASCII.GetBytes(said));
            }
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_restStart == _rest.Length)
            {
                if (!_said.TryTake(out byte[]? said, Timeout.Infinite))
                {
                    return 0;
                }

                _rest = said;
                _restStart = 0;
            }

            int length = Math.Min(count, _rest.Length - _restStart);
            Array.Copy(_rest, _restStart, buffer, offset, length);
            _restStart += length;
            return length;
        }

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int offset, int count) => _typed.Enqueue(Encoding.ASCII.GetString(buffer, offset, count));

        /// <inheritdoc/>
        public override void Flush()
        {
        }

        /// <inheritdoc/>
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        /// <inheritdoc/>
        public override void SetLength(long value) => throw new NotSupportedException();

        /// <summary>Ends the reader's wait.</summary>
        protected override void Dispose(bool disposing)
        {
            _said.CompleteAdding();
            base.Dispose(disposing);
        }
    }
}
