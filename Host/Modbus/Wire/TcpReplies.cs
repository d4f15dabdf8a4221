using System;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Finds the reply to a request among the bytes of a Modbus TCP connection. Never throws, whatever the bytes are.</summary>
    public static class TcpReplies
    {
        /// <summary>Looks for a reply with the request's transaction; replies to earlier requests are passed over.</summary>
        /// <param name="bytes">Everything that came since the request, from the start of a frame.</param>
        /// <param name="request">What was asked.</param>
        /// <param name="transaction">Under which number.</param>
        /// <param name="body">Unit id and PDU, where there is a reply; else empty.</param>
        /// <param name="notes">What else was there.</param>
        public static ReplyStatus Find(
            ReadOnlySpan<byte> bytes, in ModbusRequest request, ushort transaction, out ReadOnlySpan<byte> body, out ReplyNotes notes)
        {
            notes = ReplyNotes.None;
            body = default;
            int start = 0;
            while (bytes.Length - start >= MbapHeader.Length)
            {
                if (!MbapHeader.TryRead(bytes[start..], out ushort number, out int length))
                {
                    return ReplyStatus.Broken;
                }

                if (bytes.Length - start < MbapHeader.Length + length)
                {
                    return ReplyStatus.Incomplete;
                }

                ReadOnlySpan<byte> found = bytes.Slice(start + MbapHeader.Length, length);
                if (number == transaction)
                {
                    if (found[0] == request.Unit && ReplyBody.Answers(found, request))
                    {
                        body = found;
                        notes = notes with { SkippedBytes = start };
                        return ReplyBody.StatusOf(found);
                    }

                    notes = found[0] == request.Unit ? notes with { HasOtherReply = true } : notes with { OtherUnit = found[0] };
                }
                else
                {
                    notes = notes with { HasOtherReply = true };
                }

                start += MbapHeader.Length + length;
            }

            return ReplyStatus.Incomplete;
        }
    }
}
