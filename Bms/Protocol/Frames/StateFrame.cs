using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
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
    /// </remarks>
    public sealed class StateFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x355;

        private const int NativeLength = 4;
        private const int NativeLengthWithFineSoc = 6;
        private const int SocByte = 0;
        private const int SohByte = 2;
        private const int FineSocByte = 4;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "State"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return dialect.SendsFineSoc ? NativeLengthWithFineSoc : NativeLength;
        }

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (bank.SocPermille == BankReport.Unknown || bank.SohPermille == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(CanId, NativeLengthIn(dialect));
            frame.PutU16(SocByte, Wire.SocPercentU16(bank.SocPermille, dialect.SocRounding));
            frame.PutU16(SohByte, Wire.PercentU16(bank.SohPermille));
            if (dialect.SendsFineSoc)
            {
                frame.PutU16(FineSocByte, Wire.CentiPercentU16(bank.SocPermille));
            }

            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.U16("socPercent", SocByte, 0);
            visitor.U16("sohPercent", SohByte, 0);
            if (dialect.SendsFineSoc)
            {
                visitor.U16("socFinePercent", FineSocByte, 2);
            }
        }
    }
}
