using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>One line of candump, in any of the forms that its options give; what is wrong is said in the middle of a sentence.</summary>
    /// <remarks>
    /// candump -L: "(time) can0 351#3002" with R or T behind; on screen: "(time) can0 RX - - 351 [2] 30 02 'text'", time and directions optional
    /// (can-utils, lib.c and candump.c). Battery-Emulator writes "(7.556) TX1 351 [8] 30 2 ..." with bytes of one digit.
    /// </remarks>
    internal static class CandumpLine
    {
        /// <summary>What a line turned out to be.</summary>
        public enum Outcome
        {
            /// <summary>Not a frame; the reason says why.</summary>
            Bad = 0,

            /// <summary>A frame.</summary>
            Frame = 1,

            /// <summary>An adapter's report about the bus.</summary>
            ErrorReport = 2,
        }

        private const string FdReason = "it is a CAN FD frame; the battery protocols are classic CAN";
        private const int StandardIdDigits = 3;
        private const int ExtendedIdDigits = 8;
        private const int BitsPerByte = 8;

        /// <summary>Reads a line. Never throws.</summary>
        public static Outcome Parse(ReadOnlySpan<byte> line, LoggedFrame record, out string reason)
        {
            ReadOnlySpan<byte> rest = line;
            record.HasTime = false;
            record.TimeMicroseconds = 0;
            if (!TryReadTime(ref rest, record, out reason))
            {
                return Outcome.Bad;
            }

            ReadOnlySpan<byte> channel = LogText.ConsumeWord(ref rest);
            ReadOnlySpan<byte> word = LogText.ConsumeWord(ref rest);
            record.Direction = FrameDirection.Unknown;
            if (word.IsEmpty)
            {
                reason = "it is not of the form '(seconds.micros) channel ID#DATA'";
                return Outcome.Bad;
            }

            int hash = word.IndexOf((byte)'#');
            if (hash >= 0)
            {
                SetChannel(record, channel);
                return ParseLogForm(word, hash, rest, record, out reason);
            }

            if (word.SequenceEqual("RX"u8) || word.SequenceEqual("TX"u8))
            {
                record.Direction = word[0] == 'R' ? FrameDirection.Received : FrameDirection.Sent;
                _ = LogText.ConsumeWord(ref rest);
                _ = LogText.ConsumeWord(ref rest);
                word = LogText.ConsumeWord(ref rest);
            }

            SetChannel(record, channel);
            ReadOnlySpan<byte> length = LogText.ConsumeWord(ref rest);
            if (length.Length < 3 || length[0] is not ((byte)'[' or (byte)'{') || length[^1] is not ((byte)']' or (byte)'}'))
            {
                reason = $"'{LogText.Quoted(word)}' has no '#' between identifier and data, and no [length] behind it";
                return Outcome.Bad;
            }

            return ParseScreenForm(word, length[1..^1], length[0] == '{', rest, record, out reason);
        }

        private static bool TryReadTime(ref ReadOnlySpan<byte> rest, LoggedFrame record, out string reason)
        {
            reason = "";
            ReadOnlySpan<byte> trimmed = rest.TrimStart((byte)' ');
            if (trimmed.IsEmpty || trimmed[0] != '(')
            {
                return true;
            }

            int end = trimmed.IndexOf((byte)')');
            ReadOnlySpan<byte> inside = end < 0 ? trimmed[1..] : trimmed[1..end];
            record.HasTime = end > 0 && (LogText.TryReadSeconds(inside, out long microseconds) || LogTime.TryReadDateTime(inside, out microseconds))
                && SetTime(record, microseconds);
            reason = record.HasTime ? "" : $"time '{LogText.Quoted(end < 0 ? trimmed : trimmed[..(end + 1)])}' is not '(seconds.decimals)' or '(date time)'";
            rest = end < 0 ? default : trimmed[(end + 1)..];
            return record.HasTime;
        }

        private static bool SetTime(LoggedFrame record, long microseconds)
        {
            record.TimeMicroseconds = microseconds;
            return true;
        }

        // RX0 and TX1 are Battery-Emulator's: two numbers a bus, the even one for what it received.
        private static void SetChannel(LoggedFrame record, ReadOnlySpan<byte> channel)
        {
            bool isEmulator = channel.Length is 3 or 4 && (channel[..2].SequenceEqual("RX"u8) || channel[..2].SequenceEqual("TX"u8));
            if (isEmulator && LogText.TryReadDecimal(channel[2..], out int number))
            {
                record.Direction = channel[0] == 'R' ? FrameDirection.Received : FrameDirection.Sent;
                record.SetChannelNumber(number / 2);
            }
            else
            {
                record.SetChannel(channel);
            }
        }

        private static Outcome ParseLogForm(ReadOnlySpan<byte> word, int hash, ReadOnlySpan<byte> rest, LoggedFrame record, out string reason)
        {
            if (!TryReadId(word[..hash], hash == ExtendedIdDigits, out uint id, out bool isReport, out reason))
            {
                return Outcome.Bad;
            }

            if (!TryReadDirection(ref rest, record, out reason))
            {
                return Outcome.Bad;
            }

            ReadOnlySpan<byte> data = word[(hash + 1)..];
            if (!data.IsEmpty && data[0] == '#')
            {
                reason = FdReason;
                return Outcome.Bad;
            }

            bool isRemote = !isReport && !data.IsEmpty && data[0] is (byte)'R' or (byte)'r';
            bool isFrame = isRemote
                ? TryReadRemote(data, id, hash == ExtendedIdDigits, record.Frame, out reason)
                : TryReadData(data, id, hash == ExtendedIdDigits, record.Frame, out reason);
            return !isFrame ? Outcome.Bad : isReport ? Report(id, record, out reason) : Outcome.Frame;
        }

        private static bool TryReadDirection(ref ReadOnlySpan<byte> rest, LoggedFrame record, out string reason)
        {
            reason = "";
            ReadOnlySpan<byte> direction = LogText.ConsumeWord(ref rest);
            if (direction.IsEmpty)
            {
                return true;
            }

            if (direction.Length != 1 || direction[0] is not ((byte)'R' or (byte)'T'))
            {
                reason = $"direction '{LogText.Quoted(direction)}' is neither R nor T";
                return false;
            }

            record.Direction = direction[0] == 'R' ? FrameDirection.Received : FrameDirection.Sent;
            if (!LogText.IsBlank(rest))
            {
                reason = "there is text after the frame and its direction";
            }

            return reason.Length == 0;
        }

        // Behind the lowest 29 bits stands the mark of an error report (linux/can.h, CAN_ERR_FLAG).
        private static bool TryReadId(ReadOnlySpan<byte> text, bool isExtended, out uint id, out bool isReport, out string reason)
        {
            isReport = false;
            id = 0;
            if (text.Length is not (StandardIdDigits or ExtendedIdDigits))
            {
                reason = $"identifier '{LogText.Quoted(text)}' has {text.Length} digits; 11-bit identifiers have 3, 29-bit ones 8";
                return false;
            }

            if (!LogText.TryReadHex(text, out id))
            {
                reason = $"identifier '{LogText.Quoted(text)}' is not hexadecimal";
                return false;
            }

            isReport = isExtended && BusErrorText.IsReport(id);
            bool fits = isReport || id <= (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax);
            reason = fits ? "" : $"identifier '{LogText.Quoted(text)}' is above {(isExtended ? "1FFFFFFF" : "7FF")}";
            return fits;
        }

        // R, R8, and R8_F where the length on the wire was 15 (candump -8).
        private static bool TryReadRemote(ReadOnlySpan<byte> data, uint id, bool isExtended, CanFrame frame, out string reason)
        {
            int length = data.Length == 1 ? 0 : data[1] - '0';
            bool hasRawLength = data.Length == 4 && length == CanFrame.DataLengthMax && IsRawLength(data[2..]);
            if (length is < 0 or > CanFrame.DataLengthMax || (data.Length > 2 && !hasRawLength))
            {
                reason = $"remote frame '{LogText.Quoted(data)}' is neither R nor R0 to R8";
                return false;
            }

            frame.Begin(id, length, isExtended, true);
            reason = "";
            return true;
        }

        private static bool TryReadData(ReadOnlySpan<byte> text, uint id, bool isExtended, CanFrame frame, out string reason)
        {
            ReadOnlySpan<byte> data = text.Length == (2 * CanFrame.DataLengthMax) + 2 && IsRawLength(text[^2..]) ? text[..^2] : text;
            frame.Begin(id, 0, isExtended, false);
            int count = 0;
            for (int index = 0; index < data.Length; index += 2, count++)
            {
                // cansend's dots between the bytes may be in a log that was written by hand.
                if (data[index] == '.' && count > 0)
                {
                    index++;
                }

                if (index + 1 >= data.Length)
                {
                    reason = $"data '{LogText.Quoted(text)}' ends in half a byte";
                    return false;
                }

                int value = (LogText.HexValue(data[index]) << 4) | LogText.HexValue(data[index + 1]);
                if (value < 0)
                {
                    reason = $"data '{LogText.Quoted(text)}' is not hexadecimal";
                    return false;
                }

                if (count >= CanFrame.DataLengthMax)
                {
                    reason = $"data '{LogText.Quoted(text)}' is longer than {CanFrame.DataLengthMax} bytes";
                    return false;
                }

                frame.Data[count] = (byte)value;
            }

            frame.SetLength(count);
            reason = "";
            return true;
        }

        private static bool IsRawLength(ReadOnlySpan<byte> text) => text[0] == '_' && LogText.HexValue(text[1]) > CanFrame.DataLengthMax;

        private static Outcome ParseScreenForm(
            ReadOnlySpan<byte> idText, ReadOnlySpan<byte> lengthText, bool isRawLength, ReadOnlySpan<byte> rest, LoggedFrame record,
                out string reason)
        {
            ReadOnlySpan<byte> digits = idText.StartsWith("0x"u8) ? idText[2..] : idText;
            if (!LogText.TryReadHex(digits, out uint id))
            {
                reason = $"identifier '{LogText.Quoted(idText)}' is not hexadecimal";
                return Outcome.Bad;
            }

            // candump gives the length of CAN FD frames two digits.
            if (lengthText.Length == 2 && LogText.TryReadDecimal(lengthText, out _))
            {
                reason = FdReason;
                return Outcome.Bad;
            }

            int length = lengthText.Length == 1 ? LogText.HexValue(lengthText[0]) : -1;
            length = isRawLength && length > CanFrame.DataLengthMax ? CanFrame.DataLengthMax : length;
            if (length is < 0 or > CanFrame.DataLengthMax)
            {
                reason = $"length '{LogText.Quoted(lengthText)}' is not 0 to 8";
                return Outcome.Bad;
            }

            bool isReport = BusErrorText.IsReport(id);
            if (!isReport && id > CanFrame.ExtendedIdMax)
            {
                reason = $"identifier '{LogText.Quoted(idText)}' is above 1FFFFFFF";
                return Outcome.Bad;
            }

            bool isExtended = digits.Length > StandardIdDigits || id > CanFrame.StandardIdMax;
            record.Frame.Begin(id, length, isExtended, rest.TrimStart((byte)' ').StartsWith("remote request"u8));
            if (!record.Frame.IsRemote && !TryReadBytes(rest, length, record.Frame, out reason))
            {
                return Outcome.Bad;
            }

            reason = "";
            return isReport ? Report(id, record, out reason) : Outcome.Frame;
        }

        // One or two hexadecimal digits a byte; with -i eight binary ones; with -S the bytes backwards and a ` between them.
        private static bool TryReadBytes(ReadOnlySpan<byte> text, int length, CanFrame frame, out string reason)
        {
            ReadOnlySpan<byte> rest = text;
            ReadOnlySpan<byte> trimmed = text.TrimStart((byte)' ');
            bool isSwapped = trimmed.Length > 2 && trimmed[2] == '`';
            for (int index = 0; index < length; index++)
            {
                rest = isSwapped ? rest.TrimStart(" `"u8) : rest;
                int swappedLength = isSwapped ? Math.Min(2, rest.Length) : 0;
                ReadOnlySpan<byte> word = isSwapped ? rest[..swappedLength] : LogText.ConsumeWord(ref rest);
                rest = rest[swappedLength..];
                if (!TryReadByte(word, out int value))
                {
                    reason = word.IsEmpty
                        ? $"it has {index} bytes of data, fewer than its length {length}"
                        : $"'{LogText.Quoted(word)}' is not a byte in hexadecimal";
                    return false;
                }

                frame.PutU8(isSwapped ? length - 1 - index : index, value);
            }

            ReadOnlySpan<byte> behind = LogText.ConsumeWord(ref rest);
            reason = behind.Length == 2 && LogText.TryReadHex(behind, out _) ? $"it has more bytes of data than its length {length}" : "";
            return reason.Length == 0;
        }

        private static bool TryReadByte(ReadOnlySpan<byte> word, out int value)
        {
            value = 0;
            if (word.Length == BitsPerByte && !word.ContainsAnyExceptInRange((byte)'0', (byte)'1'))
            {
                foreach (byte bit in word)
                {
                    value = (value << 1) | (bit - '0');
                }

                return true;
            }

            bool isByte = word.Length is 1 or 2 && LogText.TryReadHex(word, out uint hex) && SetByte(hex, ref value);
            return isByte;
        }

        private static bool SetByte(uint hex, ref int value)
        {
            value = (int)hex;
            return true;
        }

        private static Outcome Report(uint id, LoggedFrame record, out string reason)
        {
            reason = BusErrorText.Describe(id, record.Frame.Data);
            return Outcome.ErrorReport;
        }
    }
}
