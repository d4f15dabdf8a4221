using System;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Finds requests among the bytes of a serial line, as a unit on it does.</summary>
    public static class RtuRequests
    {
        /// <summary>Longest request: function 16 with 123 registers.</summary>
        public const int LengthMax = 256;

        /// <summary>Looks for the first whole request with a valid CRC.</summary>
        /// <param name="bytes">What came and was not used yet.</param>
        /// <param name="body">Unit id and PDU of the request; empty if there is none.</param>
        /// <returns>Bytes that are done with: those of the request and of the noise before it.</returns>
        public static int Take(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> body)
        {
            body = default;
            for (int start = 0; start < bytes.Length; start++)
            {
                ReadOnlySpan<byte> rest = bytes[start..];
                int length = LengthOf(rest);
                if (length > 0 && rest.Length >= length + ModbusCrc.Length && ModbusCrc.IsValid(rest[..(length + ModbusCrc.Length)]))
                {
                    body = rest[..length];
                    return start + length + ModbusCrc.Length;
                }
            }

            // What is longer than any request can no longer become the head of one.
            return Math.Max(0, bytes.Length - LengthMax);
        }

        // Functions 1 to 6 have two numbers; 15 and 16 say how many bytes follow. Others end with silence and are not known here.
        private static int LengthOf(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length < 2)
            {
                return -1;
            }

            return bytes[1] switch
            {
                >= 1 and <= 6 => 6,
                0x0F or ModbusFunction.WriteMultipleRegisters => bytes.Length < 7 ? -1 : 7 + bytes[6],
                0x07 or 0x0B or 0x0C or 0x11 => 2,
                _ => 0,
            };
        }
    }
}
