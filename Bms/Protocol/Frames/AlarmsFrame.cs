using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
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
    /// Bits of a protection or alarm word: <see cref="AlarmBits"/>.
    /// </remarks>
    public sealed class AlarmsFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x359;

        private const int NativeLength = 7;
        private const int ProtectionsByte = 0;
        private const int AlarmsByte = 2;
        private const int ModulesByte = 4;
        private const int MarkByte = 5;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "Alarms"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return NativeLength;
        }

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (bank.ModulesOnline == BankReport.Unknown)
            {
                return false;
            }

            frame.Begin(CanId, NativeLength);
            frame.PutU16(ProtectionsByte, WordOf(bank.Protections));
            frame.PutU16(AlarmsByte, WordOf(bank.Alarms));
            frame.PutU8(ModulesByte, Wire.ClampU8(bank.ModulesOnline));
            frame.PutU8(MarkByte, 'P');
            frame.PutU8(MarkByte + 1, 'N');
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            const int protections = ProtectionsByte * 8;
            const int alarms = AlarmsByte * 8;
            visitor.Flag("dischargeOverCurrentProtection", protections + AlarmBits.DischargeOverCurrent);
            visitor.Flag("underTemperatureProtection", protections + AlarmBits.UnderTemperature);
            visitor.Flag("overTemperatureProtection", protections + AlarmBits.OverTemperature);
            visitor.Flag("underVoltageProtection", protections + AlarmBits.UnderVoltage);
            visitor.Flag("overVoltageProtection", protections + AlarmBits.OverVoltage);
            visitor.Flag("systemErrorProtection", protections + AlarmBits.System);
            visitor.Flag("chargeOverCurrentProtection", protections + AlarmBits.ChargeOverCurrent);
            visitor.Flag("dischargeHighCurrentAlarm", alarms + AlarmBits.DischargeOverCurrent);
            visitor.Flag("lowTemperatureAlarm", alarms + AlarmBits.UnderTemperature);
            visitor.Flag("highTemperatureAlarm", alarms + AlarmBits.OverTemperature);
            visitor.Flag("lowVoltageAlarm", alarms + AlarmBits.UnderVoltage);
            visitor.Flag("highVoltageAlarm", alarms + AlarmBits.OverVoltage);
            visitor.Flag("internalCommunicationAlarm", alarms + AlarmBits.System);
            visitor.Flag("chargeHighCurrentAlarm", alarms + AlarmBits.ChargeOverCurrent);
            visitor.U8("modulesOnline", ModulesByte);
            visitor.OnText("manufacturerMark", MarkByte, 2);
        }

        private static int WordOf(int flags)
        {
            if (flags == 0)
            {
                return 0;
            }

            return ((flags & BmsFlags.DischargeOverCurrent) != 0 ? 1 << AlarmBits.DischargeOverCurrent : 0)
                | ((flags & BmsFlags.UnderTemperature) != 0 ? 1 << AlarmBits.UnderTemperature : 0)
                | ((flags & BmsFlags.OverTemperature) != 0 ? 1 << AlarmBits.OverTemperature : 0)
                | ((flags & BmsFlags.UnderVoltage) != 0 ? 1 << AlarmBits.UnderVoltage : 0)
                | ((flags & BmsFlags.OverVoltage) != 0 ? 1 << AlarmBits.OverVoltage : 0)
                | ((flags & BmsFlags.System) != 0 ? 1 << AlarmBits.System : 0)
                | ((flags & BmsFlags.ChargeOverCurrent) != 0 ? 1 << AlarmBits.ChargeOverCurrent : 0);
        }
    }
}
