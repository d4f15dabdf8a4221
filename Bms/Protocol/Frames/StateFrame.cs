using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x355: how full and how healthy the bank is.</summary>
    /// <remarks>
    /// Sol-Ark CAN V1.3 and Pylontech LV V1.2, 0x355; bytes 4-5 Pylontech "V1.3" and Victron. Little endian.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        |    SOC    |    SOH    |  SOC fine |     0     |
    ///        |  u16 1 %  |  u16 1 %  | u16 0.01 %|           |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// SOC is rounded down, so that 100 means full and nothing else does.
    /// </remarks>
    public static class StateFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 4;

        /// <summary>Data bytes of the frame that also carries the fine SOC.</summary>
        public const int NativeLengthWithFineSoc = 6;

        /// <summary>Writes the frame; false if SOC or SOH is not known yet.</summary>
        public static bool TryWrite(BankReport bank, bool withFineSoc, CanFrame frame)
        {
            if (bank.SocPermille == BankReport.Unknown || bank.SohPermille == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.State, withFineSoc ? NativeLengthWithFineSoc : NativeLength);
            frame.PutU16(0, Wire.PercentDown(bank.SocPermille));                           // 0-1  SOC  1 %
            frame.PutU16(2, Wire.PercentDown(bank.SohPermille));                           // 2-3  SOH  1 %
            if (withFineSoc)
            {
                frame.PutU16(4, Wire.CentiPercent(bank.SocPermille));                      // 4-5  SOC  0.01 %
            }

            return true;
        }
    }
}
