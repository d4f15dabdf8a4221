using System;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads Vector's ASCII log: classic frames of all channels; channel 1 is called can0.</summary>
    /// <remarks>
    /// Seconds count from the date in the head, or from that of a trigger block that a start of measurement opens; read as UTC, and from 1970 if
    /// there is none that can be read. Lines about events, triggers and statistics are passed over; error frames and CAN FD frames are named.
    /// Words may be in capitals. With relative times a line that is passed over moves the clock too.
    /// </remarks>
    public sealed class AscReader : TextLogReader
    {
        // Vector's flags behind a CANFD line (ASC format, CANFD message event): bit 12 says that it is a CAN FD frame, bit 4 a remote one.
        private const uint FlagFd = 0x1000;
        private const uint FlagRemote = 0x10;
        private const long MicrosecondsPerSecond = 1_000_000;
        private const long EpochSeconds = 1_000_000_000;
        private const int ChannelMax = 256;

        private long _startMicroseconds;
        private long _blockMicroseconds = -1;
        private decimal _lastMicroseconds;
        private bool _isDecimal;
        private bool _isRelative;

        /// <param name="stream">The log; the caller closes it.</param>
        public AscReader(Stream stream)
            : base(stream)
        {
        }

        /// <inheritdoc/>
        protected override LogReadResult? ReadLine(string line, LoggedFrame record)
        {
            string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || IsHead(words))
            {
                return Reason.Length == 0 ? null : LogReadResult.BadLine;
            }

            if (!TryReadTime(words[0], out decimal microseconds))
            {
                return Bad("it does not begin with a time in seconds");
            }

            _lastMicroseconds = _isRelative ? _lastMicroseconds + microseconds : microseconds;
            if (IsEvent(words))
            {
                OnEvent(words);
                return null;
            }

            if (words.Length > 2 && Is(words[2], "ErrorFrame"))
            {
                return Report("error frame");
            }

            bool isFd = words.Length > 1 && Is(words[1], "CANFD");
            string reason = isFd ? ReadFdLine(words, record) : ReadClassicLine(words, record);
            bool isEpoch = _lastMicroseconds >= EpochSeconds * MicrosecondsPerSecond && _startMicroseconds >= EpochSeconds * MicrosecondsPerSecond;
            if (reason.Length == 0 && !TrySetTime(record, _lastMicroseconds + (isEpoch ? 0 : _startMicroseconds)))
            {
                reason = $"its time '{LogText.Quoted(words[0])}' is out of range";
            }

            return reason.Length == 0 ? LogReadResult.Frame : Bad(reason);
        }

        private static bool Is(string word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);

        private bool IsHead(string[] words)
        {
            switch (words[0].ToLowerInvariant())
            {
                case "date":
                    string date = string.Join(' ', words[1..]);
                    if (DateWords.TryRead(date, out long start))
                    {
                        _startMicroseconds = start;
                    }
                    else
                    {
                        Reason = $"its date '{LogText.Quoted(date)}' is not understood, so times count from 1970";
                    }

                    return true;
                case "base":
                    _isDecimal = words.Length > 1 && Is(words[1], "dec");
                    _isRelative = Array.Exists(words, static word => Is(word, "relative"));
                    return true;
                case "begin":
                    _blockMicroseconds = words.Length > 2 && DateWords.TryRead(string.Join(' ', words[2..]), out long block) ? block : -1;
                    return true;
                case "no" or "internal" or "end":
                    return true;
                default:
                    return words[0].StartsWith("//", StringComparison.Ordinal);
            }
        }

        // "0.000000 Start of measurement", "1.0 1 Statistic: D 0 R 0", "2.0 log trigger event": not about one frame.
        private static bool IsEvent(string[] words)
        {
            return words.Length > 1 && (char.IsAsciiDigit(words[1][0])
                ? words.Length > 2 && words[2].StartsWith("Statistic", StringComparison.OrdinalIgnoreCase)
                : !Is(words[1], "CANFD"));
        }

        // A measurement that begins inside a trigger block counts from the block's date, whatever the head says.
        private void OnEvent(string[] words)
        {
            if (_blockMicroseconds >= 0 && _lastMicroseconds < MicrosecondsPerSecond && Is(words[1], "Start"))
            {
                _startMicroseconds = _blockMicroseconds;
            }
        }

        private static bool TryReadTime(string word, out decimal microseconds)
        {
            microseconds = 0;
            const int WordLengthMax = 24;
            if (word.Length > WordLengthMax
                || !decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds)
                || seconds > LoggedFrame.TimeMicrosecondsMax / MicrosecondsPerSecond)
            {
                return false;
            }

            microseconds = decimal.Round(seconds * MicrosecondsPerSecond);
            return true;
        }

        // time channel id dir d|r length bytes...
        private string ReadClassicLine(string[] words, LoggedFrame record)
        {
            if (words.Length < 5 || !TryReadChannel(words[1], record) || !TryReadDirection(words[3], record)
                || words[4] is not ("d" or "D" or "r" or "R"))
            {
                return "it is not of the form 'seconds channel id Rx|Tx d|r length bytes'";
            }

            return ReadFrame(words[2], words[4] is "r" or "R", words.AsSpan(5), record.Frame);
        }

        // time CANFD channel dir id [name] brs esi dlc length bytes... duration bits flags ...
        private string ReadFdLine(string[] words, LoggedFrame record)
        {
            if (words.Length < 9 || !TryReadChannel(words[2], record) || !TryReadDirection(words[3], record))
            {
                return "it is not of the form 'seconds CANFD channel Rx|Tx id brs esi dlc length bytes duration bits flags'";
            }

            // The symbolic name of the message may be missing.
            int at = words[5] is "0" or "1" && words[6] is "0" or "1" ? 7 : 8;
            if (words.Length <= at + 1 || !int.TryParse(words[at + 1], NumberStyles.None, CultureInfo.InvariantCulture,
                out int length) || length > 64)
            {
                return "it has no length";
            }

            int flagsAt = at + 2 + length + 2;
            uint flags = 0;
            bool hasFlags = words.Length > flagsAt && uint.TryParse(words[flagsAt], NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out flags);
            if (!hasFlags || (flags & FlagFd) != 0 || length > CanFrame.DataLengthMax)
            {
                return FdReason;
            }

            bool isRemote = (flags & FlagRemote) != 0;
            return ReadFrame(words[4], isRemote, words.AsSpan(isRemote ? at : at + 1), record.Frame);
        }

        private static bool TryReadChannel(string word, LoggedFrame record)
        {
            bool isChannel = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int channel)
                && channel is >= 1 and <= ChannelMax;
            if (isChannel)
            {
                record.SetChannelNumber(channel - 1);
            }

            return isChannel;
        }

        private static bool TryReadDirection(string word, LoggedFrame record)
        {
            record.Direction = Is(word, "Rx") ? FrameDirection.Received : FrameDirection.Sent;
            return Is(word, "Rx") || Is(word, "Tx") || Is(word, "TxRq");
        }

        private string ReadFrame(string idWord, bool isRemote, ReadOnlySpan<string> rest, CanFrame frame)
        {
            bool isExtended = idWord.EndsWith("x", StringComparison.OrdinalIgnoreCase);
            if (!TryReadNumber(isExtended ? idWord[..^1] : idWord, out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return $"its identifier '{LogText.Quoted(idWord)}' is not a number in range";
            }

            int length = 0;
            if (rest.Length > 0
                && (!int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > CanFrame.DataLengthMax))
            {
                if (!isRemote)
                {
                    return "its length is not 0 to 8";
                }

                length = 0;
            }

            if (rest.Length < 1 && !isRemote)
            {
                return "it has no length";
            }

            frame.Begin(id, length, isExtended, isRemote);
            for (int index = 0; index < length && !isRemote; index++)
            {
                if (rest.Length <= 1 + index || !TryReadNumber(rest[1 + index], out uint value) || value > byte.MaxValue)
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
