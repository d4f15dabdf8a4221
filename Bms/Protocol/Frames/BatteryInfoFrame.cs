using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35F: chemistry, versions and capacity.</summary>
    /// <remarks>
    /// Pylontech "V1.3" and Victron sets. Little endian; the version is BatterySim's own, since it has no product's to claim.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        | 'L' | 'I' | fw  | hw  | capacity  |     0     |
    ///        |           | n.n |  1  | u16 1 Ah  |           |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// </remarks>
    public sealed class BatteryInfoFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x35F;

        private const int NativeLength = 8;
        private const int TypeByte = 0;
        private const int VersionByte = 2;
        private const int CapacityByte = 4;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "BatteryInfo"; } }

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
            frame.PutU8(TypeByte, 'L');
            frame.PutU8(TypeByte + 1, 'I');
            frame.PutU8(VersionByte, Product.FirmwareVersion);
            frame.PutU8(VersionByte + 1, Product.HardwareVersion);
            frame.PutU16(CapacityByte, Wire.AmpereHoursU16(bank.CapacityMilliampereHours));
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.U16("typeCode", TypeByte, 0);
            visitor.U16("versionRaw", VersionByte, 0);
            visitor.U16("capacityAmpereHours", CapacityByte, 0);
        }
    }
}
