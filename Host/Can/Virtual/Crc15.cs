namespace BatterySim.Host.Can.Virtual
{
    /// <summary>The check sequence of a classic CAN frame: CRC-15, polynomial 0x4599, start value 0 (ISO 11898-1).</summary>
    internal static class Crc15
    {
        /// <summary>Bits of the sequence.</summary>
        public const int BitCount = 15;

        private const int Polynomial = 0x4599;
        private const int Mask = 0x7FFF;

        private static readonly ushort[] Table = CreateTable();

        /// <summary>Feeds whole bytes, the highest first. Zeros in front of a frame change nothing, so that any bit count can be filled up.</summary>
        public static int Feed(int crc, ulong bits, int byteCount)
        {
            ushort[] table = Table;
            for (int shift = (byteCount - 1) * 8; shift >= 0; shift -= 8)
            {
                int index = ((crc >> 7) ^ (int)(bits >> shift)) & 0xFF;
                crc = ((crc << 8) ^ table[index]) & Mask;
            }

            return crc;
        }

        private static ushort[] CreateTable()
        {
            var table = new ushort[256];
            for (int value = 0; value <= 0xFF; value++)
            {
                int crc = value << 7;
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 0x4000) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
                }

                table[value] = (ushort)(crc & Mask);
            }

            return table;
        }
    }
}
