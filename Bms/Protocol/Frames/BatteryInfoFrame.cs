using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35F: chemistry, versions and capacity.</summary>
    /// <remarks>
    /// Pylontech "V1.3" and Victron sets. Little endian; versions are 0 because a simulator has no product's version to claim.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        | 'L' | 'I' | versions  | capacity  |     0     |
    ///        |           |    0      | u16 1 Ah  |           |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// </remarks>
    public static class BatteryInfoFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 8;

        /// <summary>Writes the frame; false if the capacity is not known yet.</summary>
        public static bool TryWrite(BankReport bank, CanFrame frame)
        {
            if (bank.CapacityMilliampereHours == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.BatteryInfo, NativeLength);
            frame.PutU8(0, 'L');                                                           // 0  0x4C
            frame.PutU8(1, 'I');                                                           // 1  0x49
            frame.PutU16(4, Wire.AmpereHoursU16(bank.CapacityMilliampereHours));           // 4-5  capacity  1 Ah
            return true;
        }
    }
}
