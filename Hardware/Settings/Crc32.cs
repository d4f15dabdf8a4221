namespace BatterySim.Hardware.Settings
{
    /// <summary>CRC-32 of IEEE 802.3, bit by bit: settings are a few hundred bytes and a table would cost a kilobyte.</summary>
    public static class Crc32
    {
        private const uint Polynomial = 0xEDB88320u;

        /// <summary>CRC of a stretch of bytes.</summary>
        public static uint Of(byte[] bytes, int offset, int count)
        {
            uint crc = 0xFFFFFFFFu;
            for (int index = offset; index < offset + count; index++)
            {
                crc ^= bytes[index];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1u) != 0u ? (crc >> 1) ^ Polynomial : crc >> 1;
                }
            }

            return ~crc;
        }
    }
}
