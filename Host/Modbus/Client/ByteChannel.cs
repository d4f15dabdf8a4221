using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace BatterySim.Host.Modbus.Client
{
    /// <summary>A stream that can be waited on for a limited time, whatever it is: a socket, a serial port.</summary>
    internal sealed class ByteChannel : IDisposable
    {
        private const int PiecesMax = 4096;

        private readonly Stream _stream;
        private readonly IDisposable? _owner;
        private readonly BlockingCollection<byte[]> _pieces = new(PiecesMax);

        public ByteChannel(Stream stream, IDisposable? owner)
        {
            _stream = stream;
            _owner = owner;
            new Thread(Read) { IsBackground = true, Name = "modbus bytes" }.Start();
        }

        /// <summary>True once the other end is gone and everything was taken.</summary>
        public bool IsClosed => _pieces.IsCompleted;

        /// <summary>Waits for bytes.</summary>
        /// <param name="milliseconds">Longest wait, ms; 0 for none.</param>
        /// <returns>What came; null for nothing.</returns>
        public byte[]? Take(int milliseconds)
        {
            return _pieces.TryTake(out byte[]? piece, Math.Max(0, milliseconds)) ? piece : null;
        }

        /// <summary>Throws away what has come.</summary>
        public void Drain()
        {
            while (_pieces.TryTake(out _))
            {
            }
        }

        /// <summary>Sends bytes.</summary>
        /// <exception cref="IOException">The other end is gone.</exception>
        public void Write(ReadOnlySpan<byte> bytes)
        {
            try
            {
                _stream.Write(bytes);
                _stream.Flush();
            }
            catch (ObjectDisposedException problem)
            {
                throw new IOException("the connection is closed", problem);
            }
        }

        public void Dispose()
        {
            _stream.Dispose();
            _owner?.Dispose();
        }

        private void Read()
        {
            byte[] buffer = new byte[1024];
            try
            {
                int count;
                while ((count = _stream.Read(buffer, 0, buffer.Length)) > 0)
                {
                    // A flood that nobody takes is lost, as on a line that nobody reads.
                    _pieces.TryAdd(buffer[..count]);
                }
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // The end of the connection, which the next look sees.
            }
            finally
            {
                _pieces.CompleteAdding();
            }
        }
    }
}
