using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Tests.Virtual
{
    /// <summary>Frames typed as people write them.</summary>
    internal static class Frames
    {
        public static CanFrame Data(uint id, string hex, bool isExtended = false)
        {
            byte[] bytes = Convert.FromHexString(hex);
            var frame = new CanFrame();
            frame.Begin(id, bytes.Length, isExtended, false);
            bytes.CopyTo(frame.Data, 0);
            return frame;
        }

        public static CanFrame Remote(uint id, int length = 0, bool isExtended = false)
        {
            var frame = new CanFrame();
            frame.Begin(id, length, isExtended, true);
            return frame;
        }
    }
}
