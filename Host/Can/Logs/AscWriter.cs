using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Writes Vector's ASCII log: a head with the date, then one line a frame, in seconds from that date.</summary>
    /// <remarks>
    /// The date is that of the first frame in whole seconds and in UTC, so that nothing is lost between date and seconds. Channels are
    /// numbered from 1 in the order in which they appear; their names do not fit in.
    /// </remarks>
    public sealed class AscWriter : IFrameLogWriter
    {
        private const int MicrosecondsPerSecond = 1_000_000;

        private readonly TextWriter _writer;
        private readonly List<string> _channels = [];
        private readonly StringBuilder _line = new();
        private long _startMicroseconds = -1;

        /// <param name="writer">Where the lines go; closed with this writer.</param>
        public AscWriter(TextWriter writer)
        {
            ArgumentNullException.ThrowIfNull(writer);
            _writer = writer;
        }

        /// <inheritdoc/>
        public void Write(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            if (_startMicroseconds < 0)
            {
                WriteHead(record.TimeMicroseconds);
            }

            CanFrame frame = record.Frame;
            long time = Math.Max(0, record.TimeMicroseconds - _startMicroseconds);
            string id = frame.Id.ToString("X", CultureInfo.InvariantCulture) + (frame.IsExtended ? "x" : "");
            _line.Clear();
            _line.Append(CultureInfo.InvariantCulture, $"{time / MicrosecondsPerSecond,4}.{time % MicrosecondsPerSecond:000000} ");
            _line.Append(CultureInfo.InvariantCulture, $"{NumberOf(record.Channel)}  {id,-15} {(record.Direction == FrameDirection.Sent ? "Tx" : "Rx")}   ");
            _line.Append(frame.IsRemote ? 'r' : 'd').Append(' ').Append(frame.Length);
            for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
            {
                _line.Append(' ').Append(frame.Data[index].ToString("X2", CultureInfo.InvariantCulture));
            }

            _writer.Write(_line.Append('\n'));
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_startMicroseconds < 0)
            {
                WriteHead(0);
            }

            _writer.Dispose();
        }

        private void WriteHead(long firstMicroseconds)
        {
            const long DateSecondsMax = 253_402_300_799;
            long seconds = Math.Min(firstMicroseconds / MicrosecondsPerSecond, DateSecondsMax);
            _startMicroseconds = seconds * MicrosecondsPerSecond;
            DateTime date = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
            _writer.Write($"date {date.ToString("ddd MMM dd HH:mm:ss.fff yyyy", CultureInfo.InvariantCulture)}\n");
            _writer.Write("base hex  timestamps absolute\nno internal events logged\n");
        }

        private int NumberOf(string channel)
        {
            int index = _channels.IndexOf(channel);
            if (index < 0)
            {
                index = _channels.Count;
                _channels.Add(channel);
            }

            return index + 1;
        }
    }
}
