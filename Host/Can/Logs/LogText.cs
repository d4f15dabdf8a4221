using System;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Words and numbers in a line of bytes.</summary>
    internal static class LogText
    {
        /// <summary>Most decimals of a second that count; finer ones are truncated.</summary>
        private const int MicrosecondsDigits = 6;
        private const int SecondsDigitsMax = 12;
        private const int QuotedLengthMax = 40;

        private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

        /// <summary>Takes the next word, so that the rest begins behind it; empty at the end of the line.</summary>
        public static ReadOnlySpan<byte> ConsumeWord(ref ReadOnlySpan<byte> rest)
        {
            int start = 0;
            while (start < rest.Length && IsSpace(rest[start]))
            {
                start++;
            }

            int end = start;
            while (end < rest.Length && !IsSpace(rest[end]))
            {
                end++;
            }

            ReadOnlySpan<byte> word = rest[start..end];
            rest = rest[end..];
            return word;
        }

        /// <summary>True for a space, a tab or another control character that separates words.</summary>
        public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or 0x0B or 0x0C;

        /// <summary>True if nothing but spaces is left.</summary>
        public static bool IsBlank(ReadOnlySpan<byte> line)
        {
            foreach (byte value in line)
            {
                if (!IsSpace(value))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Value of a hexadecimal digit, -1 if it is none.</summary>
        public static int HexValue(byte digit)
        {
            return digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                _ => -1,
            };
        }

        /// <summary>Reads one to eight hexadecimal digits.</summary>
        public static bool TryReadHex(ReadOnlySpan<byte> digits, out uint value)
        {
            value = 0;
            foreach (byte digit in digits)
            {
                int nibble = HexValue(digit);
                if (nibble < 0)
                {
                    return false;
                }

                value = (value << 4) | (uint)nibble;
            }

            return digits.Length is >= 1 and <= 8;
        }

        /// <summary>Reads one to nine decimal digits.</summary>
        public static bool TryReadDecimal(ReadOnlySpan<byte> digits, out int value)
        {
            value = 0;
            foreach (byte digit in digits)
            {
                if (digit is < (byte)'0' or > (byte)'9')
                {
                    return false;
                }

                value = (value * 10) + (digit - '0');
            }

            return digits.Length is >= 1 and <= 9;
        }

        /// <summary>Reads seconds with any number of decimals, or none, as microseconds; finer decimals are truncated.</summary>
        public static bool TryReadSeconds(ReadOnlySpan<byte> text, out long microseconds)
        {
            microseconds = 0;
            int point = text.IndexOf((byte)'.');
            int whole = point < 0 ? text.Length : point;
            int decimals = point < 0 ? 0 : text.Length - point - 1;
            if (whole is < 1 or > SecondsDigitsMax || (point >= 0 && decimals == 0))
            {
                return false;
            }

            for (int index = 0; index < text.Length; index++)
            {
                if (index == point)
                {
                    continue;
                }

                int digit = text[index] - '0';
                if (digit is < 0 or > 9)
                {
                    return false;
                }

                if (index < whole || index - point <= MicrosecondsDigits)
                {
                    microseconds = (microseconds * 10) + digit;
                }
            }

            for (int missing = decimals; missing < MicrosecondsDigits; missing++)
            {
                microseconds *= 10;
            }

            return true;
        }

        /// <summary>The line as text: UTF-8, or Latin-1 where it is not valid UTF-8.</summary>
        public static string Decode(ReadOnlySpan<byte> line)
        {
            try
            {
                return Strict.GetString(line);
            }
            catch (DecoderFallbackException)
            {
                return Encoding.Latin1.GetString(line);
            }
        }

        /// <summary>What is quoted in a message stays short and printable, whatever the log holds.</summary>
        public static string Quoted(ReadOnlySpan<byte> text)
        {
            ReadOnlySpan<byte> kept = text.Length > QuotedLengthMax ? text[..QuotedLengthMax] : text;
            return string.Create(kept.Length, kept, static (target, source) =>
            {
                for (int index = 0; index < source.Length; index++)
                {
                    target[index] = source[index] is >= (byte)' ' and <= (byte)'~' ? (char)source[index] : '?';
                }
            }) + (text.Length > QuotedLengthMax ? "..." : "");
        }

        /// <summary>The same for text.</summary>
        public static string Quoted(string text) => Quoted(Encoding.UTF8.GetBytes(text));
    }
}
