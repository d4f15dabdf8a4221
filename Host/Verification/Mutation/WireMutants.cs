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
                "sign == CurrentSign.DischargePositive ? -current : current", "sign == CurrentSign.DischargePositive ? current : -current",
                "0x356 carries the current with the other sign"),
            new("voltage-scale", MutantKind.WrongScale, Measurements,
                "scale == VoltageScale.Decivolt", "scale != VoltageScale.Decivolt", "0x356 carries the voltage in the other scale"),
            new("temperature-byte", MutantKind.WrongBit, Measurements,
                "frame.PutS16(4, Wire", "frame.PutS16(6, Wire", "0x356 carries the temperature two bytes too late"),
            new("cvl-scale", MutantKind.WrongScale, Limits,
                "frame.PutU16(0, Wire.DeciU16(bank.ChargeVoltageLimitMillivolts))", "frame.PutU16(0, Wire.DeciU16(bank.ChargeVoltageLimitMillivolts / 10))",
                "0x351 carries the CVL in volts"),
            new("limits-swapped", MutantKind.WrongBit, Limits,
                "frame.PutS16(2, Wire.DeciPositiveS16(bank.ChargeCurrentLimitMilliamps))",
                "frame.PutS16(2, Wire.DeciPositiveS16(bank.DischargeCurrentLimitMilliamps))", "0x351 says DCL where CCL belongs"),
            new("dcl-stale", MutantKind.Missing, Limits,
                "frame.PutS16(4, Wire.DeciPositiveS16(bank.DischargeCurrentLimitMilliamps))", "frame.PutS16(4, 1000)",
                "0x351 says 100 A of DCL for ever"),
            new("dvl-missing", MutantKind.Missing, Limits,
                "frame.PutU16(6, Wire.DeciU16(bank.DischargeVoltageLimitMillivolts))", "frame.PutU16(6, 0)", "0x351 says no DVL"),
            new("soc-scale", MutantKind.WrongScale, State,
                "frame.PutU16(0, Wire.PercentDown(bank.SocPermille))", "frame.PutU16(0, bank.SocPermille)", "0x355 says SOC in permille"),
            new("soh-is-soc", MutantKind.WrongRule, State,
                "frame.PutU16(2, Wire.PercentDown(bank.SohPermille))", "frame.PutU16(2, Wire.PercentDown(bank.SocPermille))", "0x355 says SOC twice"),
            new("over-voltage-bit", MutantKind.WrongBit, Alarms,
                "BmsFlags.OverVoltage) != 0 ? AlarmBits.OverVoltage", "BmsFlags.OverVoltage) != 0 ? AlarmBits.OverVoltage >> 1",
                "0x359 shows over-voltage one bit too low"),
            new("temperature-bits", MutantKind.WrongBit, Alarms,
                "BmsFlags.UnderTemperature) != 0 ? AlarmBits.UnderTemperature", "BmsFlags.UnderTemperature) != 0 ? AlarmBits.OverTemperature",
                "0x359 calls cold hot"),
            new("charge-over-current-bit", MutantKind.WrongBit, Alarms,
                "BmsFlags.ChargeOverCurrent) != 0 ? AlarmBits.ChargeOverCurrent", "BmsFlags.ChargeOverCurrent) != 0 ? AlarmBits.ChargeOverCurrent << 1",
                "0x359 shows charge over-current one bit too high"),
            new("alarms-as-protections", MutantKind.WrongBit, Alarms,
                "frame.PutU8(0, FirstByte(bank.Protections))", "frame.PutU8(0, FirstByte(bank.Alarms))", "0x359 shows alarms as protections"),
            new("module-count", MutantKind.WrongRule, Alarms,
                "Wire.CountU8(bank.ModulesOnline)", "Wire.CountU8(1)", "0x359 always counts one module"),
            new("force-bits-swapped", MutantKind.WrongBit, Requests,
                "bank.ForceChargeBit5 ? RequestBits.ForceChargeBit5", "bank.ForceChargeBit5 ? RequestBits.ForceChargeBit4",
                "0x35C asks with bit 4 where bit 5 is meant"),
            new("charge-enable-missing", MutantKind.Missing, Requests,
                "bank.ChargeEnabled ? RequestBits.ChargeEnable", "bank.ChargeEnabled ? 0", "0x35C never allows charging"),
            new("discharge-enable-stuck", MutantKind.Missing, Requests,
                "bank.DischargeEnabled ? RequestBits.DischargeEnable", "true ? RequestBits.DischargeEnable", "0x35C always allows discharging"),
            new("full-bit", MutantKind.WrongBit, Requests,
                "bank.FullChargeRequested ? RequestBits.FullCharge", "bank.FullChargeRequested ? RequestBits.FullCharge >> 1",
                "0x35C asks for a full charge one bit too low"),
            new("name-lost", MutantKind.Missing, Frames + "NameFrame.cs",
                "index < name.Length ? name[index] : ' '", "' '", "0x35E carries blanks"),
            new("capacity-lost", MutantKind.WrongScale, Frames + "CapacityFrame.cs",
                "Wire.AmpereHoursU16(bank.CapacityMilliampereHours)", "Wire.AmpereHoursU16(bank.CapacityMilliampereHours / 10)",
                "0x379 says a tenth of the capacity"),
            new("soc-above-full", MutantKind.LostClamp, Wire,
                "permille <= 0 ? 0 : permille >= 1000 ? 100 : permille / 10", "(permille / 10) + (permille >= 1000 ? 1 : 0)", "SOC goes to 101 %"),
            new("count-of-none", MutantKind.LostClamp, Wire,
                "value < 1 ? 1 : value > 0xFF ? 0xFF : value", "value - 1", "the bank counts one battery too few"),
        ];
    }
}
