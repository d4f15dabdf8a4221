using System;
using System.IO;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Bytes that were read ahead of a stream, and then the rest of it. Read only, forward only.</summary>
    internal sealed class PrefixStream : Stream
    {
        private readonly byte[] _prefix;
        private readonly int _count;
        private readonly Stream _rest;
        private int _at;

        /// <param name="prefix">The bytes read ahead.</param>
        /// <param name="count">How many of them count.</param>
        /// <param name="rest">What follows; not closed with this one.</param>
        public PrefixStream(byte[] prefix, int count, Stream rest)
        {
            _prefix = prefix;
            _count = count;
            _rest = rest;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int ahead = Math.Min(_count - _at, buffer.Length);
            if (ahead == 0)
            {
                return _rest.Read(buffer);
            }

            _prefix.AsSpan(_at, ahead).CopyTo(buffer);
            _at += ahead;
            return ahead;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
