using System;
using System.Collections.Concurrent;
using System.IO;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Reads what another thread puts into a queue, to the end of the queue.</summary>
    internal sealed class ChunkStream : ReadOnlyStream
    {
        private readonly BlockingCollection<ArraySegment<byte>> _chunks;
        private readonly Func<IOException?> _problem;
        private ArraySegment<byte> _current = ArraySegment<byte>.Empty;

        /// <param name="chunks">The queue.</param>
        /// <param name="problem">Why the queue ended before its time; null if it did not.</param>
        public ChunkStream(BlockingCollection<ArraySegment<byte>> chunks, Func<IOException?> problem)
        {
            _chunks = chunks;
            _problem = problem;
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_current.Count == 0 && !_chunks.TryTake(out _current, -1))
            {
                return _problem() is IOException problem ? throw problem : 0;
            }

            int taken = Math.Min(count, _current.Count);
            _current.AsSpan(0, taken).CopyTo(buffer.AsSpan(offset));
            _current = _current[taken..];
            return taken;
        }
    }
}
