using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>The frames that Deye V3.3 adds for each pack: the identifier is the first one plus address - 1.</summary>
    internal static class DeyePackMessages
    {
        private const int PacksMax = 16;

        public static readonly MessageDefinition[] All =
        [
            Pack(0x110, "PackFaults", 1000, "Faults and switches.",
            [
                .. DeyeFaultTables.All,
                Signal.Flag("parallelFinished", 7, 0, "The pack has joined the bank."),
                Signal.Flag("chargeMosClosed", 7, 4, "Charge MOSFET."),
                Signal.Flag("dischargeMosClosed", 7, 5, "Discharge MOSFET."),
                Signal.Flag("prechargeMosClosed", 7, 6, "Precharge MOSFET."),
                Signal.Flag("heaterMosClosed", 7, 7, "Heater MOSFET."),
            ]),
            Pack(0x150, "PackState", 1000, "Voltage, current, SOC and SOH.",
            [
                Signal.U16("packVoltageVolts", 0, 0.1m, "V", 0m, 100m, "Voltage."),
                Signal.S16("packCurrentAmps", 2, -0.1m, "A", -3276.7m, 3276.7m, "Positive charges the pack; the wire says it the other way round."),
                Signal.U16("packSocPercent", 4, 0.1m, "%", 0m, 100m, "State of charge."),
                Signal.U16("packSohPercent", 6, 0.1m, "%", 0m, 100m, "State of health."),
            ]),
            Pack(0x200, "PackCellExtremes", 1000, "Highest and lowest cell.", DeyeMessages.CellExtremeSignals),
            Pack(0x250, "PackLimits", 1000, "Temperatures of the electronics and limits.",
            [
                Signal.S16("mosTemperatureMaxCelsius", 0, 0.1m, "degC", -40m, 150m, "Warmest MOSFET."),
                Signal.S16("heaterTemperatureCelsius", 2, 0.1m, "degC", -40m, 150m, "Heating film; -40 where there is none."),
                Signal.U16("packChargeLimitAmps", 4, 1m, "A", 0m, 1000m, "Charge current limit."),
                Signal.U16("packDischargeLimitAmps", 6, 1m, "A", 0m, 1000m, "Discharge current limit."),
            ]),
            Pack(0x400, "PackStatus", 1000, "Mode, cycles and balancing.",
            [
                Signal.Code8("mode", 0, new() { [0] = "standstill", [1] = "charge", [2] = "discharge" }, "What the pack does."),
                Signal.Code8("faultLevel", 1, new() { [0] = "none", [1] = "minor", [2] = "major" }, "How bad the worst fault is."),
                Signal.Count16("cycleCount", 2, "Charge cycles."),
                Signal.Count16("balancingCellBits", 4, "One bit for each cell that is balanced, cell 1 in bit 0."),
                Signal.Count8("subStateRaw", 6, "The paper does not list the values."),
            ]),
            Pack(0x500, "PackVersion", 2000, "Versions.",
            [
                Signal.Count16("softwareVersionRaw", 0, "As in 0x363."),
                Signal.Count8("markRaw", 2, "AA (170)."),
                Signal.Text("bootVersion", 3, 5, "Version of the boot loader."),
            ]),
            Pack(0x550, "PackEnergy", 5000, "Energy in and out since the pack was made.",
            [
                Signal.U32("chargedEnergyKilowattHours", 0, 0.001m, "kWh", 0m, 4294967.295m, "Energy charged."),
                Signal.U32("dischargedEnergyKilowattHours", 4, 0.001m, "kWh", 0m, 4294967.295m, "Energy discharged."),
            ]),
            Pack(0x600, "PackSerialPart1", 2000, "Serial number, first half.", [Signal.Text("serialPart1", 0, 8, "Eight characters.")]),
            Pack(0x650, "PackSerialPart2", 2000, "Serial number, second half.", [Signal.Text("serialPart2", 0, 8, "Eight characters.")]),
            Pack(0x700, "PackFaultCounts1", 5000, "How often a fault came.",
            [
                Signal.Count16("overchargeCount", 0, "Overcharge."),
                Signal.Count16("overdischargeCount", 2, "Overdischarge."),
                Signal.Count16("shortCircuitCount", 4, "Short circuit."),
                Signal.Count16("mosOverTemperatureCount", 6, "MOSFET too hot."),
            ]),
            Pack(0x750, "PackFaultCounts2", 5000, "How often a fault came.",
            [
                Signal.Count16("chargeOverCurrentCount", 0, "Charge over-current."),
                Signal.Count16("dischargeOverCurrentCount", 2, "Discharge over-current."),
                Signal.Count16("chargeOverTemperatureCount", 4, "Too hot while charging."),
                Signal.Count16("dischargeOverTemperatureCount", 6, "Too hot while discharging."),
            ]),
        ];

        private static MessageDefinition Pack(uint id, string name, int cycleMilliseconds, string comment, IReadOnlyList<SignalDefinition> signals)
        {
            return new MessageDefinition
            {
                Id = id,
                AddressCount = PacksMax,
                Name = name,
                Length = 8,
                CycleMilliseconds = cycleMilliseconds,
                Comment = comment + " Deye V3.3, one for each pack.",
                Signals = signals,
            };
        }
    }
}
