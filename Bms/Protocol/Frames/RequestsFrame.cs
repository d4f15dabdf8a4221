using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35C: what the bank permits and what it asks for.</summary>
    /// <remarks>
    /// Pylontech LV V1.2, 0x35C (two bytes) and Sol-Ark CAN V1.3, 0x35C (eight, the rest 0).
    /// <code>
    ///   byte 0   bit 7     bit 6      bit 5    bit 4    bit 3    2:0
    ///          +--------+-----------+--------+--------+--------+-----+
    ///          | charge | discharge | force  | force  |  full  |  0  |
    ///          | enable |  enable   | charge | charge | charge |     |
    ///          +--------+-----------+--------+--------+--------+-----+
    /// </code>
    /// </remarks>
    public static class RequestsFrame
    {
        /// <summary>Data bytes of the frame before padding.</summary>
        public const int NativeLength = 2;

        /// <summary>Writes the frame; false while the limits, which the enables follow, are not known yet.</summary>
        public static bool TryWrite(BankReport bank, CanFrame frame)
        {
            if (bank.ChargeCurrentLimitMilliamps == BankReport.Unknown || bank.DischargeCurrentLimitMilliamps == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(FrameIds.Requests, NativeLength);
            frame.PutU8(0, (bank.ChargeEnabled ? RequestBits.ChargeEnable : 0)
                | (bank.DischargeEnabled ? RequestBits.DischargeEnable : 0)
                | (bank.ForceChargeBit5 ? RequestBits.ForceChargeBit5 : 0)
                | (bank.ForceChargeBit4 ? RequestBits.ForceChargeBit4 : 0)
                | (bank.FullChargeRequested ? RequestBits.FullCharge : 0));
            return true;
        }
    }
}
