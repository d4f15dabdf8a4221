using System;
using System.Text;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>Frames in the text of the socketcand daemon: &lt; frame ID SEC.USEC DATA &gt; and &lt; send ID LENGTH BYTE BYTE &gt;.</summary>
    /// <remarks>socketcand, doc/protocol.md: an identifier of eight digits is a 29-bit one. Remote frames have no words in it.</remarks>
    internal static class SocketcandText
    {
        /// <summary>Port that the daemon listens on unless told otherwise.</summary>
        public const int DefaultTcpPort = 29536;

        /// <summary>Longest message that is taken for one.</summary>
        public const int MessageLengthMax = 200;

        /// <summary>Longest frame or send message: words, 8 digits, 20 digits of time, 8 bytes.</summary>
        public const int FrameLengthMax = 80;

        private const int SecondsDigitsMax = 12;

        /// <summary>Takes the next word, so that the rest begins behind it; empty at the end.</summary>
        public static ReadOnlySpan<byte> ConsumeWord(ref ReadOnlySpan<byte> rest)
        {
            ReadOnlySpan<byte> trimmed = rest.TrimStart(" \t\r\n"u8);
            int end = trimmed.IndexOfAny((byte)' ', (byte)'\t', (byte)'\n');
            end = end < 0 ? trimmed.Length : end;
            rest = trimmed[end..];
            return trimmed[..end];
        }

        /// <summary>Reads what stands behind "frame": identifier, time, data in one word or in several.</summary>
        public static bool TryParseFrame(ReadOnlySpan<byte> rest, long nowMicroseconds, out PortFrame frame)
        {
            frame = default;
            if (!TryParseId(ConsumeWord(ref rest), out uint id, out bool isExtended) || !IsTime(ConsumeWord(ref rest)))
            {
                return false;
            }

            Span<byte> digits = stackalloc byte[2 * CanFrame.DataLengthMax];
            int count = 0;
            for (ReadOnlySpan<byte> word = ConsumeWord(ref rest); !word.IsEmpty; word = ConsumeWord(ref rest))
            {
                if (count + word.Length > digits.Length)
                {
                    return false;
                }

                word.CopyTo(digits[count..]);
                count += word.Length;
            }

            if (!AsciiHex.TryReadBytes(digits[..count], out ulong data))
            {
                return false;
            }

            frame = new PortFrame(id, count / 2, isExtended, false, data, nowMicroseconds);
            return true;
        }

        /// <summary>Reads what stands behind "send": identifier, length, and so many bytes in hexadecimal.</summary>
        public static bool TryParseSend(ReadOnlySpan<byte> rest, long nowMicroseconds, out PortFrame frame)
        {
            frame = default;
            if (!TryParseId(ConsumeWord(ref rest), out uint id, out bool isExtended))
            {
                return false;
            }

            ReadOnlySpan<byte> lengthWord = ConsumeWord(ref rest);
            if (lengthWord.Length != 1 || lengthWord[0] is < (byte)'0' or > (byte)'8')
            {
                return false;
            }

            int length = lengthWord[0] - '0';
            ulong data = 0;
            for (int index = 0; index < length; index++)
            {
                ReadOnlySpan<byte> word = ConsumeWord(ref rest);
                if (!TryReadByte(word, out ulong value))
                {
                    return false;
                }

                data |= value << (8 * index);
            }

            frame = new PortFrame(id, length, isExtended, false, data, nowMicroseconds);
            return ConsumeWord(ref rest).IsEmpty;
        }

        /// <summary>Writes a frame message.</summary>
        /// <param name="frame">No remote frame.</param>
        /// <param name="target">At least <see cref="FrameLengthMax"/> bytes.</param>
        /// <returns>Bytes written.</returns>
        public static int WriteFrame(in PortFrame frame, Span<byte> target)
        {
            int at = Put("< frame "u8, target);
            at += AsciiHex.Write(frame.Id, frame.IsExtended ? 8 : 3, target[at..]);
            at += Encoding.ASCII.GetBytes($" {frame.TimeMicroseconds / 1_000_000}.{frame.TimeMicroseconds % 1_000_000:000000} ", target[at..]);
            for (int index = 0; index < frame.Length; index++)
            {
                at += AsciiHex.Write(frame.ByteAt(index), 2, target[at..]);
            }

            return at + Put(" >"u8, target[at..]);
        }

        /// <summary>Writes a send message.</summary>
        /// <param name="frame">No remote frame.</param>
        /// <param name="target">At least <see cref="FrameLengthMax"/> bytes.</param>
        /// <returns>Bytes written.</returns>
        public static int WriteSend(in PortFrame frame, Span<byte> target)
        {
            int at = Put("< send "u8, target);
            at += AsciiHex.Write(frame.Id, frame.IsExtended ? 8 : 3, target[at..]);
            target[at++] = (byte)' ';
            target[at++] = (byte)('0' + frame.Length);
            for (int index = 0; index < frame.Length; index++)
            {
                target[at++] = (byte)' ';
                at += AsciiHex.Write(frame.ByteAt(index), 2, target[at..]);
            }

            return at + Put(" >"u8, target[at..]);
        }

        // The daemon takes any number of digits and tells a 29-bit identifier by there being eight.
        internal static bool TryParseId(ReadOnlySpan<byte> word, out uint id, out bool isExtended)
        {
            isExtended = word.Length == 8;
            bool isHex = AsciiHex.TryRead(word, out ulong value);
            id = (uint)value;
            return isHex && word.Length is >= 1 and <= 8 && value <= (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax);
        }

        /// <summary>Reads a decimal number of at most nine digits.</summary>
        public static bool TryReadDecimal(ReadOnlySpan<byte> word, out long value)
        {
            const int DigitsMax = 9;
            value = 0;
            foreach (byte digit in word)
            {
                value = (value * 10) + (digit - '0');
            }

            return word.Length is >= 1 and <= DigitsMax && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        }

        // The daemon reads a byte with sscanf's %hhx: any number of digits, of which the last two count; SavvyCAN writes negative ones so.
        private static bool TryReadByte(ReadOnlySpan<byte> word, out ulong value)
        {
            ReadOnlySpan<byte> digits = word.StartsWith("0x"u8) ? word[2..] : word;
            bool isHex = AsciiHex.TryRead(digits, out value) && !digits.IsEmpty;
            value &= byte.MaxValue;
            return isHex;
        }

        private static bool IsTime(ReadOnlySpan<byte> word)
        {
            int point = word.IndexOf((byte)'.');
            return point is > 0 and <= SecondsDigitsMax && word.Length - point - 1 is > 0 and <= 9
                && !word[..point].ContainsAnyExceptInRange((byte)'0', (byte)'9')
                && !word[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        }

        private static int Put(ReadOnlySpan<byte> text, Span<byte> target)
        {
            text.CopyTo(target);
            return text.Length;
        }
    }
}
