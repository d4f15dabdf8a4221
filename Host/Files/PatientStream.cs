using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace BatterySim.Host.Files
{
    /// <summary>A pipe or a device whose other end may be slow: opening and writing wait on another thread, so that a stop is heeded.</summary>
    internal sealed class PatientStream(string path, CancellationToken stop) : Stream
    {
        private readonly Task<FileStream> _opening = Task.Factory.StartNew(
            () => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            byte[] bytes = buffer.ToArray();
            Wait(Task.Factory.StartNew(
                () => _opening.GetAwaiter().GetResult().Write(bytes),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default));
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && _opening.IsCompletedSuccessfully)
            {
                _opening.Result.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Wait(Task work)
        {
            try
            {
                work.Wait(stop);
            }
            catch (AggregateException problem) when (problem.InnerException is { } inner)
            {
                throw new IOException(inner.Message, inner);
            }
            catch (OperationCanceledException)
            {
                throw new IOException("nobody reads it");
            }
        }
    }
}
