using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
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
    public sealed class LimitsFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x351;

        private const int NativeLength = 8;
        private const int CvlByte = 0;
        private const int CclByte = 2;
        private const int DclByte = 4;
        private const int DvlByte = 6;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "Limits"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return NativeLength;
        }

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (bank.ChargeVoltageLimitMillivolts == BankReport.Unknown
                || bank.ChargeCurrentLimitMilliamps == BankReport.Unknown
                || bank.DischargeCurrentLimitMilliamps == BankReport.Unknown
                || bank.DischargeVoltageLimitMillivolts == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(CanId, NativeLength);
            frame.PutU16(CvlByte, Wire.DeciU16(bank.ChargeVoltageLimitMillivolts));
            frame.PutS16(CclByte, Wire.DeciS16(bank.ChargeCurrentLimitMilliamps));
            frame.PutS16(DclByte, Wire.DeciS16(bank.DischargeCurrentLimitMilliamps));
            frame.PutU16(DvlByte, Wire.DeciU16(bank.DischargeVoltageLimitMillivolts));
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.U16("chargeVoltageLimitVolts", CvlByte, 1);
            visitor.S16("chargeCurrentLimitAmps", CclByte, 1);
            visitor.S16("dischargeCurrentLimitAmps", DclByte, 1);
            visitor.U16("dischargeVoltageLimitVolts", DvlByte, 1);
        }
    }
}
