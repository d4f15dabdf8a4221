namespace BatterySim.Hardware.Settings
{
    /// <summary>CRC-32 of IEEE 802.3, four bits at a time.</summary>
    /// <remarks>A table of 256 would cost a board a kilobyte; bit by bit takes four times as long.</remarks>
    public static class Crc32
    {
        /// <summary>What the CRC of no bytes starts from.</summary>
        public const uint Start = 0xFFFFFFFFu;

        // Remainders of the sixteen values of four bits, polynomial 0xEDB88320 (reflected).
        private static readonly uint[] Remainders =
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
        };

        /// <summary>CRC of a stretch of bytes.</summary>
        public static uint Of(byte[] bytes, int offset, int count)
        {
            return End(Add(Start, bytes, offset, count));
        }

        /// <summary>Takes further bytes into a CRC that began with <see cref="Start"/>.</summary>
        public static uint Add(uint crc, byte[] bytes, int offset, int count)
        {
            uint[] remainders = Remainders;
            for (int index = offset; index < offset + count; index++)
            {
                crc ^= bytes[index];
                crc = (crc >> 4) ^ remainders[(int)(crc & 15u)];
                crc = (crc >> 4) ^ remainders[(int)(crc & 15u)];
            }

            return crc;
        }

        /// <summary>The CRC once all bytes are in it.</summary>
        public static uint End(uint crc)
        {
            return ~crc;
        }
    }
}
