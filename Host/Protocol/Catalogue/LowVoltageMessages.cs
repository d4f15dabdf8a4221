using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>The frames of Sol-Ark CAN V1.3 (2023-01-20) and Pylontech LV CAN V1.2 (2018-04-08), which agree but for what is said here.</summary>
    internal static class LowVoltageMessages
    {
        private const string Papers = "Sol-Ark CAN V1.3 and Pylontech LV V1.2";

        public static readonly MessageDefinition InverterReply = new()
        {
            Id = 0x305,
            Name = "InverterReply",
            Length = 8,
            CycleMilliseconds = 1000,
            Sender = MessageSender.Inverter,
            Comment = "Inverter's answer to a correctly received set; eight zero bytes in both papers, any content counts.",
            Signals = [Signal.Bytes("contentHex", 0, 8, "Zero; Deye V3.3 may put the time of day here.")],
        };

        public static readonly MessageDefinition Limits = new()
        {
            Id = 0x351,
            Name = "Limits",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "What the inverter may do with the bank. " + Papers + "; bytes 6-7 Sol-Ark only, yet in nearly every capture.",
            Signals =
            [
                Signal.U16("chargeVoltageLimitVolts", 0, 0.1m, "V", 0m, 6553.5m, "CVL."),
                Signal.S16("chargeCurrentLimitAmps", 2, 0.1m, "A", 0m, 3276.7m, "CCL, positive."),
                Signal.S16("dischargeCurrentLimitAmps", 4, 0.1m, "A", 0m, 3276.7m,
                    "DCL, positive in every capture of a battery; some DBC files print a negative range."),
                Signal.U16("dischargeVoltageLimitVolts", 6, 0.1m, "V", 0m, 6553.5m, "DVL."),
            ],
        };

        public static readonly MessageDefinition State = new()
        {
            Id = 0x355,
            Name = "State",
            Length = 4,
            CycleMilliseconds = 1000,
            Comment = "How full and how healthy the bank is. " + Papers + ".",
            Signals =
            [
                Signal.U16("socPercent", 0, 1m, "%", 0m, 100m, "State of charge."),
                Signal.U16("sohPercent", 2, 1m, "%", 0m, 100m, "State of health."),
            ],
        };

        public static readonly MessageDefinition StateWithFineSoc = State with
        {
            Length = 6,
            Comment = "How full and how healthy the bank is, with the finer SOC of the Victron set and of Pylontech V1.3.",
            Signals =
            [
                .. State.Signals,
                Signal.U16("socFinePercent", 4, 0.01m, "%", 0m, 100m,
                    "State of charge in 0.01 %; 0 also where the sender does not fill it.") with { IsAbsentAtZero = true },
            ],
        };

        public static readonly MessageDefinition Measurements = new()
        {
            Id = 0x356,
            Name = "Measurements",
            Length = 6,
            CycleMilliseconds = 1000,
            Comment = "What the bank measures. Pylontech LV V1.2 and Deye print 0.01 V, and so does every capture of theirs.",
            Signals = MeasurementSignals(0.01m, 327.67m, 0.1m, "Positive charges the bank."),
        };

        public static readonly MessageDefinition MeasurementsInTenths = Measurements with
        {
            Comment = "What the bank measures. Sol-Ark CAN V1.3 prints 0.1 V, and Discover's Serial CAN sends it.",
            Signals = MeasurementSignals(0.1m, 3276.7m, 0.1m, "Positive charges the bank."),
        };

        public static readonly MessageDefinition MeasurementsDischargePositive = Measurements with
        {
            Comment = "What the bank measures. Deye's own packs count discharging positive on the wire.",
            Signals = MeasurementSignals(0.01m, 327.67m, -0.1m, "Positive charges the bank; the wire says it the other way round."),
        };

        public static readonly MessageDefinition Alarms = new()
        {
            Id = 0x359,
            Name = "Alarms",
            Length = 7,
            CycleMilliseconds = 1000,
            Comment = "Protections that acted, alarms that stand, number of modules. " + Papers + ".",
            Signals =
            [
                Signal.Flag("dischargeOverCurrentProtection", 0, 7, "Protection."),
                Signal.Flag("underTemperatureProtection", 0, 4, "Protection, cell temperature."),
                Signal.Flag("overTemperatureProtection", 0, 3, "Protection, cell temperature."),
                Signal.Flag("underVoltageProtection", 0, 2, "Protection, cell or module voltage."),
                Signal.Flag("overVoltageProtection", 0, 1, "Protection, cell or module voltage; V1.1 of Pylontech's paper corrected this bit."),
                Signal.Flag("systemErrorProtection", 1, 3, "System error."),
                Signal.Flag("chargeOverCurrentProtection", 1, 0, "Protection."),
                Signal.Flag("dischargeHighCurrentAlarm", 2, 7, "Alarm."),
                Signal.Flag("lowTemperatureAlarm", 2, 4, "Alarm, cell temperature."),
                Signal.Flag("highTemperatureAlarm", 2, 3, "Alarm, cell temperature."),
                Signal.Flag("lowVoltageAlarm", 2, 2, "Alarm."),
                Signal.Flag("highVoltageAlarm", 2, 1, "Alarm."),
                Signal.Flag("internalCommunicationAlarm", 3, 3, "Internal communication fail (Pylontech), critical system error (Sol-Ark)."),
                Signal.Flag("chargeHighCurrentAlarm", 3, 0, "Alarm."),
                Signal.U8("modulesOnline", 4, 1m, "", 1m, 255m, "Modules in parallel."),
                Signal.Text("manufacturerMark", 5, 2, "PN; other makers leave it 0 or put letters of their own."),
            ],
        };

        public static readonly MessageDefinition Requests = new()
        {
            Id = 0x35C,
            Name = "Requests",
            Length = 2,
            CycleMilliseconds = 1000,
            Comment = "What the bank permits and asks for. " + Papers + "; they number force charge 1 and 2 the other way round, so here by bit.",
            Signals =
            [
                Signal.Flag("chargeEnable", 0, 7, "Charging allowed."),
                Signal.Flag("dischargeEnable", 0, 6, "Discharging allowed."),
                Signal.Flag("forceChargeBit5", 0, 5, "Pylontech: request force charge I; Sol-Ark: Forced Charge Request 2."),
                Signal.Flag("forceChargeBit4", 0, 4, "Pylontech: request force charge II; Sol-Ark: Forced Charge Request 1."),
                Signal.Flag("fullChargeRequest", 0, 3, "Full charge wanted."),
            ],
        };

        public static readonly MessageDefinition ManufacturerName = new()
        {
            Id = 0x35E,
            Name = "ManufacturerName",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Manufacturer name in ASCII. Pylontech LV V1.2: PYLON and three spaces; Sol-Ark prescribes none.",
            Signals = [Signal.Text("manufacturerName", 0, 8, "Eight characters, the first in byte 0.")],
        };

        public static readonly MessageDefinition Capacity = new()
        {
            Id = 0x379,
            Name = "Capacity",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Capacity of the bank. Sol-Ark CAN V1.3 and the Victron set.",
            Signals = [Signal.U16("capacityAmpereHours", 0, 1m, "Ah", 1m, 65535m, "Capacity of the bank.")],
        };

        private static List<SignalDefinition> MeasurementSignals(decimal voltScale, decimal voltsMaximum, decimal ampScale, string sign)
        {
            return
            [
                Signal.S16("bankVoltageVolts", 0, voltScale, "V", 0m, voltsMaximum, "Mean of the modules."),
                Signal.S16("bankCurrentAmps", 2, ampScale, "A", -3276.7m, 3276.7m, "Sum of the modules. " + sign),
                Signal.S16("temperatureCelsius", 4, 0.1m, "degC", -40m, 100m, "Mean cell temperature; some senders give the highest."),
            ];
        }
    }
}
