using System;
using System.IO;
using System.Threading;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A served client whose messages are bytes on a stream. Answers and frames, from two threads, do not mix.</summary>
    internal abstract class StreamSession : IServerSession
    {
        private readonly Lock _writing = new();
        private readonly Stream _stream;
        private volatile bool _wantsFrames;

        protected StreamSession(Stream stream)
        {
            _stream = stream;
        }

        public bool WantsFrames
        {
            get => _wantsFrames;
            protected set => _wantsFrames = value;
        }

        public void Listen(IFrameSink sink)
        {
            byte[] buffer = new byte[4096];
            var guard = new HttpGuard();
            Begin();
            int count;
            while ((count = _stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                if (!guard.Admits(buffer.AsSpan(0, count)))
                {
                    sink.Report("spoke HTTP, as a web page does; the connection was closed and nothing of it was carried out");
                    return;
                }

                OnReceived(buffer.AsSpan(0, count), sink);
            }
        }

        public abstract bool Send(in PortFrame frame);

        public virtual bool Wants(in PortFrame frame) => WantsFrames;

        public virtual void Dispose() => _stream.Dispose();

        /// <summary>Says the first words.</summary>
        protected abstract void Begin();

        /// <summary>Takes bytes in pieces of any size.</summary>
        protected abstract void OnReceived(ReadOnlySpan<byte> bytes, IFrameSink sink);

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
