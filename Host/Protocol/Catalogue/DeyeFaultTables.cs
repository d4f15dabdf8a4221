using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>The seven fault tables of Deye V3.3, one byte each, alike in 0x359 (bank) and 0x110 (pack).</summary>
    internal static class DeyeFaultTables
    {
        // One row for each table, bit 0 first.
        private static readonly string[][] Tables =
        [
            [
                "cellOverVoltageFault", "cellUnderVoltageFault", "moduleOverVoltageFault", "moduleUnderVoltageFault",
                "chargeOverCurrentFault", "dischargeOverCurrentFault", "chargeOverTemperatureFault", "chargeUnderTemperatureFault",
            ],
            [
                "dischargeOverTemperatureFault", "dischargeUnderTemperatureFault", "cellVoltageDifferenceFault", "cellTemperatureDifferenceFault",
                "mosOverTemperatureFault", "heaterOverTemperatureFault", "afeDischargeOverCurrent1Fault", "afeDischargeOverCurrent2Fault",
            ],
            [
                "afeUnderVoltageFault", "afeOverVoltageFault", "afeDischargeCurrentLatchFault", "afeChargeOverCurrentFault",
                "afeShortCircuitFault", "afeUnderTemperatureFault", "afeOverTemperatureFault", "afeShortCircuitLatchFault",
            ],
            [
                "afeCommunicationFault", "cellVoltageSamplingFault", "temperatureSamplingFault", "mosShortCircuitFault",
                "eepromFault", "internalCommunicationFault", "inverterCommunicationFault", "masterAddressRepeatedFault",
            ],
            [
                "cellHighVoltageAlarm", "cellLowVoltageAlarm", "moduleHighVoltageAlarm", "moduleLowVoltageAlarm",
                "chargeHighCurrentAlarm", "dischargeHighCurrentAlarm", "chargeHighTemperatureAlarm", "chargeLowTemperatureAlarm",
            ],
            [
                "dischargeHighTemperatureAlarm", "dischargeLowTemperatureAlarm", "cellVoltageDifferenceAlarm", "cellTemperatureDifferenceAlarm",
                "mosHighTemperatureAlarm", "heaterHighTemperatureAlarm", "heaterMosStuckAlarm", "heaterAlarm",
            ],
            [
                "connectorHighTemperatureFault", "prechargeFault", "chargerReversedFault", "terminalHighTemperatureFault",
                "fuseBlownFault", "voltageWireOpenFault", "temperatureWireOpenFault", "chargeVoltageLowFault",
            ],
        ];

        public static List<SignalDefinition> All { get; } = BuildAll();

        private static List<SignalDefinition> BuildAll()
        {
            var signals = new List<SignalDefinition>();
            for (int table = 0; table < Tables.Length; table++)
            {
                for (int bit = 0; bit < 8; bit++)
                {
                    signals.Add(Signal.Flag(Tables[table][bit], table, bit, $"Deye V3.3, fault table {table + 1}."));
                }
            }

            return signals;
        }
    }
}
