using System;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Hexadecimal digits in ASCII bytes.</summary>
    internal static class AsciiHex
    {
        /// <summary>Reads up to 16 digits; nothing is 0. False if one is not a digit.</summary>
        public static bool TryRead(ReadOnlySpan<byte> digits, out ulong value)
        {
            value = 0;
            foreach (byte digit in digits)
            {
                int nibble = ValueOf(digit);
                if (nibble < 0)
                {
                    return false;
                }

                value = (value << 4) | (uint)nibble;
            }

            return digits.Length <= 16;
        }

        /// <summary>Reads up to eight bytes of two digits, the first byte into the lowest place.</summary>
        public static bool TryReadBytes(ReadOnlySpan<byte> digits, out ulong bytes)
        {
            bytes = 0;
            if (digits.Length > 16 || digits.Length % 2 != 0)
            {
                return false;
            }

            for (int index = 0; index < digits.Length; index += 2)
            {
                if (!TryRead(digits.Slice(index, 2), out ulong value))
                {
                    return false;
                }

                bytes |= value << (4 * index);
            }

            return true;
        }

        /// <summary>Writes so many digits, capital letters.</summary>
        /// <returns>The number of digits.</returns>
        public static int Write(uint value, int digits, Span<byte> target)
        {
            for (int index = digits - 1; index >= 0; index--, value >>= 4)
            {
                target[index] = "0123456789ABCDEF"u8[(int)(value & 0xF)];
            }

            return digits;
        }

        private static int ValueOf(byte digit)
        {
            return digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                _ => -1,
            };
        }
    }
}
