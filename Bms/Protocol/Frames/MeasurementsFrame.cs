using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x356: what the bank measures.</summary>
    /// <remarks>
    /// Pylontech LV V1.2, 0x356; Sol-Ark CAN V1.3 prints the voltage in 0.1 V, which every capture contradicts. Little endian.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        |  voltage  |  current  |temperature|     0     |
    ///        |s16 0.01 V | s16 0.1 A |s16 0.1 C  |           |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// </remarks>
    public static class MeasurementsFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 6;

        /// <summary>Writes the frame; false if a measurement is not known yet.</summary>
        public static bool TryWrite(BankReport bank, VoltageScale scale, CurrentSign sign, CanFrame frame)
        {
            if (bank.VoltageMillivolts == BankReport.Unknown
                || bank.CurrentMilliamps == BankReport.Unknown
                || bank.TemperatureDecidegrees == BankReport.Unknown)
            {
                return false;
            }

            int voltage = scale == VoltageScale.Decivolt
                ? Wire.DeciPositiveS16(bank.VoltageMillivolts)
                : Wire.CentiPositiveS16(bank.VoltageMillivolts);
            int current = Wire.DeciS16(bank.CurrentMilliamps);

            frame.Begin(FrameIds.Measurements, NativeLength);
            frame.PutS16(0, voltage);                                                      // 0-1  voltage      0.01 V or 0.1 V
            frame.PutS16(2, sign == CurrentSign.DischargePositive ? -current : current);   // 2-3  current      0.1 A
            frame.PutS16(4, Wire.TemperatureS16(bank.TemperatureDecidegrees));             // 4-5  temperature  0.1 degree C
            return true;
        }
    }
}
