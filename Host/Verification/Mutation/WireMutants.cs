using System.Collections.Generic;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Faults between the bank's report and the bytes.</summary>
    internal static class WireMutants
    {
        private const string Frames = "Bms/Protocol/Frames/";
        private const string Limits = Frames + "LimitsFrame.cs";
        private const string State = Frames + "StateFrame.cs";
        private const string Measurements = Frames + "MeasurementsFrame.cs";
        private const string Alarms = Frames + "AlarmsFrame.cs";
        private const string Requests = Frames + "RequestsFrame.cs";
        private const string Wire = "Bms/Protocol/Wire.cs";

        public static IReadOnlyList<Mutant> All { get; } =
        [
            new("current-sign", MutantKind.SwappedSign, Measurements,
                "IsReversed(dialect) ? -current : current", "IsReversed(dialect) ? current : -current",
                "0x356 carries the current with the other sign"),
            new("voltage-scale", MutantKind.WrongScale, Measurements,
                "IsDecivolt(dialect) ? Wire.DeciS16", "!IsDecivolt(dialect) ? Wire.DeciS16", "0x356 carries the voltage in the other scale"),
            new("temperature-byte", MutantKind.WrongBit, Measurements,
                "frame.PutS16(TemperatureByte, Wire", "frame.PutS16(TemperatureByte + 2, Wire", "0x356 carries the temperature two bytes too late"),
            new("cvl-scale", MutantKind.WrongScale, Limits,
                "frame.PutU16(CvlByte, Wire.DeciU16(bank.ChargeVoltageLimitMillivolts))", "frame.PutU16(CvlByte, Wire.DeciU16(bank.ChargeVoltageLimitMillivolts / 10))",
                "0x351 carries the CVL in volts"),
            new("limits-swapped", MutantKind.WrongBit, Limits,
                "frame.PutS16(CclByte, Wire.DeciS16(bank.ChargeCurrentLimitMilliamps))",
                "frame.PutS16(CclByte, Wire.DeciS16(bank.DischargeCurrentLimitMilliamps))", "0x351 says DCL where CCL belongs"),
            new("dcl-stale", MutantKind.Missing, Limits,
                "frame.PutS16(DclByte, Wire.DeciS16(bank.DischargeCurrentLimitMilliamps))", "frame.PutS16(DclByte, 1000)",
                "0x351 says 100 A of DCL indefinitely"),
            new("dvl-missing", MutantKind.Missing, Limits,
                "frame.PutU16(DvlByte, Wire.DeciU16(bank.DischargeVoltageLimitMillivolts))", "frame.PutU16(DvlByte, 0)", "0x351 says no DVL"),
            new("soc-scale", MutantKind.WrongScale, State,
                "frame.PutU16(SocByte, Wire.SocPercentU16(bank.SocPermille, dialect.SocRounding))", "frame.PutU16(SocByte, bank.SocPermille)", "0x355 says SOC in permille"),
            new("soh-is-soc", MutantKind.WrongRule, State,
                "frame.PutU16(SohByte, Wire.PercentU16(bank.SohPermille))", "frame.PutU16(SohByte, Wire.PercentU16(bank.SocPermille))", "0x355 says SOC twice"),
            new("over-voltage-bit", MutantKind.WrongBit, Alarms,
                "BmsFlags.OverVoltage) != 0 ? 1 << AlarmBits.OverVoltage", "BmsFlags.OverVoltage) != 0 ? 1 << AlarmBits.OverVoltage >> 1",
                "0x359 shows over-voltage one bit too low"),
            new("temperature-bits", MutantKind.WrongBit, Alarms,
                "BmsFlags.UnderTemperature) != 0 ? 1 << AlarmBits.UnderTemperature", "BmsFlags.UnderTemperature) != 0 ? 1 << AlarmBits.OverTemperature",
                "0x359 calls cold hot"),
            new("charge-over-current-bit", MutantKind.WrongBit, Alarms,
                "BmsFlags.ChargeOverCurrent) != 0 ? 1 << AlarmBits.ChargeOverCurrent", "BmsFlags.ChargeOverCurrent) != 0 ? 2 << AlarmBits.ChargeOverCurrent",
                "0x359 shows charge over-current one bit too high"),
            new("alarms-as-protections", MutantKind.WrongBit, Alarms,
                "frame.PutU16(ProtectionsByte, WordOf(bank.Protections))", "frame.PutU16(ProtectionsByte, WordOf(bank.Alarms))", "0x359 shows alarms as protections"),
            new("module-count", MutantKind.WrongRule, Alarms,
                "Wire.ClampU8(bank.ModulesOnline)", "Wire.ClampU8(1)", "0x359 always counts one module"),
            new("force-bits-swapped", MutantKind.WrongBit, Requests,
                "bank.ForceChargeBit5 ? 1 << ForceChargeBit5", "bank.ForceChargeBit5 ? 1 << ForceChargeBit4",
                "0x35C asks with bit 4 where bit 5 is meant"),
            new("charge-enable-missing", MutantKind.Missing, Requests,
                "bank.ChargeEnabled ? 1 << ChargeEnable", "bank.ChargeEnabled ? 0", "0x35C never allows charging"),
            new("discharge-enable-stuck", MutantKind.Missing, Requests,
                "bank.DischargeEnabled ? 1 << DischargeEnable", "true ? 1 << DischargeEnable", "0x35C always allows discharging"),
            new("full-bit", MutantKind.WrongBit, Requests,
                "bank.FullChargeRequested ? 1 << FullCharge", "bank.FullChargeRequested ? 1 << FullCharge >> 1",
                "0x35C asks for a full charge one bit too low"),
            new("name-lost", MutantKind.Missing, Frames + "NameFrame.cs",
                "index < name.Length ? name[index] : ' '", "' '", "0x35E carries blanks"),
            new("capacity-lost", MutantKind.WrongScale, Frames + "CapacityFrame.cs",
                "Wire.AmpereHoursU16(bank.CapacityMilliampereHours)", "Wire.AmpereHoursU16(bank.CapacityMilliampereHours / 10)",
                "0x379 says a tenth of the capacity"),
            new("soc-above-full", MutantKind.LostClamp, Wire,
                "return ClampU16(permille / 10);", "return (permille / 10) + (permille >= 1000 ? 1 : 0);", "SOC goes to 101 %"),
            new("count-of-none", MutantKind.LostClamp, Wire,
                "value < 0 ? 0 : value > 0xFF ? 0xFF : value", "value - 1", "the bank counts one battery too few"),
        ];
    }
}
