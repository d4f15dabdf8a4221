using System;
using System.Globalization;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Cli.Decoding
{
    /// <summary>Parts of a frame as text.</summary>
    internal static class FrameText
    {
        /// <summary>"351", or eight digits for a 29-bit identifier.</summary>
        public static string Id(CanFrame frame)
        {
            return frame.Id.ToString(frame.IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture);
        }

        /// <summary>Data bytes in hexadecimal; of a remote frame R and its length.</summary>
        public static string Data(CanFrame frame)
        {
            return frame.IsRemote
                ? string.Create(CultureInfo.InvariantCulture, $"R{frame.Length}")
                : Convert.ToHexString(frame.Data, 0, frame.Length);
        }
    }
}
