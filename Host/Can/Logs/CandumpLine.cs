using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>The parts of a candump line, each read by itself; what is wrong is said in the middle of a sentence.</summary>
    internal static class CandumpLine
    {
        private const int SecondsDigitsMax = 12;
        private const int MicrosecondsDigits = 6;
        private const int DecimalsMax = 9;
        private const int StandardIdDigits = 3;
        private const int ExtendedIdDigits = 8;
        private const int QuotedLengthMax = 40;

        // SocketCAN marks its reports about bus errors with this bit of the identifier (linux/can.h, CAN_ERR_FLAG).
        private const uint ErrorReportBit = 0x20000000;

        public static ReadOnlySpan<char> TakeWord(ref ReadOnlySpan<char> rest)
        {
            ReadOnlySpan<char> trimmed = rest.TrimStart();
            int end = 0;
            while (end < trimmed.Length && !char.IsWhiteSpace(trimmed[end]))
            {
                end++;
            }

            rest = trimmed[end..];
            return trimmed[..end];
        }

        public static bool TryParseTime(ReadOnlySpan<char> text, out long microseconds, out string reason)
        {
            microseconds = 0;
            int point = text.IndexOf('.');
            int end = text.Length - 1;
            int whole = point < 0 ? end : point;
            int decimals = point < 0 ? 0 : end - point - 1;
            bool isTime = text.Length >= 3 && text[0] == '(' && text[end] == ')'
                && whole - 1 is >= 1 and <= SecondsDigitsMax
                && decimals <= DecimalsMax && (point < 0 || decimals > 0);

            // candump writes six decimals, other programs three or nine; what is finer than a microsecond is cut.
            for (int index = 1; isTime && index < end; index++)
            {
                if (index == point)
                {
                    continue;
                }

                isTime = char.IsAsciiDigit(text[index]);
                if (index < whole || index - point <= MicrosecondsDigits)
                {
                    microseconds = (microseconds * 10) + (text[index] - '0');
                }
            }

            for (int missing = decimals; isTime && missing < MicrosecondsDigits; missing++)
            {
                microseconds *= 10;
            }

            reason = isTime ? "" : $"time '{Quoted(text)}' is not '(seconds.decimals)' with at most nine decimals";
            return isTime;
        }

        public static bool TryParseFrame(ReadOnlySpan<char> text, CanFrame frame, out string reason)
        {
            int hash = text.IndexOf('#');
            if (hash < 0)
            {
                reason = $"'{Quoted(text)}' has no '#' between identifier and data";
                return false;
            }

            if (!TryParseId(text[..hash], out uint id, out reason))
            {
                return false;
            }

            bool isExtended = hash == ExtendedIdDigits;
            ReadOnlySpan<char> data = text[(hash + 1)..];
            if (!data.IsEmpty && data[0] == '#')
            {
                reason = "it is a CAN FD frame; the battery protocols are classic CAN";
                return false;
            }

            return !data.IsEmpty && (data[0] == 'R' || data[0] == 'r')
                ? TryParseRemote(data, id, isExtended, frame, out reason)
                : TryParseData(data, id, isExtended, frame, out reason);
        }

        public static bool TryParseDirection(ReadOnlySpan<char> text, out CandumpDirection direction, out string reason)
        {
            direction = text switch
            {
                "R" => CandumpDirection.Received,
                "T" => CandumpDirection.Sent,
                _ => CandumpDirection.Unknown,
            };
            bool isDirection = text.IsEmpty || direction != CandumpDirection.Unknown;
            reason = isDirection ? "" : $"direction '{Quoted(text)}' is neither R nor T";
            return isDirection;
        }

        private static bool TryParseId(ReadOnlySpan<char> text, out uint id, out string reason)
        {
            id = 0;
            if (text.Length is not (StandardIdDigits or ExtendedIdDigits))
            {
                reason = $"identifier '{Quoted(text)}' has {text.Length} digits; 11-bit identifiers have 3, 29-bit ones 8";
                return false;
            }

            foreach (char character in text)
            {
                if (!char.IsAsciiHexDigit(character))
                {
                    reason = $"identifier '{Quoted(text)}' is not hexadecimal";
                    return false;
                }

                id = (id << 4) | (uint)HexValue(character);
            }

            if (text.Length == ExtendedIdDigits && (id & ErrorReportBit) != 0 && id <= (ErrorReportBit | CanFrame.ExtendedIdMax))
            {
                reason = "it is the adapter's report of a bus error, not a frame";
                return false;
            }

            bool fits = id <= (text.Length == StandardIdDigits ? CanFrame.StandardIdMax : CanFrame.ExtendedIdMax);
            reason = fits ? "" : $"identifier '{Quoted(text)}' is above {(text.Length == StandardIdDigits ? "7FF" : "1FFFFFFF")}";
            return fits;
        }

        private static bool TryParseRemote(ReadOnlySpan<char> data, uint id, bool isExtended, CanFrame frame, out string reason)
        {
            int length = data.Length == 1 ? 0 : data.Length == 2 ? data[1] - '0' : -1;
            if (length is < 0 or > CanFrame.DataLengthMax)
            {
                reason = $"remote frame '{Quoted(data)}' is neither R nor R0 to R8";
                return false;
            }

            frame.Begin(id, length, isExtended, true);
            reason = "";
            return true;
        }

        private static bool TryParseData(ReadOnlySpan<char> data, uint id, bool isExtended, CanFrame frame, out string reason)
        {
            if (data.Length > 2 * CanFrame.DataLengthMax)
            {
                reason = $"data '{Quoted(data)}' is longer than {CanFrame.DataLengthMax} bytes";
                return false;
            }

            if (data.Length % 2 != 0)
            {
                reason = $"data '{Quoted(data)}' ends in half a byte";
                return false;
            }

            frame.Begin(id, data.Length / 2, isExtended, false);
            for (int index = 0; index < data.Length; index += 2)
            {
                if (!char.IsAsciiHexDigit(data[index]) || !char.IsAsciiHexDigit(data[index + 1]))
                {
                    reason = $"data '{Quoted(data)}' is not hexadecimal";
                    return false;
                }

                frame.PutU8(index / 2, (HexValue(data[index]) << 4) | HexValue(data[index + 1]));
            }

            reason = "";
            return true;
        }

        private static int HexValue(char digit)
        {
            return digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        }

        // A log may be a binary file: what is quoted stays short and printable.
        private static string Quoted(ReadOnlySpan<char> text)
        {
            ReadOnlySpan<char> kept = text.Length > QuotedLengthMax ? text[..QuotedLengthMax] : text;
            return string.Create(kept.Length, kept, static (target, source) =>
            {
                for (int index = 0; index < source.Length; index++)
                {
                    target[index] = source[index] is >= ' ' and <= '~' ? source[index] : '?';
                }
            }) + (text.Length > QuotedLengthMax ? "..." : "");
        }
    }
}
