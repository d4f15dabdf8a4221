using System;
using System.Buffers.Binary;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Header of Modbus TCP (Modbus Messaging on TCP/IP V1.0b, 3.1.3): transaction, protocol 0, length of what follows.</summary>
    public static class MbapHeader
    {
        /// <summary>Bytes before the unit id.</summary>
        public const int Length = 6;

        /// <summary>Most that the length field may say: unit id and a PDU of 253 bytes.</summary>
        public const int BodyLengthMax = 254;

        /// <summary>Least that the length field may say: unit id and function.</summary>
        public const int BodyLengthMin = 2;

        /// <summary>Unit id and PDU with the header before them.</summary>
        public static byte[] Wrap(ushort transaction, ReadOnlySpan<byte> body)
        {
            byte[] frame = new byte[Length + body.Length];
            BinaryPrimitives.WriteUInt16BigEndian(frame, transaction);
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4), (ushort)body.Length);
            body.CopyTo(frame.AsSpan(Length));
            return frame;
        }

        /// <summary>Reads a header.</summary>
        /// <param name="bytes">At least <see cref="Length"/> bytes.</param>
        /// <param name="transaction">The transaction.</param>
        /// <param name="bodyLength">Bytes that follow.</param>
        /// <returns>False if this is not a header of Modbus TCP.</returns>
        public static bool TryRead(ReadOnlySpan<byte> bytes, out ushort transaction, out int bodyLength)
        {
            transaction = BinaryPrimitives.ReadUInt16BigEndian(bytes);
            bodyLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
            return BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) == 0 && bodyLength is >= BodyLengthMin and <= BodyLengthMax;
        }
    }
}
