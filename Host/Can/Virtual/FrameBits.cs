using System.Buffers.Binary;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>What a frame is on the wire: its exact number of bits and its rank in arbitration (ISO 11898-1, classic CAN).</summary>
    public static class FrameBits
    {
        /// <summary>Recessive bits between two frames, counted in <see cref="Count"/>.</summary>
        public const int Interframe = 3;

        /// <summary>End of frame.</summary>
        public const int EndOfFrame = 7;

        // CRC delimiter, acknowledge slot, acknowledge delimiter, end of frame: never stuffed.
        private const int Tail = 3 + EndOfFrame;

        /// <summary>Bits that a frame takes up, stuff bits and the three bits of interframe space included.</summary>
        public static int Count(CanFrame frame)
        {
            // The start-of-frame bit is a leading 0: it adds nothing to the CRC and stands in the stuffing's first state.
            ulong header = Header(frame, out int headerBits);
            int dataBytes = frame.IsRemote ? 0 : frame.Length;
            ulong data = BinaryPrimitives.ReadUInt64BigEndian(frame.Data) >> (dataBytes == 0 ? 0 : 64 - (8 * dataBytes));
            int crc = Crc15.Feed(0, header, (headerBits + 7) / 8);
            crc = Crc15.Feed(crc, data, dataBytes);

            int state = StuffTable.AfterStartOfFrame;
            int stuffed = StuffTable.Feed(ref state, header, headerBits);
            stuffed += StuffTable.Feed(ref state, data, 8 * dataBytes);
            stuffed += StuffTable.Feed(ref state, (ulong)crc, Crc15.BitCount);
            return 1 + headerBits + (8 * dataBytes) + Crc15.BitCount + stuffed + Tail + Interframe;
        }

        /// <summary>Rank in arbitration: of two frames that start together, the one with the lower number goes on.</summary>
        /// <remarks>
        /// The bits in the order in which they are sent: 11 of the identifier; RTR, or the recessive SRR of a 29-bit frame; IDE; then 18 more
        /// and RTR. So data goes before remote, and 11 bits go before 29 bits that begin alike, be it even as a remote frame.
        /// </remarks>
        public static uint ArbitrationRank(CanFrame frame)
        {
            uint remote = frame.IsRemote ? 1u : 0u;
            return frame.IsExtended
                ? ((frame.Id >> 18) << 21) | (1u << 20) | (1u << 19) | ((frame.Id & 0x3FFFF) << 1) | remote
                : (frame.Id << 21) | (remote << 20);
        }

        // Everything from the identifier to the data length code.
        private static ulong Header(CanFrame frame, out int bits)
        {
            ulong remote = frame.IsRemote ? 1u : 0u;
            ulong length = (ulong)frame.Length;
            if (!frame.IsExtended)
            {
                bits = 18; // 11 identifier, RTR, IDE, r0, 4 DLC
                return ((ulong)frame.Id << 7) | (remote << 6) | length;
            }

            bits = 38; // 11 identifier, SRR, IDE, 18 identifier, RTR, r1, r0, 4 DLC
            return ((ulong)(frame.Id >> 18) << 27) | (3ul << 25) | ((ulong)(frame.Id & 0x3FFFF) << 7) | (remote << 6) | length;
        }
    }
}
