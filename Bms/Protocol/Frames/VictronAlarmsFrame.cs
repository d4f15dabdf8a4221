using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35A: alarms (bytes 0-3) and warnings (bytes 4-7), two bits each: 01 raised, 10 well, 00 not supported.</summary>
    /// <remarks>
    /// Victron CAN-bus BMS set, as Pylontech "V1.3" senders use it in place of 0x359. Bits 7:6, 5:4, 3:2, 1:0 of each byte:
    /// <code>
    ///   byte 0, 4 | over-temperature       under-voltage      over-voltage   general (not supported)
    ///   byte 1, 5 | discharge over-current  not supported      not supported  under-temperature
    ///   byte 2, 6 | internal failure        not supported      not supported  charge over-current
    ///   byte 3, 7 | not supported
    /// </code>
    /// </remarks>
    public static class VictronAlarmsFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 8;

        private const int Raised = 1;
        private const int Well = 2;

        /// <summary>Writes the frame; false if the master has not heard its batteries yet.</summary>
        public static bool TryWrite(BankReport bank, CanFrame frame)
        {
            if (bank.ModulesOnline == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.VictronAlarms, NativeLength);
            Put(frame, 0, bank.Protections);
            Put(frame, 4, bank.Alarms);
            return true;
        }

        private static void Put(CanFrame frame, int offset, int flags)
        {
            frame.PutU8(offset, (Pair(flags, BmsFlags.OverTemperature) << 6)
                | (Pair(flags, BmsFlags.UnderVoltage) << 4)
                | (Pair(flags, BmsFlags.OverVoltage) << 2));
            frame.PutU8(offset + 1, (Pair(flags, BmsFlags.DischargeOverCurrent) << 6) | Pair(flags, BmsFlags.UnderTemperature));
            frame.PutU8(offset + 2, (Pair(flags, BmsFlags.System) << 6) | Pair(flags, BmsFlags.ChargeOverCurrent));
        }

        private static int Pair(int flags, int flag)
        {
            return (flags & flag) != 0 ? Raised : Well;
        }
    }
}
