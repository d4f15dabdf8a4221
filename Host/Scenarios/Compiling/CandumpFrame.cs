using System;
using System.Globalization;
using BatterySim.Bms.Can;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads a frame as candump and cansend write it: 351#0102, 00000351#, 351#R8.</summary>
    internal static class CandumpFrame
    {
        /// <summary>Reads one.</summary>
        public static bool TryRead(string text, out FrameRecord record)
        {
            record = default;
            int hash = text.IndexOf('#', StringComparison.Ordinal);
            bool isExtended = hash == 8;
            if ((hash != 3 && !isExtended)
                || !uint.TryParse(text.AsSpan(0, hash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return false;
            }

            ReadOnlySpan<char> data = text.AsSpan(hash + 1);
            if (data.Length > 0 && (data[0] is 'R' or 'r'))
            {
                int length = data.Length == 1 ? 0 : data.Length == 2 && data[1] is >= '0' and <= '8' ? data[1] - '0' : -1;
                record = new FrameRecord(0, id, isExtended, true, length, 0);
                return length >= 0;
            }

            if (data.Length % 2 != 0 || data.Length > 2 * CanFrame.DataLengthMax)
            {
                return false;
            }

            ulong bytes = 0;
            for (int index = 0; index < data.Length / 2; index++)
            {
                if (!byte.TryParse(data.Slice(2 * index, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                {
                    return false;
                }

                bytes |= (ulong)value << (8 * index);
            }

            record = new FrameRecord(0, id, isExtended, false, data.Length / 2, bytes);
            return true;
        }
    }
}
