using BatterySim.Bms;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Inverter
{
    /// <summary>The signals that the inverter reads, compiled once from the message catalogue.</summary>
    internal static class BmsDataSignals
    {
        private const int Milli = 1000;
        private const int Deci = 10;

        private static readonly MessageDefinition Limits = Message("sol-ark", 0x351);
        private static readonly MessageDefinition State = Message("sol-ark", 0x355);
        private static readonly MessageDefinition Measurements = Message("sol-ark", 0x356);
        private static readonly MessageDefinition AlarmMessage = Message("sol-ark", 0x359);
        private static readonly MessageDefinition VictronAlarms = Message("pylontech-v1.3", 0x35A);

        public static readonly CompiledSignal ChargeVoltageLimitMillivolts = CompiledSignal.Compile(Limits, "chargeVoltageLimitVolts", Milli);
        public static readonly CompiledSignal ChargeCurrentLimitMilliamps = CompiledSignal.Compile(Limits, "chargeCurrentLimitAmps", Milli);
        public static readonly CompiledSignal DischargeCurrentLimitMilliamps = CompiledSignal.Compile(Limits, "dischargeCurrentLimitAmps", Milli);
        public static readonly CompiledSignal DischargeVoltageLimitMillivolts = CompiledSignal.Compile(Limits, "dischargeVoltageLimitVolts", Milli);
        public static readonly CompiledSignal SocPermille = CompiledSignal.Compile(State, "socPercent", Deci);
        public static readonly CompiledSignal SohPermille = CompiledSignal.Compile(State, "sohPercent", Deci);
        public static readonly CompiledSignal VoltageMillivolts = CompiledSignal.Compile(Measurements, "bankVoltageVolts", Milli);

        /// <summary>The voltage where 0x356 is in 0.1 V, as Sol-Ark CAN V1.3 prints.</summary>
        public static readonly CompiledSignal VoltageInTenthsMillivolts =
            CompiledSignal.Compile(Message("sol-ark-v1.3", 0x356), "bankVoltageVolts", Milli);

        public static readonly CompiledSignal CurrentMilliamps = CompiledSignal.Compile(Measurements, "bankCurrentAmps", Milli);

        /// <summary>The current where a positive one in 0x356 discharges, as Deye's own packs send it.</summary>
        public static readonly CompiledSignal CurrentDischargePositiveMilliamps =
            CompiledSignal.Compile(Message("deye", 0x356), "bankCurrentAmps", Milli);

        public static readonly CompiledSignal TemperatureDecidegrees = CompiledSignal.Compile(Measurements, "temperatureCelsius", Deci);
        public static readonly CompiledSignal ModulesOnline = CompiledSignal.Compile(AlarmMessage, "modulesOnline", 1);
        public static readonly CompiledSignal CapacityMilliampereHours =
            CompiledSignal.Compile(Message("sol-ark", 0x379), "capacityAmpereHours", Milli);

        /// <summary>The capacity in 0x35F.</summary>
        public static readonly CompiledSignal InfoCapacityMilliampereHours =
            CompiledSignal.Compile(Message("pylontech-v1.3", 0x35F), "capacityAmpereHours", Milli);

        public static readonly FlagReader Protections = new(AlarmMessage, 1,
            (BmsFlags.OverVoltage, "overVoltageProtection"),
            (BmsFlags.UnderVoltage, "underVoltageProtection"),
            (BmsFlags.OverTemperature, "overTemperatureProtection"),
            (BmsFlags.UnderTemperature, "underTemperatureProtection"),
            (BmsFlags.DischargeOverCurrent, "dischargeOverCurrentProtection"),
            (BmsFlags.ChargeOverCurrent, "chargeOverCurrentProtection"),
            (BmsFlags.System, "systemErrorProtection"));

        public static readonly FlagReader Alarms = new(AlarmMessage, 1,
            (BmsFlags.OverVoltage, "highVoltageAlarm"),
            (BmsFlags.UnderVoltage, "lowVoltageAlarm"),
            (BmsFlags.OverTemperature, "highTemperatureAlarm"),
            (BmsFlags.UnderTemperature, "lowTemperatureAlarm"),
            (BmsFlags.DischargeOverCurrent, "dischargeHighCurrentAlarm"),
            (BmsFlags.ChargeOverCurrent, "chargeHighCurrentAlarm"),
            (BmsFlags.System, "internalCommunicationAlarm"));

        public static readonly FlagReader VictronProtections = Victron("Alarm");

        public static readonly FlagReader VictronWarnings = Victron("Warning");

        public static readonly FlagReader Requests = new(Message("sol-ark", 0x35C), 1,
            (RequestBits.ChargeEnable, "chargeEnable"),
            (RequestBits.DischargeEnable, "dischargeEnable"),
            (RequestBits.ForceChargeBit5, "forceChargeBit5"),
            (RequestBits.ForceChargeBit4, "forceChargeBit4"),
            (RequestBits.FullCharge, "fullChargeRequest"));

        private static FlagReader Victron(string suffix)
        {
            return new FlagReader(VictronAlarms, 1,
                (BmsFlags.OverVoltage, "highVoltage" + suffix),
                (BmsFlags.UnderVoltage, "lowVoltage" + suffix),
                (BmsFlags.OverTemperature, "highTemperature" + suffix),
                (BmsFlags.UnderTemperature, "lowTemperature" + suffix),
                (BmsFlags.DischargeOverCurrent, "highDischargeCurrent" + suffix),
                (BmsFlags.ChargeOverCurrent, "highChargeCurrent" + suffix),
                (BmsFlags.System, "internalFailure" + suffix));
        }

        private static MessageDefinition Message(string dialect, uint id)
        {
            return DecodeDialects.Find(dialect)!.Find(id, false)!;
        }
    }
}
