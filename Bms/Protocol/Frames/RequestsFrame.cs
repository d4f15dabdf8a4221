using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
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
    /// The papers number force charge 1 and 2 the other way round: so here by bit.
    /// </remarks>
    public sealed class RequestsFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x35C;

        private const int NativeLength = 2;
        private const int ChargeEnable = 7;
        private const int DischargeEnable = 6;
        private const int ForceChargeBit5 = 5; // "request force charge I" in Pylontech V1.2, "Forced Charge Request 2" in Sol-Ark V1.3
        private const int ForceChargeBit4 = 4; // "request force charge II" in Pylontech V1.2, "Forced Charge Request 1" in Sol-Ark V1.3
        private const int FullCharge = 3;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "Requests"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return NativeLength;
        }

        /// <summary>Writes the frame; false while the limits, which the enables follow, are not known yet.</summary>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (bank.ChargeCurrentLimitMilliamps == BankReport.Unknown || bank.DischargeCurrentLimitMilliamps == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(CanId, NativeLength);
            frame.PutU8(0, (bank.ChargeEnabled ? 1 << ChargeEnable : 0)
                | (bank.DischargeEnabled ? 1 << DischargeEnable : 0)
                | (bank.ForceChargeBit5 ? 1 << ForceChargeBit5 : 0)
                | (bank.ForceChargeBit4 ? 1 << ForceChargeBit4 : 0)
                | (bank.FullChargeRequested ? 1 << FullCharge : 0));
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.Flag("chargeEnable", ChargeEnable);
            visitor.Flag("dischargeEnable", DischargeEnable);
            visitor.Flag("forceChargeBit5", ForceChargeBit5);
            visitor.Flag("forceChargeBit4", ForceChargeBit4);
            visitor.Flag("fullChargeRequest", FullCharge);
        }
    }
}
