using System;
using System.Globalization;
using System.IO;
using System.Text;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads a log of BUSMASTER: heads between asterisks, then "time Rx channel id type length bytes", in hexadecimal or decimal.</summary>
    /// <remarks>Times of the system's clock, from the start of the session, or from frame to frame, as the head says.</remarks>
    public sealed class BusmasterReader : TextLogReader
    {
        private const string Start = "***START DATE AND TIME ";

        private long _startMicroseconds;
        private long _dayMicroseconds;
        private long _lastMicroseconds;
        private bool _isDecimal;
        private bool _isRelative;
        private bool _isSystemTime = true;

        /// <param name="stream">The log; the caller closes it.</param>
        public BusmasterReader(Stream stream)
            : base(stream)
        {
        }

        /// <inheritdoc/>
        protected override LogReadResult? ReadLine(string line, LoggedFrame record)
        {
            if (line.StartsWith("***", StringComparison.Ordinal))
            {
                ReadHead(line);
                return Reason.Length == 0 ? null : LogReadResult.BadLine;
            }

            string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (!TryReadTime(words[0], out long time))
            {
                return Bad("it does not begin with a time such as 18:22:06:6390");
            }

            OnTime(time);
            if (words.Length > 1 && words[1].StartsWith("Err", StringComparison.OrdinalIgnoreCase))
            {
                return Report(LogText.Quoted(string.Join(' ', words[1..])));
            }

            string reason = ReadFrame(words, record);
            if (reason.Length == 0 && !TrySetTime(record, _dayMicroseconds + _lastMicroseconds))
            {
                reason = $"its time '{LogText.Quoted(words[0])}' is out of range";
            }

            return reason.Length == 0 ? LogReadResult.Frame : Bad(reason);
        }

        private void ReadHead(string line)
        {
            string text = line.Trim('*', ' ');
            switch (text.ToUpperInvariant())
            {
                case "HEX" or "DEC":
                    _isDecimal = text.Equals("DEC", StringComparison.OrdinalIgnoreCase);
                    break;
                case "SYSTEM MODE" or "ABSOLUTE MODE" or "RELATIVE MODE":
                    _isSystemTime = text.StartsWith('S') || text.StartsWith('s');
                    _isRelative = text.StartsWith('R') || text.StartsWith('r');
                    SetOrigin();
                    break;
                default:
                    ReadStart(line);
                    break;
            }
        }

        // ***START DATE AND TIME 28:11:2026 3:26:41:512***
        private void ReadStart(string line)
        {
            if (!line.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            string[] words = line[Start.Length..].Trim('*', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] parts = words.Length == 2 ? words[0].Split(':') : [];
            Span<int> numbers = stackalloc int[3];
            for (int index = 0; index < numbers.Length; index++)
            {
                if (parts.Length != numbers.Length || !int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture,
                    out numbers[index]))
                {
                    Reason = "its date is not understood, so times count from 1970";
                    return;
                }
            }

            if (!LogTime.TryMakeDate(numbers[2], numbers[1], numbers[0], out DateTime date) || !TryReadTime(words[1], out long time))
            {
                Reason = "its date is not understood, so times count from 1970";
                return;
            }

            _startMicroseconds = LogTime.Of(date) + time;
            SetOrigin();
        }

        private void SetOrigin()
        {
            _dayMicroseconds = _isSystemTime ? _startMicroseconds - (_startMicroseconds % LogTime.DayMicroseconds) : _startMicroseconds;
            _lastMicroseconds = 0;
        }

        // A time of day that falls by half a day has passed midnight.
        private void OnTime(long time)
        {
            if (_isSystemTime && time < _lastMicroseconds - (LogTime.DayMicroseconds / 2))
            {
                _dayMicroseconds += LogTime.DayMicroseconds;
            }

            _lastMicroseconds = _isRelative ? _lastMicroseconds + time : time;
        }

        // Hours, minutes, seconds and a fraction, all between colons.
        private static bool TryReadTime(string word, out long microseconds)
        {
            microseconds = 0;
            int last = word.LastIndexOf(':');
            int colons = word.Split(':').Length - 1;
            return colons == 3 && LogTime.TryReadTimeOfDay(Encoding.UTF8.GetBytes($"{word[..last]}.{word[(last + 1)..]}"), out microseconds);
        }

        private string ReadFrame(string[] words, LoggedFrame record)
        {
            const string Form = "it is not of the form 'time Rx|Tx channel id type length bytes'";
            if (words.Length < 6 || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out int channel)
                || !int.TryParse(words[5], NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            {
                return Form;
            }

            string type = words[4].ToLowerInvariant();
            if (type.Contains("fd", StringComparison.Ordinal))
            {
                return FdReason;
            }

            if (type is not ("s" or "x" or "sr" or "xr") || length > CanFrame.DataLengthMax)
            {
                return length > CanFrame.DataLengthMax ? "its length is not 0 to 8" : Form;
            }

            bool isExtended = type[0] == 'x';
            if (!TryReadNumber(words[3], out uint id) || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return $"its identifier '{LogText.Quoted(words[3])}' is not a number in range";
            }

            record.SetChannelNumber(Math.Max(0, channel - 1));
            record.Direction = words[1].Equals("Tx", StringComparison.OrdinalIgnoreCase) ? FrameDirection.Sent : FrameDirection.Received;
            record.Frame.Begin(id, length, isExtended, type.Length == 2);
            for (int index = 0; index < length && !record.Frame.IsRemote; index++)
            {
                if (words.Length <= 6 + index || !TryReadNumber(words[6 + index], out uint value) || value > byte.MaxValue)
                {
                    return $"it has fewer than {length} bytes of data";
                }

                record.Frame.PutU8(index, (int)value);
            }

            return "";
        }

        private bool TryReadNumber(string word, out uint value)
        {
            bool isHex = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            return uint.TryParse(
                isHex ? word[2..] : word,
                isHex || !_isDecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out value);
        }
    }
}
