using System;
using System.Globalization;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>Prints a decoded frame as one line: what changes from frame to frame, then what one frame of these bytes always says.</summary>
    public abstract class FramePrinter
    {
        private const int MicrosecondsPerSecond = 1_000_000;
        private const int DecimalDigits = 6;
        private const int FlushCharacters = 1 << 15;

        private readonly TextWriter _output;
        private char[] _lines = new char[2 * FlushCharacters];
        private int _length;

        /// <param name="output">Where the lines go.</param>
        protected FramePrinter(TextWriter output)
        {
            ArgumentNullException.ThrowIfNull(output);
            _output = output;
        }

        /// <summary>True to name the channel where it is left out otherwise.</summary>
        public bool ShowsChannel { get; set; }

        /// <summary>True to collect lines before they are written, for a log that does not come from a live bus.</summary>
        public bool IsBuffered { get; set; }

        /// <summary>What a frame of these bytes says in this dialect, without time and channel; the same text can be printed again.</summary>
        public abstract string Render(LoggedFrame record, DecodedFrame decoded);

        /// <summary>Prints one line.</summary>
        /// <param name="record">Time and channel.</param>
        /// <param name="rendered">The rest, from <see cref="Render"/>.</param>
        public void Print(LoggedFrame record, string rendered)
        {
            ArgumentNullException.ThrowIfNull(record);
            ArgumentNullException.ThrowIfNull(rendered);
            Compose(record, rendered);
            Put(_output.NewLine);
            if (!IsBuffered || _length > FlushCharacters)
            {
                Flush();
            }
        }

        /// <summary>Writes what is waiting.</summary>
        public void Flush()
        {
            if (_length > 0)
            {
                _output.Write(new string(_lines, 0, _length));
                _length = 0;
            }
        }

        /// <summary>Puts the line together of its parts.</summary>
        protected abstract void Compose(LoggedFrame record, string rendered);

        /// <summary>Adds text to the line.</summary>
        protected void Put(ReadOnlySpan<char> text)
        {
            if (_lines.Length - _length < text.Length)
            {
                Array.Resize(ref _lines, Math.Max(2 * _lines.Length, _length + text.Length));
            }

            text.CopyTo(_lines.AsSpan(_length));
            _length += text.Length;
        }

        /// <summary>Adds seconds with six decimals.</summary>
        /// <param name="microseconds">The time.</param>
        /// <param name="width">Characters, filled with spaces from the left.</param>
        protected void PutSeconds(long microseconds, int width)
        {
            Span<char> text = stackalloc char[24];
            long seconds = microseconds / MicrosecondsPerSecond;
            _ = seconds.TryFormat(text, out int count, provider: CultureInfo.InvariantCulture);
            text[count++] = '.';
            long fraction = microseconds % MicrosecondsPerSecond;
            for (int digit = DecimalDigits - 1; digit >= 0; digit--, fraction /= 10)
            {
                text[count + digit] = (char)('0' + (fraction % 10));
            }

            count += DecimalDigits;
            for (int index = count; index < width; index++)
            {
                Put(" ");
            }

            Put(text[..count]);
        }
    }
}
