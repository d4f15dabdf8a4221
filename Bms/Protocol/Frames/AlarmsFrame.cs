using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x359: protections, alarms and the number of modules.</summary>
    /// <remarks>
    /// Pylontech LV V1.2, 0x359 (seven bytes) and Sol-Ark CAN V1.3, 0x359 (eight, the last 0).
    /// <code>
    ///   byte    0        1        2        3        4        5      6      7
    ///        +--------+--------+--------+--------+--------+------+------+------+
    ///        |protec- |protec- | alarm  | alarm  |modules | 0x50 | 0x4E |  0   |
    ///        |tion 1  |tion 2  |   1    |   2    | online | 'P'  | 'N'  |      |
    ///        +--------+--------+--------+--------+--------+------+------+------+
    /// </code>
    /// Bits: <see cref="AlarmBits"/>.
    /// </remarks>
    public static class AlarmsFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 7;

        /// <summary>Writes the frame; false if the master has not counted its batteries yet.</summary>
        public static bool TryWrite(BankReport bank, CanFrame frame)
        {
            if (bank.ModulesOnline == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.Alarms, NativeLength);
            frame.PutU8(0, FirstByte(bank.Protections));                                   // 0  protection 1
            frame.PutU8(1, SecondByte(bank.Protections));                                  // 1  protection 2
            frame.PutU8(2, FirstByte(bank.Alarms));                                        // 2  alarm 1
            frame.PutU8(3, SecondByte(bank.Alarms));                                       // 3  alarm 2
            frame.PutU8(4, Wire.CountU8(bank.ModulesOnline));                              // 4  modules online
            frame.PutU8(5, 'P');                                                           // 5  0x50
            frame.PutU8(6, 'N');                                                           // 6  0x4E
            return true;
        }

        private static int FirstByte(int flags)
        {
            return ((flags & BmsFlags.DischargeOverCurrent) != 0 ? AlarmBits.DischargeOverCurrent : 0)
                | ((flags & BmsFlags.UnderTemperature) != 0 ? AlarmBits.UnderTemperature : 0)
                | ((flags & BmsFlags.OverTemperature) != 0 ? AlarmBits.OverTemperature : 0)
                | ((flags & BmsFlags.UnderVoltage) != 0 ? AlarmBits.UnderVoltage : 0)
                | ((flags & BmsFlags.OverVoltage) != 0 ? AlarmBits.OverVoltage : 0);
        }

        private static int SecondByte(int flags)
        {
            return ((flags & BmsFlags.System) != 0 ? AlarmBits.System : 0)
                | ((flags & BmsFlags.ChargeOverCurrent) != 0 ? AlarmBits.ChargeOverCurrent : 0);
        }
    }
}
