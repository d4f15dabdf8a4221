using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35A: alarms and warnings, two bits each: 01 raised, 10 clear, 00 not supported.</summary>
    /// <remarks>
    /// Victron CAN-bus BMS set, as Pylontech "V1.3" senders use it in place of 0x359.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        |        alarms         |       warnings        |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// Pairs: <see cref="VictronAlarmBits"/>. Those that the bank does not watch are 00, and so are
    /// those that are well, unless the dialect says "ok".
    /// </remarks>
    public sealed class VictronAlarmsFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x35A;

        private const int NativeLength = 8;
        private const int AlarmsByte = 0;
        private const int WarningsByte = 4;
        private const int Raised = 1;
        private const int Clear = 2;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "VictronAlarms"; } }

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
            int well = dialect.SendsOkPairs ? Clear : 0;
            Put(frame, AlarmsByte, bank.Protections, well);
            Put(frame, WarningsByte, bank.Alarms, well);
            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            DescribeBits(visitor, AlarmsByte * 8, "Alarm");
            DescribeBits(visitor, WarningsByte * 8, "Warning");
        }

        private static void Put(CanFrame frame, int offset, int flags, int well)
        {
            int pairs = Pair(flags, BmsFlags.OverVoltage, VictronAlarmBits.HighVoltage, well)
                | Pair(flags, BmsFlags.UnderVoltage, VictronAlarmBits.LowVoltage, well)
                | Pair(flags, BmsFlags.OverTemperature, VictronAlarmBits.HighTemperature, well)
                | Pair(flags, BmsFlags.UnderTemperature, VictronAlarmBits.LowTemperature, well)
                | Pair(flags, BmsFlags.DischargeOverCurrent, VictronAlarmBits.HighDischargeCurrent, well)
                | Pair(flags, BmsFlags.ChargeOverCurrent, VictronAlarmBits.HighChargeCurrent, well)
                | Pair(flags, BmsFlags.System, VictronAlarmBits.InternalFailure, well);
            frame.PutU16(offset, pairs);
            frame.PutU16(offset + 2, pairs >> 16);
        }

        private static int Pair(int flags, int flag, int lowBit, int well)
        {
            return ((flags & flag) != 0 ? Raised : well) << lowBit;
        }

        private static void DescribeBits(SignalVisitor visitor, int firstBit, string suffix)
        {
            Pair(visitor, "general" + suffix, firstBit + VictronAlarmBits.General);
            Pair(visitor, "highVoltage" + suffix, firstBit + VictronAlarmBits.HighVoltage);
            Pair(visitor, "lowVoltage" + suffix, firstBit + VictronAlarmBits.LowVoltage);
            Pair(visitor, "highTemperature" + suffix, firstBit + VictronAlarmBits.HighTemperature);
            Pair(visitor, "lowTemperature" + suffix, firstBit + VictronAlarmBits.LowTemperature);
            Pair(visitor, "highChargeTemperature" + suffix, firstBit + VictronAlarmBits.HighChargeTemperature);
            Pair(visitor, "lowChargeTemperature" + suffix, firstBit + VictronAlarmBits.LowChargeTemperature);
            Pair(visitor, "highDischargeCurrent" + suffix, firstBit + VictronAlarmBits.HighDischargeCurrent);
            Pair(visitor, "highChargeCurrent" + suffix, firstBit + VictronAlarmBits.HighChargeCurrent);
            Pair(visitor, "contactor" + suffix, firstBit + VictronAlarmBits.Contactor);
            Pair(visitor, "shortCircuit" + suffix, firstBit + VictronAlarmBits.ShortCircuit);
            Pair(visitor, "internalFailure" + suffix, firstBit + VictronAlarmBits.InternalFailure);
            Pair(visitor, "cellImbalance" + suffix, firstBit + VictronAlarmBits.CellImbalance);
        }

        private static void Pair(SignalVisitor visitor, string name, int lowBit)
        {
            visitor.OnNumber(name, lowBit, 2, false, 0, false);
        }
    }
}
