using System;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads Vector's ASCII log: classic frames of all channels; channel 1 is called can0.</summary>
    /// <remarks>
    /// Seconds are taken from the head's date, read as UTC, or from 1970 if there is none that can be read. Lines about events, triggers and
    /// statistics are passed over; error frames and CAN FD frames are named.
    /// </remarks>
    public sealed class AscReader : IFrameLogReader
    {
        private const int MicrosecondsPerSecond = 1_000_000;
        private const int SecondsMax = 1_000_000_000;
        private const int ChannelMax = 256;

        private static readonly string[] DateForms =
        [
            "ddd MMM d HH:mm:ss.fff yyyy", "ddd MMM d HH:mm:ss yyyy", "ddd MMM d hh:mm:ss.fff tt yyyy", "ddd MMM d hh:mm:ss tt yyyy",
            "ddd MMM d h:mm:ss.fff tt yyyy", "ddd MMM d h:mm:ss tt yyyy",
        ];

        private readonly TextReader _reader;
        private long _startMicroseconds;
        private long _lastMicroseconds;
        private bool _isDecimal;
        private bool _isRelative;

        /// <param name="reader">The log; the caller closes it.</param>
        public AscReader(TextReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            _reader = reader;
        }

        /// <inheritdoc/>
        public long LineNumber { get; private set; }

        /// <inheritdoc/>
        public string Unit => "line";

        /// <inheritdoc/>
        public string Reason { get; private set; } = "";

        /// <inheritdoc/>
        public CandumpReadResult Read(CandumpRecord record)
        {
            ArgumentNullException.ThrowIfNull(record);
            while (_reader.ReadLine() is string line)
            {
                LineNumber++;
                string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                Reason = "";
                if (words.Length == 0 || IsHead(words) || (IsTime(words[0]) && IsEvent(words)))
                {
                    continue;
                }

                Reason = Parse(words, record);
                return Reason.Length == 0 ? CandumpReadResult.Frame : CandumpReadResult.BadLine;
            }

            return CandumpReadResult.End;
        }

        private bool IsHead(string[] words)
        {
            switch (words[0])
            {
                case "date":
                    string date = string.Join(' ', words[1..]);
                    const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
                    if (DateTime.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, Utc, out DateTime start)
                        && start >= DateTime.UnixEpoch)
                    {
                        _startMicroseconds = (start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
                    }

                    return true;
                case "base":
                    _isDecimal = words.Length > 1 && words[1] == "dec";
                    _isRelative = Array.IndexOf(words, "relative") >= 0;
                    return true;
                case "no" or "internal" or "Begin" or "End":
                    return true;
                default:
                    return words[0].StartsWith("//", StringComparison.Ordinal);
            }
        }

        // "0.000000 Start of measurement", "1.0 1 Statistic: D 0 R 0", "2.0 log trigger event": not about one frame.
        private static bool IsEvent(string[] words)
        {
            return words.Length > 1 && (char.IsAsciiDigit(words[1][0])
                ? words.Length > 2 && words[2].StartsWith("Statistic", StringComparison.Ordinal)
                : words[1] is not "CANFD");
        }

        private static bool IsTime(string word) => TryReadTime(word, out _);

        private static bool TryReadTime(string word, out long microseconds)
        {
            microseconds = 0;
            if (!decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) || seconds > SecondsMax)
            {
                return false;
            }

            microseconds = (long)decimal.Round(seconds * MicrosecondsPerSecond);
            return true;
        }

        // time channel id dir d|r length bytes...
        private string Parse(string[] words, CandumpRecord record)
        {
            if (!TryReadTime(words[0], out long time))
            {
                return "it does not begin with a time in seconds";
            }

            if (words.Length > 1 && words[1] == "CANFD")
            {
                return "it is a CAN FD frame; the battery protocols are classic CAN";
            }

            if (words.Length > 2 && words[2] == "ErrorFrame")
            {
                return "it is an error frame, which carries no data";
            }

            if (words.Length < 5
                || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int channel) || channel is < 1 or > ChannelMax
                || words[3] is not ("Rx" or "Tx" or "TxRq") || words[4] is not ("d" or "D" or "r" or "R"))
            {
                return "it is not of the form 'seconds channel id Rx|Tx d|r length bytes'";
            }

            string fault = ParseFrame(words, record.Frame);
            if (fault.Length == 0)
            {
                _lastMicroseconds = _isRelative ? _lastMicroseconds + time : time;
                record.TimeMicroseconds = _startMicroseconds + _lastMicroseconds;
                record.Direction = words[3] == "Rx" ? CandumpDirection.Received : CandumpDirection.Sent;
                record.Channel = $"can{channel - 1}";
            }

            return fault;
        }

        private string ParseFrame(string[] words, CanFrame frame)
        {
            bool isExtended = words[2].EndsWith('x');
            bool isRemote = words[4] is "r" or "R";
            if (!TryReadNumber(isExtended ? words[2][..^1] : words[2], out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return "its identifier is no number in range";
            }

            int length = 0;
            if (words.Length > 5
                && (!int.TryParse(words[5], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > CanFrame.DataLengthMax))
            {
                if (!isRemote)
                {
                    return "its length is not 0 to 8";
                }

                length = 0;
            }

            if (words.Length < 6 && !isRemote)
            {
                return "it has no length";
            }

            frame.Begin(id, length, isExtended, isRemote);
            for (int index = 0; index < length && !isRemote; index++)
            {
                if (words.Length <= 6 + index || !TryReadNumber(words[6 + index], out uint value) || value > byte.MaxValue)
                {
                    return $"it has fewer than {length} bytes of data";
                }

                frame.PutU8(index, (int)value);
            }

            return "";
        }

        private bool TryReadNumber(string word, out uint value)
        {
            return uint.TryParse(word, _isDecimal ? NumberStyles.None : NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        }
    }
}
