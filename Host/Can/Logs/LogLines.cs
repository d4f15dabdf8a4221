using System;
using System.IO;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Cuts a stream into lines that end with LF, CR or both, within a bounded memory.</summary>
    /// <remarks>A line of more than <see cref="LineLengthMax"/> bytes is cut there and marked, however long it is.</remarks>
    internal sealed class LogLines
    {
        /// <summary>Longest line that is read whole, bytes; the longest line of any format here is a tenth of it.</summary>
        public const int LineLengthMax = 4096;

        private const int BufferBytes = 1 << 16;
        private const byte LineFeed = (byte)'\n';
        private const byte CarriageReturn = (byte)'\r';

        private readonly Stream _stream;
        private readonly byte[] _buffer = new byte[BufferBytes];
        private readonly byte[] _head = new byte[LineLengthMax];
        private int _start;
        private int _end;
        private bool _skipsLineFeed;

        /// <param name="stream">The log; the caller closes it.</param>
        public LogLines(Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            _stream = stream;
        }

        /// <summary>Lines read so far.</summary>
        public long Number { get; private set; }

        /// <summary>True if the line that was read last is longer than <see cref="LineLengthMax"/>.</summary>
        public bool IsOverlong { get; private set; }

        /// <summary>Reads the next line without its end; false at the end of the log.</summary>
        /// <param name="line">Valid until the next call.</param>
        public bool TryRead(out ReadOnlySpan<byte> line)
        {
            IsOverlong = false;
            while (true)
            {
                ReadOnlySpan<byte> buffered = _buffer.AsSpan(_start, _end - _start);
                if (_skipsLineFeed && buffered.Length > 0)
                {
                    _skipsLineFeed = false;
                    if (buffered[0] == LineFeed)
                    {
                        _start++;
                        continue;
                    }
                }

                int length = buffered.IndexOfAny(LineFeed, CarriageReturn);
                if (length >= 0)
                {
                    line = Take(buffered, length);
                    return true;
                }

                if (buffered.Length > LineLengthMax)
                {
                    line = ConsumeOverlong(buffered);
                    return true;
                }

                if (!Fill())
                {
                    line = buffered;
                    _start = _end;
                    Number += buffered.Length > 0 ? 1 : 0;
                    return buffered.Length > 0;
                }
            }
        }

        private ReadOnlySpan<byte> Take(ReadOnlySpan<byte> buffered, int length)
        {
            _skipsLineFeed = buffered[length] == CarriageReturn;
            _start += length + 1;
            Number++;
            IsOverlong = length > LineLengthMax;
            return buffered[..Math.Min(length, LineLengthMax)];
        }

        // What is cut off is read and dropped up to the end of the line.
        private ReadOnlySpan<byte> ConsumeOverlong(ReadOnlySpan<byte> buffered)
        {
            buffered[..LineLengthMax].CopyTo(_head);
            Number++;
            IsOverlong = true;
            int end;
            do
            {
                _start = _end;
                end = Fill() ? _buffer.AsSpan(_start, _end - _start).IndexOfAny(LineFeed, CarriageReturn) : int.MaxValue;
            }
            while (end < 0);

            if (end != int.MaxValue)
            {
                _skipsLineFeed = _buffer[_start + end] == CarriageReturn;
                _start += end + 1;
            }

            return _head;
        }

        private bool Fill()
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            return count > 0;
        }
    }
}
