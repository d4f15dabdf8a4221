using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x379: capacity of the bank, u16 in bytes 0-1, 1 Ah; the rest 0.</summary>
    /// <remarks>Sol-Ark CAN V1.3, 0x379. Pylontech's papers do not have it.</remarks>
    public static class CapacityFrame
    {
        /// <summary>Data bytes of the frame.</summary>
        public const int NativeLength = 8;

        /// <summary>Writes the frame; false if the capacity is not known yet.</summary>
        public static bool TryWrite(BankReport bank, CanFrame frame)
        {
            if (bank.CapacityMilliampereHours == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.Capacity, NativeLength);
            frame.PutU16(0, Wire.AmpereHoursU16(bank.CapacityMilliampereHours));           // 0-1  capacity  1 Ah
            return true;
        }
    }
}
