using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports.Slcan
{
    /// <summary>Frames in the ASCII of Lawicel's CAN232 manual: t351 8 1402..., T for 29 bits, r and R for remote frames.</summary>
    internal static class SlcanText
    {
        /// <summary>Ends a command and confirms one.</summary>
        public const byte Ok = (byte)'\r';

        /// <summary>Refuses a command.</summary>
        public const byte Bell = 7;

        /// <summary>Longest frame: T, 8 digits, length, 16 digits of data, 4 of time, end.</summary>
        public const int FrameLengthMax = 31;

        /// <summary>Milliseconds after which a time stamp begins again.</summary>
        public const int TimeStampModulus = 60_000;

        private const int TimeStampDigits = 4;

        // Microseconds in 32 bits, as some firmware of USB adapters sends.
        private const int LongTimeStampDigits = 8;

        /// <summary>True if a line with this first letter is a frame.</summary>
        public static bool IsFrame(byte first) => first is (byte)'t' or (byte)'T' or (byte)'r' or (byte)'R';

        /// <summary>Reads a frame line without its end; a time stamp behind the data is allowed and not used.</summary>
        public static bool TryParse(ReadOnlySpan<byte> line, long nowMicroseconds, out PortFrame frame)
        {
            frame = default;
            if (line.IsEmpty || !IsFrame(line[0]))
            {
                return false;
            }

            bool isExtended = line[0] is (byte)'T' or (byte)'R';
            bool isRemote = line[0] is (byte)'r' or (byte)'R';
            int idDigits = isExtended ? 8 : 3;
            if (line.Length < 1 + idDigits + 1 || !AsciiHex.TryRead(line.Slice(1, idDigits), out ulong id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return false;
            }

            int length = line[1 + idDigits] - '0';
            if (length is < 0 or > CanFrame.DataLengthMax)
            {
                return false;
            }

            ReadOnlySpan<byte> rest = line[(2 + idDigits)..];
            int dataDigits = isRemote ? 0 : 2 * length;
            int stampDigits = rest.Length - dataDigits;
            if (stampDigits is not (0 or TimeStampDigits or LongTimeStampDigits)
                || !AsciiHex.TryReadBytes(rest[..dataDigits], out ulong data)
                || !AsciiHex.TryRead(rest[dataDigits..], out _))
            {
                return false;
            }

            frame = new PortFrame((uint)id, length, isExtended, isRemote, data, nowMicroseconds);
            return true;
        }

        /// <summary>Writes a frame with its end.</summary>
        /// <param name="frame">The frame.</param>
        /// <param name="target">At least <see cref="FrameLengthMax"/> bytes.</param>
        /// <param name="timeStampMilliseconds">0 to 59,999, or negative for none.</param>
        /// <returns>Bytes written.</returns>
        public static int Write(in PortFrame frame, Span<byte> target, int timeStampMilliseconds)
        {
            target[0] = (byte)(frame.IsExtended ? (frame.IsRemote ? 'R' : 'T') : (frame.IsRemote ? 'r' : 't'));
            int at = 1;
            at += AsciiHex.Write(frame.Id, frame.IsExtended ? 8 : 3, target[at..]);
            target[at++] = (byte)('0' + frame.Length);
            for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
            {
                at += AsciiHex.Write(frame.ByteAt(index), 2, target[at..]);
            }

            if (timeStampMilliseconds >= 0)
            {
                at += AsciiHex.Write((uint)timeStampMilliseconds, TimeStampDigits, target[at..]);
            }

            target[at++] = Ok;
            return at;
        }
    }
}
