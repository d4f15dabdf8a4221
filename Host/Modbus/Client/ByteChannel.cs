using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace BatterySim.Host.Modbus.Client
{
    /// <summary>A stream that can be waited on for a limited time, whatever it is: a socket, a serial port.</summary>
    internal sealed class ByteChannel : IDisposable
    {
        /// <summary>Most bytes that one <see cref="Take"/> returns.</summary>
        public const int PieceLengthMax = 1024;

        private const int PiecesMax = 16;

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

        /// <summary>Throws away what has come, or a part of it if more keeps coming.</summary>
        public void Drain()
        {
            for (int piece = 0; piece < PiecesMax * PiecesMax && _pieces.TryTake(out _); piece++)
            {
                // What is taken here answers nothing.
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

        /// <summary>Closes the stream; what has come can still be taken.</summary>
        public void Dispose()
        {
            _pieces.CompleteAdding();
            _stream.Dispose();
            _owner?.Dispose();
        }

        private void Read()
        {
            byte[] buffer = new byte[PieceLengthMax];
            try
            {
                int count;
                while ((count = _stream.Read(buffer, 0, buffer.Length)) > 0)
                {
                    // Whoever sends faster than is taken has to wait for it.
                    _pieces.Add(buffer[..count]);
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
