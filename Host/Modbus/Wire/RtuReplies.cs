using System;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Finds the reply to a request among the bytes of a serial line. Never throws, whatever the bytes are.</summary>
    public static class RtuReplies
    {
        /// <summary>Bytes that are kept: more than the longest noise before the longest reply.</summary>
        public const int BufferLength = 1024;

        /// <summary>Looks for a whole reply with a valid CRC; noise and replies of other units before it are passed over.</summary>
        /// <param name="bytes">Everything that came since the request.</param>
        /// <param name="request">What was asked.</param>
        /// <param name="body">Unit id and PDU, where there is a reply; else empty.</param>
        /// <param name="notes">What else was there.</param>
        public static ReplyStatus Find(ReadOnlySpan<byte> bytes, in ModbusRequest request, out ReadOnlySpan<byte> body, out ReplyNotes notes)
        {
            notes = ReplyNotes.None;
            body = default;
            for (int start = 0; start < bytes.Length;)
            {
                ReadOnlySpan<byte> rest = bytes[start..];
                int length = ReplyBody.LengthOf(rest);
                if (length <= 0 || rest.Length < length + ModbusCrc.Length)
                {
                    start++;
                    continue;
                }

                ReadOnlySpan<byte> found = rest[..length];
                bool answers = ReplyBody.Answers(found, request);
                if (!ModbusCrc.IsValid(rest[..(length + ModbusCrc.Length)]))
                {
                    notes = notes with { HasBadCrc = notes.HasBadCrc || (answers && found[0] == request.Unit) };
                    start++;
                    continue;
                }

                if (found[0] == request.Unit && answers)
                {
                    body = found;
                    notes = notes with { SkippedBytes = start };
                    return ReplyBody.StatusOf(found);
                }

                notes = found[0] == request.Unit ? notes with { HasOtherReply = true } : notes with { OtherUnit = found[0] };
                start += length + ModbusCrc.Length;
            }

            return ReplyStatus.Incomplete;
        }
    }
}
