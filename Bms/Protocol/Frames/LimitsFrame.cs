using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x351: what the inverter may do with the bank.</summary>
    /// <remarks>
    /// Sol-Ark CAN V1.3, 0x351; bytes 0-5 also Pylontech LV V1.2, 0x351. Little endian.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        |    CVL    |    CCL    |    DCL    |    DVL    |
    ///        | u16 0.1 V | s16 0.1 A | s16 0.1 A | u16 0.1 V |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// CCL and DCL are both positive, as in every capture of a real battery.
    /// </remarks>
    public static class LimitsFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 8;

        /// <summary>Writes the frame; false if a limit is not known yet.</summary>
        public static bool TryWrite(BankReport bank, CanFrame frame)
        {
            if (bank.ChargeVoltageLimitMillivolts == BankReport.Unknown
                || bank.ChargeCurrentLimitMilliamps == BankReport.Unknown
                || bank.DischargeCurrentLimitMilliamps == BankReport.Unknown
                || bank.DischargeVoltageLimitMillivolts == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.Limits, NativeLength);
            frame.PutU16(0, Wire.DeciU16(bank.ChargeVoltageLimitMillivolts));              // 0-1  CVL  0.1 V
            frame.PutS16(2, Wire.DeciPositiveS16(bank.ChargeCurrentLimitMilliamps));       // 2-3  CCL  0.1 A
            frame.PutS16(4, Wire.DeciPositiveS16(bank.DischargeCurrentLimitMilliamps));    // 4-5  DCL  0.1 A
            frame.PutU16(6, Wire.DeciU16(bank.DischargeVoltageLimitMillivolts));           // 6-7  DVL  0.1 V
            return true;
        }
    }
}
