using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Frames in the debug lines of gateways, which people post instead of a log.</summary>
    /// <remarks>
    /// "[08:20:05.871][I][canbus:332]: send can_id: 0x351 hex: 28 2 0 0" (ESPHome configurations such as esphome-yambms and
    /// esphome-jk-bms-can); "2024-09-08 20:15:41.716 | DEBUG | ... | CAN frame sending: Buffer (HEX): [0x56, 0x03, ...]", which is Linux's
    /// struct can_frame (bms-to-inverter); "351 [8] 30 02 ..." and "351#3002..." behind any other words.
    /// </remarks>
    internal static class GatewayLine
    {
        private const int KernelFrameLength = 16;
        private const int KernelDataOffset = 8;
        private const uint ExtendedFlag = 0x80000000;
        private const uint RemoteFlag = 0x40000000;
        private const uint ErrorFlag = 0x20000000;

        /// <summary>Finds the frame of such a line; false if it has none. Never throws.</summary>
        public static bool TryParse(ReadOnlySpan<byte> line, LoggedFrame record)
        {
            bool isFrame = TryParseEspHome(line, record) || TryParseKernelBuffer(line, record) || TryParseWorded(line, record)
                || TryParseBehindWords(line, record);
            if (isFrame)
            {
                record.SetChannelNumber(0);
                record.HasTime = TryReadTime(line, out long microseconds);
                record.TimeMicroseconds = record.HasTime ? microseconds : 0;
            }

            return isFrame;
        }

        private static bool TryParseEspHome(ReadOnlySpan<byte> line, LoggedFrame record)
        {
            int hex = line.IndexOf("hex:"u8);
            int idAt = hex < 0 ? -1 : IndexOfId(line[..hex]);
            if (idAt < 0)
            {
                return false;
            }

            ReadOnlySpan<byte> idText = line[idAt..hex];
            ReadOnlySpan<byte> word = LogText.ConsumeWord(ref idText);
            record.Direction = DirectionOf(line[..idAt]);
            return TryReadId(word, out uint id, out bool isExtended) && TryReadBytes(line[(hex + 4)..], id, isExtended, record.Frame);
        }

        private static bool TryParseWorded(ReadOnlySpan<byte> line, LoggedFrame record)
        {
            record.Direction = DirectionOf(line);
            return WordedFrame.TryParse(line, record);
        }

        private static int IndexOfId(ReadOnlySpan<byte> text)
        {
            int at = text.LastIndexOf("0x"u8);
            return at > 0 && text[..at].IndexOf("id"u8) >= 0 ? at : -1;
        }

        private static bool TryReadBytes(ReadOnlySpan<byte> text, uint id, bool isExtended, CanFrame frame)
        {
            ReadOnlySpan<byte> rest = text;
            frame.Begin(id, CanFrame.DataLengthMax, isExtended, false);
            int count = 0;
            for (ReadOnlySpan<byte> word = LogText.ConsumeWord(ref rest); !word.IsEmpty; word = LogText.ConsumeWord(ref rest), count++)
            {
                if (count == CanFrame.DataLengthMax || word.Length > 2 || !LogText.TryReadHex(word, out uint value))
                {
                    return false;
                }

                frame.PutU8(count, (int)value);
            }

            frame.SetLength(count);
            return count > 0;
        }

        private static bool TryParseKernelBuffer(ReadOnlySpan<byte> line, LoggedFrame record)
        {
            int open = line.LastIndexOf((byte)'[');
            int close = line.LastIndexOf((byte)']');
            if (open < 0 || close < open || line[..open].IndexOf("CAN "u8) < 0 || line[..open].IndexOf("Buffer"u8) < 0)
            {
                return false;
            }

            Span<byte> bytes = stackalloc byte[KernelFrameLength];
            int count = 0;
            foreach (Range range in line[(open + 1)..close].Split((byte)','))
            {
                ReadOnlySpan<byte> word = line[(open + 1)..close][range].Trim((byte)' ');
                if (count == KernelFrameLength || !word.StartsWith("0x"u8) || word.Length > 4 || !LogText.TryReadHex(word[2..], out uint value))
                {
                    return false;
                }

                bytes[count++] = (byte)value;
            }

            return count == KernelFrameLength && TryReadKernelFrame(bytes, line[..open], record);
        }

        private static bool TryReadKernelFrame(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> before, LoggedFrame record)
        {
            uint word = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            int length = bytes[4];
            bool isExtended = (word & ExtendedFlag) != 0 || (word & CanFrame.ExtendedIdMax) > CanFrame.StandardIdMax;
            if ((word & ErrorFlag) != 0 || length > CanFrame.DataLengthMax)
            {
                return false;
            }

            record.Frame.Begin(word & CanFrame.ExtendedIdMax, length, isExtended, (word & RemoteFlag) != 0);
            bytes.Slice(KernelDataOffset, length).CopyTo(record.Frame.Data);
            record.Direction = DirectionOf(before);
            return true;
        }

        private static bool TryParseBehindWords(ReadOnlySpan<byte> line, LoggedFrame record)
        {
            int hash = line.IndexOf((byte)'#');
            int bracket = IndexOfLength(line);
            int end = hash > 0 ? hash : bracket;
            int start = end;
            while (start > 0 && LogText.IsSpace(line[start - 1]))
            {
                start--;
            }

            while (start > 0 && !LogText.IsSpace(line[start - 1]))
            {
                start--;
            }

            // The same grammar as behind candump's channel, for which "x" stands.
            if (end <= 0 || (hash > 0 && line[hash - 1] == ' '))
            {
                return false;
            }

            ReadOnlySpan<byte> kept = line[start..Math.Min(line.Length, start + 200)];
            Span<byte> copy = stackalloc byte[kept.Length + 2];
            "x "u8.CopyTo(copy);
            kept.CopyTo(copy[2..]);
            bool isFrame = CandumpLine.Parse(copy, record, out _) == CandumpLine.Outcome.Frame;
            record.Direction = record.Direction == FrameDirection.Unknown ? DirectionOf(line[..start]) : record.Direction;
            return isFrame;
        }

        // A single digit in brackets, with space before it: "[8]".
        private static int IndexOfLength(ReadOnlySpan<byte> line)
        {
            for (int at = line.Length - 3; at > 0; at--)
            {
                if (line[at] == '[' && line[at + 2] == ']' && line[at + 1] is >= (byte)'0' and <= (byte)'8' && line[at - 1] == ' ')
                {
                    return at;
                }
            }

            return -1;
        }

        private static bool TryReadId(ReadOnlySpan<byte> word, out uint id, out bool isExtended)
        {
            id = 0;
            bool isId = word.StartsWith("0x"u8) && LogText.TryReadHex(word[2..].TrimEnd(",:"u8), out id) && id <= CanFrame.ExtendedIdMax;
            isExtended = id > CanFrame.StandardIdMax;
            return isId;
        }

        private static FrameDirection DirectionOf(ReadOnlySpan<byte> words)
        {
            return words.IndexOf("send"u8) >= 0 || words.IndexOf("sent"u8) >= 0 || words.IndexOf("TX"u8) >= 0 || words.IndexOf("tx"u8) >= 0
                ? FrameDirection.Sent
                : words.IndexOf("rec"u8) >= 0
                    || words.IndexOf("Rec"u8) >= 0 || words.IndexOf("read"u8) >= 0 || words.IndexOf("RX"u8) >= 0 || words.IndexOf("rx"u8) >= 0
                    ? FrameDirection.Received
                    : FrameDirection.Unknown;
        }

        // At the beginning of the line: "[08:20:05.871]", "08:20:05.871", "2024-09-08 20:15:41.716" or "7.556".
        private static bool TryReadTime(ReadOnlySpan<byte> line, out long microseconds)
        {
            ReadOnlySpan<byte> rest = line.TrimStart(" [(>"u8);
            int end = rest.IndexOfAny((byte)']', (byte)')', (byte)'|');
            ReadOnlySpan<byte> stamp = end < 0 ? rest : rest[..end];
            if (LogTime.TryReadDateTime(stamp, out microseconds))
            {
                return true;
            }

            ReadOnlySpan<byte> first = LogText.ConsumeWord(ref stamp);
            ReadOnlySpan<byte> second = LogText.ConsumeWord(ref stamp);
            Span<byte> both = stackalloc byte[first.Length + 1 + second.Length];
            first.CopyTo(both);
            both[first.Length] = (byte)' ';
            second.CopyTo(both[(first.Length + 1)..]);
            return LogTime.TryReadDateTime(first, out microseconds)
                || LogTime.TryReadDateTime(both, out microseconds)
                || LogTime.TryReadTimeOfDay(first, out microseconds)
                || (first.Contains((byte)'.') && LogText.TryReadSeconds(first, out microseconds));
        }
    }
}
