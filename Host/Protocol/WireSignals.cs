using System;
using System.Linq;

namespace BatterySim.Host.Protocol
{
    /// <summary>Signals of the low-voltage frames in steps of the wire, compiled once from the message catalogue, for readers of long logs.</summary>
    /// <remarks>A name ends with the step: decivolts are 0.1 V. While the dialect of a log is open, raw values are what can be compared.</remarks>
    public static class WireSignals
    {
        /// <summary>The letters PN behind the flags of 0x359, as <see cref="ManufacturerMark"/> reads them.</summary>
        public const int PylontechMark = 'P' | ('N' << 8);

        private static readonly MessageDefinition Limits = Message("sol-ark", 0x351);
        private static readonly MessageDefinition State = Message("pylontech-v1.3", 0x355);
        private static readonly MessageDefinition Measurements = Message("sol-ark", 0x356);
        private static readonly MessageDefinition Alarms = Message("sol-ark", 0x359);
        private static readonly MessageDefinition Pairs = Message("pylontech-v1.3", 0x35A);
        private static readonly MessageDefinition Requests = Message("sol-ark", 0x35C);

        /// <summary>CVL, 0.1 V.</summary>
        public static CompiledSignal ChargeVoltageLimitDecivolts { get; } = Of(Limits, "chargeVoltageLimitVolts");

        /// <summary>CCL, 0.1 A.</summary>
        public static CompiledSignal ChargeCurrentLimitDeciamps { get; } = Of(Limits, "chargeCurrentLimitAmps");

        /// <summary>DCL, 0.1 A.</summary>
        public static CompiledSignal DischargeCurrentLimitDeciamps { get; } = Of(Limits, "dischargeCurrentLimitAmps");

        /// <summary>DVL, 0.1 V.</summary>
        public static CompiledSignal DischargeVoltageLimitDecivolts { get; } = Of(Limits, "dischargeVoltageLimitVolts");

        /// <summary>SOC, %.</summary>
        public static CompiledSignal SocPercent { get; } = Of(State, "socPercent");

        /// <summary>SOH, %.</summary>
        public static CompiledSignal SohPercent { get; } = Of(State, "sohPercent");

        /// <summary>SOC, 0.01 %.</summary>
        public static CompiledSignal SocFineCentipercent { get; } = Of(State, "socFinePercent");

        /// <summary>Voltage, 0.01 V, or 0.1 V where the dialect says so.</summary>
        public static CompiledSignal BankVoltageRaw { get; } = Of(Measurements, "bankVoltageVolts");

        /// <summary>Current, 0.1 A, with the sign of the wire.</summary>
        public static CompiledSignal BankCurrentDeciamps { get; } = Of(Measurements, "bankCurrentAmps");

        /// <summary>Temperature, 0.1 degrees Celsius.</summary>
        public static CompiledSignal TemperatureDecidegrees { get; } = Of(Measurements, "temperatureCelsius");

        /// <summary>Modules of 0x359.</summary>
        public static CompiledSignal ModulesOnline { get; } = Of(Alarms, "modulesOnline");

        /// <summary>Two letters of the maker in 0x359, the first one lowest.</summary>
        public static CompiledSignal ManufacturerMark { get; } = Of(Alarms, "manufacturerMark");

        /// <summary>Modules of 0x364, Deye.</summary>
        public static CompiledSignal DeyeModulesOnline { get; } = Of(Message("deye-v3.3", 0x364), "modulesOnline");

        /// <summary>Modules of 0x372, Victron.</summary>
        public static CompiledSignal VictronModulesOnline { get; } = Of(Message("victron", 0x372), "modulesOnline");

        /// <summary>Capacity of 0x379, Ah.</summary>
        public static CompiledSignal CapacityAmpereHours { get; } = Of(Message("sol-ark", 0x379), "capacityAmpereHours");

        /// <summary>Capacity of 0x35F, Ah.</summary>
        public static CompiledSignal InfoCapacityAmpereHours { get; } = Of(Message("pylontech-v1.3", 0x35F), "capacityAmpereHours");

        /// <summary>Bits of the protections in the data of 0x359.</summary>
        public static ulong ProtectionBits { get; } = BitsOf(Alarms, static name => name.EndsWith("Protection", StringComparison.Ordinal));

        /// <summary>Bits of the alarms in the data of 0x359.</summary>
        public static ulong AlarmBits { get; } = BitsOf(Alarms, static name => name.EndsWith("Alarm", StringComparison.Ordinal));

        /// <summary>Lower bit of each pair of 0x35A that is an alarm.</summary>
        public static ulong AlarmPairs { get; } = BitsOf(Pairs, static name => name.EndsWith("Alarm", StringComparison.Ordinal));

        /// <summary>Lower bit of each pair of 0x35A that is a warning.</summary>
        public static ulong WarningPairs { get; } = BitsOf(Pairs, static name => name.EndsWith("Warning", StringComparison.Ordinal));

        /// <summary>All bits of 0x35C that mean something.</summary>
        public static ulong RequestBits { get; } = BitsOf(Requests, static _ => true);

        /// <summary>Charge enable in the data of 0x35C.</summary>
        public static ulong ChargeEnableBit { get; } = BitsOf(Requests, static name => name == "chargeEnable");

        /// <summary>Discharge enable in the data of 0x35C.</summary>
        public static ulong DischargeEnableBit { get; } = BitsOf(Requests, static name => name == "dischargeEnable");

        /// <summary>Both requests for a forced charge in the data of 0x35C.</summary>
        public static ulong ForceChargeBits { get; } = BitsOf(Requests, static name => name.StartsWith("forceCharge", StringComparison.Ordinal));

        /// <summary>Request for a full charge in the data of 0x35C.</summary>
        public static ulong FullChargeBit { get; } = BitsOf(Requests, static name => name == "fullChargeRequest");

        /// <summary>True if one of the pairs is raised: its lower bit is set and its upper one is not.</summary>
        public static bool HasRaised(ulong data, ulong pairs) => (data & ~(data >> 1) & pairs) != 0;

        private static CompiledSignal Of(MessageDefinition message, string name) =>
            CompiledSignal.Compile(message, name, (int)(1 / message.Signals.Single(signal => signal.Name == name).Scale));

        private static ulong BitsOf(MessageDefinition message, Func<string, bool> isMeant) =>
            message.Signals.Where(signal => isMeant(signal.Name)).Aggregate(0UL, static (bits, signal) => bits | (1UL << signal.StartBit));

        private static MessageDefinition Message(string dialect, uint id) => DecodeDialects.Find(dialect)!.Find(id, false)!;
    }
}
