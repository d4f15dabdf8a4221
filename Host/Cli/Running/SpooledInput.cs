using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Threading;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>An input that can be read once, such as a pipe, made readable twice: what comes is kept compressed in a temporary file.</summary>
    /// <remarks>
    /// It is kept to its end, unless it comes no faster than a bus could send it: then somebody waits for what goes on at this moment, and
    /// keeping ends after a second. Memory is bounded, and so is the file.
    /// </remarks>
    internal sealed class SpooledInput : IDisposable
    {
        // A full bus at 1 Mbit/s is half of this as text.
        private const long LiveBytesPerSecond = 1_000_000;
        private const int LookMilliseconds = 1_100;
        private const long SpoolBytesMax = 256L << 20;
        private const int ChunkBytes = 64 << 10;
        private const int ChunksMax = 64;

        private readonly FileStream _file;
        private readonly BlockingCollection<ArraySegment<byte>> _chunks = new(ChunksMax);
        private readonly CancellationTokenSource _ends = new();
        private IOException? _problem;

        private SpooledInput(Stream input)
        {
            string path = Path.Combine(Path.GetTempPath(), $"batterysim-{Guid.NewGuid():N}");
            const FileShare Share = FileShare.ReadWrite | FileShare.Delete;
            _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, Share, ChunkBytes, FileOptions.DeleteOnClose);
            new Thread(() => Pump(input)) { IsBackground = true, Name = "standard input" }.Start();
        }

        /// <summary>True if the input ended and all of it is kept.</summary>
        public bool IsComplete { get; private set; }

        /// <summary>Keeps an input to its end, or for a second where it is live.</summary>
        /// <exception cref="IOException">It cannot be read, or nothing can be kept.</exception>
        public static SpooledInput Read(Stream input)
        {
            SpooledInput spool = new(input);
            spool.Keep();
            spool._file.Flush();
            return spool._problem is null ? spool : throw spool._problem;
        }

        /// <summary>What is kept.</summary>
        public Stream OpenKept()
        {
            FileStream again = new(_file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, ChunkBytes);
            return new DeflateStream(again, CompressionMode.Decompress);
        }

        /// <summary>What is kept, and then what goes on to come. May be opened once.</summary>
        public Stream OpenAll() => IsComplete ? OpenKept() : new ChainedStream(OpenKept(), new ChunkStream(_chunks, () => _problem));

        /// <inheritdoc/>
        public void Dispose()
        {
            _ends.Cancel();
            _file.Dispose();
        }

        private void Keep()
        {
            using DeflateStream packed = new(_file, CompressionLevel.Fastest, leaveOpen: true);
            Stopwatch? clock = null;
            for (long bytes = 0; !IsComplete;)
            {
                if (_chunks.TryTake(out ArraySegment<byte> chunk, LookMilliseconds / 10))
                {
                    clock ??= Stopwatch.StartNew();
                    packed.Write(chunk);
                    bytes += chunk.Count;
                }
                else
                {
                    IsComplete = _chunks.IsCompleted;
                }

                long milliseconds = clock?.ElapsedMilliseconds ?? 0;
                bool isLive = milliseconds > LookMilliseconds && bytes * 1000 / milliseconds < LiveBytesPerSecond;
                if (!IsComplete && (isLive || _file.Length > SpoolBytesMax))
                {
                    break;
                }
            }
        }

        private void Pump(Stream input)
        {
            try
            {
                while (true)
                {
                    byte[] chunk = new byte[ChunkBytes];
                    int count = input.Read(chunk, 0, chunk.Length);
                    if (count == 0)
                    {
                        break;
                    }

                    _chunks.Add(new ArraySegment<byte>(chunk, 0, count), _ends.Token);
                }
            }
            catch (IOException problem)
            {
                _problem = problem;
            }
            catch (OperationCanceledException)
            {
                // Nobody reads on.
            }

            _chunks.CompleteAdding();
        }
    }
}
