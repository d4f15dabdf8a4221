using System;
using System.IO;

namespace BatterySim.Host.Can.Ports.Serial
{
    /// <summary>A serial device as a stream: it has neither length nor position, and holds back nothing that was written.</summary>
    internal abstract class SerialStream : Stream
    {
        /// <summary>So often a read that nothing comes for checks whether the device was closed, ms.</summary>
        protected const int PollMilliseconds = 100;

        private volatile bool _isDisposed;

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

        /// <summary>True once it was closed on this side.</summary>
        protected bool IsDisposed => _isDisposed;

        /// <inheritdoc/>
        public override void Flush()
        {
        }

        /// <inheritdoc/>
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        /// <inheritdoc/>
        public override void SetLength(long value) => throw new NotSupportedException();

        /// <summary>Closes the device itself.</summary>
        protected abstract void CloseDevice();

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            _isDisposed = true;
            if (disposing)
            {
                CloseDevice();
            }

            base.Dispose(disposing);
        }

        /// <summary>Message of a read from a device that was unplugged.</summary>
        protected IOException Gone(string reason, Exception? inner = null) =>
            new(_isDisposed ? "closed" : $"the device is gone ({reason})", inner);

        /// <summary>What a write says.</summary>
        protected static IOException Refused(string reason, Exception? inner = null) => new($"the device does not take data ({reason})", inner);
    }
}
