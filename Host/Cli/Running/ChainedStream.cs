using System.IO;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>One stream and then another one.</summary>
    internal sealed class ChainedStream : ReadOnlyStream
    {
        private readonly Stream _first;
        private readonly Stream _second;
        private bool _isSecond;

        /// <param name="first">Read to its end.</param>
        /// <param name="second">Read then.</param>
        public ChainedStream(Stream first, Stream second)
        {
            _first = first;
            _second = second;
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = _isSecond ? 0 : _first.Read(buffer, offset, count);
            _isSecond |= read == 0;
            return read > 0 ? read : _second.Read(buffer, offset, count);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _first.Dispose();
                _second.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
