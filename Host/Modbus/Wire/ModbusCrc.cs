using System;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>CRC-16 of Modbus RTU (Modbus over Serial Line V1.02, 6.2.2): polynomial 0xA001 reflected, start 0xFFFF, low byte first.</summary>
    public static class ModbusCrc
    {
        /// <summary>Bytes of a CRC in a frame.</summary>
        public const int Length = 2;

        private const ushort Polynomial = 0xA001;

        /// <summary>CRC of some bytes.</summary>
        public static ushort Of(ReadOnlySpan<byte> bytes)
        {
            ushort crc = 0xFFFF;
            foreach (byte value in bytes)
            {
                crc ^= value;
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1);
                }
            }

            return crc;
        }

        /// <summary>True if the last two bytes are the CRC of those before them.</summary>
        public static bool IsValid(ReadOnlySpan<byte> frame)
        {
            if (frame.Length <= Length)
            {
                return false;
            }

            ushort crc = Of(frame[..^Length]);
            return frame[^2] == (byte)crc && frame[^1] == (byte)(crc >> 8);
        }

        /// <summary>Bytes with their CRC behind them.</summary>
        public static byte[] Append(ReadOnlySpan<byte> bytes)
        {
            byte[] frame = new byte[bytes.Length + Length];
            bytes.CopyTo(frame);
            ushort crc = Of(bytes);
            frame[^2] = (byte)crc;
            frame[^1] = (byte)(crc >> 8);
            return frame;
        }
    }
}
