using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
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
    public sealed class MeasurementsFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x356;

        private const int NativeLength = 6;
        private const int VoltageByte = 0;
        private const int CurrentByte = 2;
        private const int TemperatureByte = 4;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "Measurements"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return NativeLength;
        }

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (bank.VoltageMillivolts == BankReport.Unknown
                || bank.CurrentMilliamps == BankReport.Unknown
                || bank.TemperatureDecidegrees == BankReport.Unknown)
            {
                return false;
            }

            int current = Wire.DeciS16(bank.CurrentMilliamps);
            frame.Begin(CanId, NativeLength);
            frame.PutS16(VoltageByte, IsDecivolt(dialect) ? Wire.DeciS16(bank.VoltageMillivolts) : Wire.CentiS16(bank.VoltageMillivolts));
            frame.PutS16(CurrentByte, IsReversed(dialect) ? -current : current);
            frame.PutS16(TemperatureByte, Wire.ClampS16(bank.TemperatureDecidegrees));
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.S16("bankVoltageVolts", VoltageByte, IsDecivolt(dialect) ? 1 : 2);
            visitor.OnNumber("bankCurrentAmps", CurrentByte * 8, 16, true, 1, IsReversed(dialect));
            visitor.S16("temperatureCelsius", TemperatureByte, 1);
        }

        private static bool IsDecivolt(DialectSettings dialect)
        {
            return dialect.VoltageScale == VoltageScale.Decivolt;
        }

        private static bool IsReversed(DialectSettings dialect)
        {
            return dialect.CurrentSign == CurrentSign.DischargePositive;
        }
    }
}
