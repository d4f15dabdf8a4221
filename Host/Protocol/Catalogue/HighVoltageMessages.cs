using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>
    /// Pylontech high-voltage CAN V1.18 (Sermatec's print): 29-bit identifiers, the host polls, the last hex digit is the battery's address.
    /// </summary>
    /// <remarks>The capture of a Growatt SPH10000 agrees with it. Some emulators answer big endian; that is not decoded here.</remarks>
    internal static class HighVoltageMessages
    {
        private const int Addresses = 16;

        private static readonly string[] FaultNames =
        [
            "voltageSensorFault", "temperatureSensorFault", "internalCommunicationFault", "inputOverVoltageFault",
            "reversedPolarityFault", "relayFault", "damageFault", "otherFault",
        ];

        // Bit 0 first, alike in the alarm word and in the protection word.
        private static readonly string[] ConditionNames =
        [
            "cellLowVoltage", "cellHighVoltage", "pileLowVoltage", "pileHighVoltage", "chargeLowTemp", "chargeHighTemp",
            "dischargeLowTemp", "dischargeHighTemp", "chargeOverCurrent", "dischargeOverCurrent", "moduleLowVoltage", "moduleHighVoltage",
        ];

        public static readonly MessageDefinition[] All =
        [
            Host(0x4200, 1, "Poll",
            [
                Signal.Code8("question", 0, new() { [0] = "measurements", [2] = "equipment" }, "Which answers are wanted."),
            ]),
            Host(0x8200, Addresses, "SleepWake",
            [
                Signal.Code8("command", 0, new() { [0x55] = "sleep", [0xAA] = "wake" }, "Sleep or wake."),
            ]),
            Host(0x8210, Addresses, "ChargeCommand",
            [
                Signal.Code8("chargeCommand", 0, new() { [0xAA] = "charge" }, "Charge."),
                Signal.Code8("dischargeCommand", 1, new() { [0xAA] = "discharge" }, "Discharge."),
            ]),
            Host(0x8240, Addresses, "MaskCommunicationFault",
            [
                Signal.Code8("maskCommand", 0, new() { [0xAA] = "mask" }, "Masks the fault of the outer communication for five minutes."),
            ]),
            Battery(0x8250, "MaskAnswer", [Signal.Unexplained("The answer's content is not known here.")]),
            Battery(0x4210, "PileState",
            [
                Signal.U16("pileVoltageVolts", 0, 0.1m, "V", 0m, 1500m, "Voltage."),
                Signal.U16("pileCurrentAmps", 2, 0.1m, "A", -3000m, 3000m, "Current.") with { Offset = -3000m },
                Signal.U16("bmsTemperatureCelsius", 4, 0.1m, "degC", -40m, 150m, "Temperature of the BMS.") with { Offset = -100m },
                Signal.U8("socPercent", 6, 1m, "%", 0m, 100m, "State of charge."),
                Signal.U8("sohPercent", 7, 1m, "%", 0m, 100m, "State of health."),
            ]),
            Battery(0x4220, "PileLimits",
            [
                Signal.U16("chargeCutoffVolts", 0, 0.1m, "V", 0m, 1500m, "Charge cut-off."),
                Signal.U16("dischargeCutoffVolts", 2, 0.1m, "V", 0m, 1500m, "Discharge cut-off."),
                Signal.U16("chargeCurrentMaxAmps", 4, 0.1m, "A", -3000m, 3000m, "Highest charge current.") with { Offset = -3000m },
                Signal.U16("dischargeCurrentMaxAmps", 6, 0.1m, "A", -3000m, 3000m, "Highest discharge current.") with { Offset = -3000m },
            ]),
            Battery(0x4230, "CellVoltages", Extremes("cellVoltage", "Cell", 1m, "mV", 0m, "Millivolts")),
            Battery(0x4240, "CellTemperatures", Extremes("cellTemperature", "Cell", 0.1m, "degC", -100m, "Celsius")),
            Battery(0x4250, "PileStatus",
            [
                new()
                {
                    Name = "status", StartBit = 0, BitLength = 3, Maximum = 7m, Comment = "What the pile does.",
                    ValueNames = new Dictionary<long, string> { [0] = "sleep", [1] = "charge", [2] = "discharge", [3] = "idle" },
                },
                Signal.Flag("forceChargeRequest", 0, 3, "Wants to be charged."),
                Signal.Flag("balanceChargeRequest", 0, 4, "Wants a balancing charge."),
                Signal.Count16("cycleCount", 1, "Charge cycles."),
                .. Flags(FaultNames, 3, ""),
                .. Flags(ConditionNames, 4, "Alarm"),
                .. Flags(ConditionNames, 6, "Protection"),
            ]),
            Battery(0x4260, "ModuleVoltages", Extremes("moduleVoltage", "Module", 1m, "mV", 0m, "Millivolts")),
            Battery(0x4270, "ModuleTemperatures", Extremes("moduleTemperature", "Module", 0.1m, "degC", -100m, "Celsius")),
            Battery(0x4280, "Forbidden",
            [
                Signal.Code8("chargeForbidden", 0, new() { [0] = "no", [0xAA] = "yes" }, "Charging forbidden."),
                Signal.Code8("dischargeForbidden", 1, new() { [0] = "no", [0xAA] = "yes" }, "Discharging forbidden."),
            ]),
            Battery(0x4290, "FaultExtension",
            [
                Signal.Flag("shutdownCircuitFault", 0, 0, "Fault."),
                Signal.Flag("bmicFault", 0, 1, "Fault."),
                Signal.Flag("internalBusFault", 0, 2, "Fault."),
                Signal.Flag("selfTestFault", 0, 3, "Fault."),
                Signal.Flag("safetyFunctionFault", 0, 4, "Fault."),
            ]),
            Battery(0x7310, "Versions", [Signal.Bytes("versionsHex", 0, 8, "Versions; their order is not known here.")]),
            Battery(0x7320, "Equipment",
            [
                Signal.Count16("moduleCount", 0, "Modules."),
                Signal.Count8("modulesInSeries", 2, "Modules in series."),
                Signal.Count8("cellsPerModule", 3, "Cells of a module."),
                Signal.U16("voltageLevelVolts", 4, 1m, "V", 0m, 1500m, "Nominal voltage."),
                Signal.U16("capacityAmpereHours", 6, 1m, "Ah", 0m, 65535m, "Capacity."),
            ]),
            Battery(0x7330, "ManufacturerPart1", [Signal.Text("manufacturerNamePart1", 0, 8, "PYLONTEC.")]),
            Battery(0x7340, "ManufacturerPart2", [Signal.Text("manufacturerNamePart2", 0, 8, "H.")]),
        ];

        private static MessageDefinition Host(uint id, int addressCount, string name, IReadOnlyList<SignalDefinition> signals)
        {
            return new MessageDefinition
            {
                Id = id,
                IsExtended = true,
                AddressCount = addressCount,
                Name = name,
                Length = 8,
                Sender = MessageSender.Inverter,
                Comment = "Pylontech HV V1.18, question or command of the host.",
                Signals = signals,
            };
        }

        private static MessageDefinition Battery(uint id, string name, IReadOnlyList<SignalDefinition> signals)
        {
            return new MessageDefinition
            {
                Id = id,
                IsExtended = true,
                AddressCount = Addresses,
                Name = name,
                Length = 8,
                Comment = "Pylontech HV V1.18, answer of the battery.",
                Signals = signals,
            };
        }

        private static List<SignalDefinition> Extremes(string name, string place, decimal scale, string unit, decimal offset, string unitName)
        {
            // No range: the papers give none, and a module has as many volts as its cells.
            return
            [
                Signal.U16($"{name}Max{unitName}", 0, scale, unit, 0m, 0m, "Highest.") with { Offset = offset },
                Signal.U16($"{name}Min{unitName}", 2, scale, unit, 0m, 0m, "Lowest.") with { Offset = offset },
                Signal.Count16($"{name}Max{place}", 4, "Which is highest."),
                Signal.Count16($"{name}Min{place}", 6, "Which is lowest."),
            ];
        }

        private static List<SignalDefinition> Flags(string[] names, int atByte, string suffix)
        {
            var signals = new List<SignalDefinition>();
            for (int bit = 0; bit < names.Length; bit++)
            {
                signals.Add(Signal.Flag(names[bit] + suffix, atByte + (bit / 8), bit % 8, "Bit " + bit + "."));
            }

            return signals;
        }
    }
}
