using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Frames as candump and cansend write them: 370#0102, 00000351#00 with a 29-bit identifier, 305#R8 for a remote frame.</summary>
    internal static class FrameText
    {
        /// <summary>Digits of an 11-bit identifier.</summary>
        public const int StandardDigits = 3;

        /// <summary>Digits of a 29-bit identifier.</summary>
        public const int ExtendedDigits = 8;

        /// <summary>Longest such text.</summary>
        public const int LengthMax = ExtendedDigits + 1 + (2 * CanFrame.DataLengthMax);

        /// <summary>Writes a frame in quotes.</summary>
        public static void Write(TextBuffer text, CanFrame frame)
        {
            text.Add('"');
            text.AddHex(frame.Id, frame.IsExtended ? ExtendedDigits : StandardDigits);
            text.Add('#');
            if (frame.IsRemote)
            {
                text.Add('R');
                text.AddNumber(frame.Length);
            }

            for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
            {
                text.AddHex(frame.Data[index], 2);
            }

            text.Add('"');
        }

        /// <summary>Writes what names a frame in a header: three hexadecimal digits, eight with 29 bits.</summary>
        public static void WriteSuffix(TextBuffer text, int suffix)
        {
            text.AddHex((uint)(suffix & ~FrameDefinition.ExtendedSuffix), suffix > (int)CanFrame.StandardIdMax ? ExtendedDigits : StandardDigits);
        }

        /// <summary>Reads the frame that the text parameter last read is.</summary>
        public static bool ReadFrame(ScpiCall call, CanFrame frame)
        {
            char[] text = call.Text;
            int start = call.TextStart;
            int end = call.TextEnd;
            int digits = 0;
            while (start + digits < end && text[start + digits] != '#')
            {
                digits++;
            }

            bool isExtended = digits == ExtendedDigits;
            if (start + digits == end || (digits != StandardDigits && !isExtended))
            {
                return Refuse(call, "a frame is three or eight hexadecimal digits, # and its bytes: 370#0102");
            }

            uint id = 0;
            for (int index = start; index < start + digits; index++)
            {
                int digit = ScpiMatcher.HexOf(text[index]);
                if (digit < 0)
                {
                    return Refuse(call, "the identifier has hexadecimal digits only");
                }

                id = (id << 4) | (uint)digit;
            }

            if (id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return Refuse(call, "an identifier of three digits ends at 7FF, one of eight at 1FFFFFFF");
            }

            return ReadData(call, start + digits + 1, end, id, isExtended, frame);
        }

        /// <summary>Reads the bytes that the text parameter last read is, into a frame.</summary>
        public static bool ReadBytes(ScpiCall call, CanFrame frame)
        {
            return ReadHex(call, call.TextStart, call.TextEnd, 0, false, frame);
        }

        /// <summary>The bytes of a frame as one number, the first one lowest.</summary>
        public static long Pack(CanFrame frame)
        {
            long bytes = 0;
            for (int index = frame.Length - 1; index >= 0; index--)
            {
                bytes = (bytes << 8) | frame.Data[index];
            }

            return bytes;
        }

        /// <summary>Answers with bytes in quotes.</summary>
        public static void AnswerBytes(ScpiCall call, int count, long bytes)
        {
            TextBuffer text = call.Answer();
            text.Add('"');
            for (int index = 0; index < count; index++)
            {
                text.AddHex((uint)(bytes >> (8 * index)) & 0xFF, 2);
            }

            text.Add('"');
        }

        private static bool ReadData(ScpiCall call, int start, int end, uint id, bool isExtended, CanFrame frame)
        {
            char[] text = call.Text;
            if (start == end || ScpiMatcher.ToUpper(text[start]) != 'R')
            {
                return ReadHex(call, start, end, id, isExtended, frame);
            }

            int length = end - start == 2 ? text[start + 1] - '0' : end - start == 1 ? 0 : -1;
            if (length < 0 || length > CanFrame.DataLengthMax)
            {
                return Refuse(call, "a remote frame is R and its length, 0 to 8");
            }

            frame.Begin(id, length, isExtended, true);
            return true;
        }

        private static bool ReadHex(ScpiCall call, int start, int end, uint id, bool isExtended, CanFrame frame)
        {
            int count = (end - start) / 2;
            if ((end - start) % 2 != 0 || count > CanFrame.DataLengthMax)
            {
                return Refuse(call, "bytes are up to eight pairs of hexadecimal digits");
            }

            frame.Begin(id, count, isExtended, false);
            for (int index = 0; index < count; index++)
            {
                int high = ScpiMatcher.HexOf(call.Text[start + (2 * index)]);
                int low = ScpiMatcher.HexOf(call.Text[start + (2 * index) + 1]);
                if (high < 0 || low < 0)
                {
                    return Refuse(call, "bytes are up to eight pairs of hexadecimal digits");
                }

                frame.PutU8(index, (high << 4) | low);
            }

            return true;
        }

        private static bool Refuse(ScpiCall call, string reason)
        {
            call.Fail(ScpiError.InvalidString).Add(reason);
            return false;
        }
    }
}
