using System;
using System.Globalization;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>Parts of a frame as text.</summary>
    public static class FrameText
    {
        /// <summary>"351", or eight digits for a 29-bit identifier.</summary>
        public static string Id(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            return Id(frame.Id, frame.IsExtended);
        }

        /// <summary>The same for an identifier by itself.</summary>
        public static string Id(uint id, bool isExtended) => id.ToString(isExtended ? "X8" : "X3", CultureInfo.InvariantCulture);

        /// <summary>Data bytes in hexadecimal; of a remote frame R and its length.</summary>
        public static string Data(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            return frame.IsRemote
                ? string.Create(CultureInfo.InvariantCulture, $"R{frame.Length}")
                : Convert.ToHexString(frame.Data, 0, frame.Length);
        }
    }
}
