using System;
using System.IO;
using System.Threading;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A link whose messages are bytes on a stream. Writes of several threads do not mix.</summary>
    internal abstract class StreamLink : IPortLink
    {
        private readonly Lock _writing = new();
        private readonly Stream _stream;
        private volatile bool _isDisposed;

        protected StreamLink(Stream stream)
        {
            _stream = stream;
        }

        public void Listen(IFrameSink sink)
        {
            byte[] buffer = new byte[4096];
            try
            {
                Begin(sink);
                int count;
                while ((count = _stream.Read(buffer, 0, buffer.Length)) > 0)
                {
                    OnReceived(buffer.AsSpan(0, count), sink);
                }
            }
            catch (Exception problem) when (_isDisposed && problem is IOException or ObjectDisposedException)
            {
                // It was told to end.
            }
        }

        public virtual string? FindProblem() => null;

        public abstract bool Send(in PortFrame frame);

        public void Dispose()
        {
            if (!_isDisposed)
            {
                End();
                _isDisposed = true;
                _stream.Dispose();
            }
        }

        /// <summary>Says the first words.</summary>
        protected abstract void Begin(IFrameSink sink);

        /// <summary>Takes bytes in pieces of any size.</summary>
        protected abstract void OnReceived(ReadOnlySpan<byte> bytes, IFrameSink sink);

        /// <summary>Says the last words, if the stream still takes them.</summary>
        protected abstract void End();

        protected void Write(ReadOnlySpan<byte> bytes)
        {
            lock (_writing)
            {
                _stream.Write(bytes);
                _stream.Flush();
            }
        }
    }
}
