using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>A frame that is written as an identifier with 0x, a few fixed words or a dash, and bytes.</summary>
    /// <remarks>
    /// "21:22:39.226 > [Pytes] Received CAN message: 0x351 - 10 02 E8" (OpenDTU-OnBattery), "0x355 – 1A 00 64 00 – State of charge" (web pages),
    /// "Standard ID: 0x351       DLC: 8  Data: 0x30 0x02" (examples of the MCP_CAN library).
    /// </remarks>
    internal static class WordedFrame
    {
        /// <summary>Finds the frame; false if the line has none. Never throws.</summary>
        public static bool TryParse(ReadOnlySpan<byte> line, LoggedFrame record)
        {
            int at = line.IndexOf("0x"u8);
            if (at < 0)
            {
                return false;
            }

            ReadOnlySpan<byte> rest = line[at..];
            ReadOnlySpan<byte> id = LogText.ConsumeWord(ref rest).TrimEnd(",:"u8);
            const int ExtendedDigits = 8;
            if (!LogText.TryReadHex(id[2..], out uint number) || number > CanFrame.ExtendedIdMax)
            {
                return false;
            }

            bool isExtended = number > CanFrame.StandardIdMax || id.Length - 2 == ExtendedDigits || line[..at].IndexOf("Extended"u8) >= 0;
            return TryConsumeWords(ref rest, out int length) && TryReadBytes(rest, length, number, isExtended, record.Frame);
        }

        // A dash, or "DLC: 8", or "Data:": at least one of them tells that bytes follow.
        private static bool TryConsumeWords(ref ReadOnlySpan<byte> rest, out int length)
        {
            length = -1;
            bool isTold = false;
            while (true)
            {
                ReadOnlySpan<byte> before = rest;
                ReadOnlySpan<byte> word = LogText.ConsumeWord(ref rest);
                if (IsDash(word) || word.SequenceEqual("Data:"u8) || word.SequenceEqual("data:"u8))
                {
                    isTold = true;
                }
                else if (word.SequenceEqual("DLC:"u8) || word.SequenceEqual("dlc:"u8))
                {
                    ReadOnlySpan<byte> digits = LogText.ConsumeWord(ref rest);
                    if (digits.Length != 1 || digits[0] is < (byte)'0' or > (byte)'8')
                    {
                        return false;
                    }

                    length = digits[0] - '0';
                }
                else
                {
                    rest = before;
                    return isTold;
                }
            }
        }

        private static bool IsDash(ReadOnlySpan<byte> word) => word.SequenceEqual("-"u8) || word.SequenceEqual("–"u8);

        private static bool TryReadBytes(ReadOnlySpan<byte> rest, int length, uint id, bool isExtended, CanFrame frame)
        {
            frame.Begin(id, CanFrame.DataLengthMax, isExtended, false);
            int count = 0;
            while (true)
            {
                ReadOnlySpan<byte> word = LogText.ConsumeWord(ref rest);
                if (word.IsEmpty || IsDash(word))
                {
                    break;
                }

                ReadOnlySpan<byte> digits = word.StartsWith("0x"u8) ? word[2..] : word;
                if (count == CanFrame.DataLengthMax || digits.Length is 0 or > 2 || !LogText.TryReadHex(digits, out uint value))
                {
                    return false;
                }

                frame.PutU8(count++, (int)value);
            }

            frame.SetLength(count);
            return length < 0 ? count > 0 : count == length;
        }
    }
}
