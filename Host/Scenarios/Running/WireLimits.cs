using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The limits in the last 0x351 as it was on the wire, faults included.</summary>
    /// <remarks>Every dialect has CVL, CCL and DCL in bytes 0 to 5, little endian, in 0.1 V and 0.1 A.</remarks>
    internal static class WireLimits
    {
        private const int MilliPerDeci = 100;
        private const int LengthMin = 6;

        /// <summary>CVL, mV; <see cref="int.MinValue"/> before there is any.</summary>
        public static int ChargeVoltageMillivolts(FrameSlot limits) => IsThere(limits) ? (ushort)limits.Data * MilliPerDeci : int.MinValue;

        /// <summary>CCL, mA; <see cref="int.MinValue"/> before there is any.</summary>
        public static int ChargeCurrentMilliamps(FrameSlot limits) => Current(limits, 16);

        /// <summary>DCL, mA; <see cref="int.MinValue"/> before there is any.</summary>
        public static int DischargeCurrentMilliamps(FrameSlot limits) => Current(limits, 32);

        private static int Current(FrameSlot limits, int shift)
        {
            return IsThere(limits) ? unchecked((short)(limits.Data >> shift)) * MilliPerDeci : int.MinValue;
        }

        private static bool IsThere(FrameSlot limits) => limits is { Count: > 0, IsRemote: false, Length: >= LengthMin };
    }
}
