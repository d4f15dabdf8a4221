using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x379: capacity of the bank.</summary>
    /// <remarks>
    /// Sol-Ark CAN V1.3, 0x379. Pylontech's papers do not have it. Little endian.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        | capacity  |                 0                 |
    ///        | u16 1 Ah  |                                   |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// </remarks>
    public sealed class CapacityFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x379;

        private const int NativeLength = 8;
        private const int CapacityByte = 0;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "Capacity"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return NativeLength;
        }

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (bank.CapacityMilliampereHours == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(CanId, NativeLength);
            frame.PutU16(CapacityByte, Wire.AmpereHoursU16(bank.CapacityMilliampereHours));
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.U16("capacityAmpereHours", CapacityByte, 0);
        }
    }
}
