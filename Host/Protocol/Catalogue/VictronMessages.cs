using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>The frames that the Victron set, and what integrators call Pylontech V1.3, add to or put in place of the others.</summary>
    /// <remarks>
    /// Sources: dfch/BydCanProtocol, AndreasBoehm/PytesCANProtocol, the 0x35A table of vladyspavlov/dbus-deye-battery,
    /// and the captures of BYD, Pytes and Eco-Worthy batteries.
    /// </remarks>
    internal static class VictronMessages
    {
        public static readonly MessageDefinition Alarms = new()
        {
            Id = 0x35A,
            Name = "VictronAlarms",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Alarms (bytes 0-3) and warnings (bytes 4-7), two bits each. "
                + "Some senders mean well by all zeros, which Victron reads as not supported.",
            Signals = [.. Conditions(0, "Alarm"), .. Conditions(4, "Warning")],
        };

        public static readonly MessageDefinition Events = new()
        {
            Id = 0x35B,
            Name = "Events",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Sent by BYD, zero in the capture.",
            Signals = [Signal.Unexplained("No source says what the bytes mean.")],
        };

        public static readonly MessageDefinition BatteryInfo = new()
        {
            Id = 0x35F,
            Name = "BatteryInfo",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Type, version and capacity. A Deye pack in its victronCAN profile sends the capacity in 0.1 Ah.",
            Signals =
            [
                Signal.Count16("typeCode", 0, "Chemistry or model; the letters LI from BYD.") with
                {
                    ValueNames = new Dictionary<long, string> { [0x494C] = "LI" },
                },
                Signal.Count16("versionRaw", 2, "Hardware or firmware version; makers order the two bytes differently."),
                Signal.U16("capacityAmpereHours", 4, 1m, "Ah", 0m, 65535m, "Capacity that is available or online."),
            ],
        };

        public static readonly MessageDefinition ChargeRequest = new()
        {
            Id = 0x360,
            Name = "ChargeRequest",
            Length = 1,
            CycleMilliseconds = 1000,
            Comment = "Charge request of the Victron set (BYD, Pytes).",
            Signals = [Signal.Code8("chargeRequest", 0, new() { [0] = "none", [0xFF] = "charge" }, "FF asks to be charged.")],
        };

        public static readonly MessageDefinition ModuleCounts = new()
        {
            Id = 0x372,
            Name = "ModuleCounts",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "How many modules are in which state.",
            Signals =
            [
                Signal.Count16("modulesOnline", 0, "Modules that answer."),
                Signal.Count16("modulesBlockingCharge", 2, "Modules that refuse to be charged."),
                Signal.Count16("modulesBlockingDischarge", 4, "Modules that refuse to be discharged."),
                Signal.Count16("modulesOffline", 6, "Modules that do not answer."),
            ],
        };

        public static readonly MessageDefinition CellExtremes = new()
        {
            Id = 0x373,
            Name = "CellExtremes",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Lowest and highest cell; temperatures in whole kelvin on the wire.",
            Signals =
            [
                Signal.U16("cellVoltageMinMillivolts", 0, 1m, "mV", 0m, 5000m, "Lowest cell."),
                Signal.U16("cellVoltageMaxMillivolts", 2, 1m, "mV", 0m, 5000m, "Highest cell."),
                Signal.U16("cellTemperatureMinCelsius", 4, 1m, "degC", -40m, 100m, "Coldest cell.") with { Offset = -273m },
                Signal.U16("cellTemperatureMaxCelsius", 6, 1m, "degC", -40m, 100m, "Warmest cell.") with { Offset = -273m },
            ],
        };

        public static readonly MessageDefinition[] CellNames =
        [
            TextMessage(0x374, "LowestCellName", "cellVoltageMinName", "Which cell is lowest."),
            TextMessage(0x375, "HighestCellName", "cellVoltageMaxName", "Which cell is highest."),
            TextMessage(0x376, "ColdestCellName", "cellTemperatureMinName", "Which cell is coldest."),
            TextMessage(0x377, "WarmestCellName", "cellTemperatureMaxName", "Which cell is warmest."),
        ];

        public static readonly MessageDefinition Energy = new()
        {
            Id = 0x378,
            Name = "Energy",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Energy in and out since the battery was made.",
            Signals =
            [
                Signal.U32("chargedEnergyKilowattHours", 0, 0.1m, "kWh", 0m, 429496729.5m, "Energy charged."),
                Signal.U32("dischargedEnergyKilowattHours", 4, 0.1m, "kWh", 0m, 429496729.5m, "Energy discharged."),
            ],
        };

        public static readonly MessageDefinition[] Identity =
        [
            TextMessage(0x380, "SerialPart1", "serialPart1", "Serial number, first half."),
            TextMessage(0x381, "SerialPart2", "serialPart2", "Serial number, second half."),
            TextMessage(0x382, "ProductName", "productName", "Product text."),
        ];

        private static MessageDefinition TextMessage(uint id, string name, string signalName, string comment)
        {
            return new MessageDefinition
            {
                Id = id,
                Name = name,
                Length = 8,
                CycleMilliseconds = 1000,
                Comment = comment,
                Signals = [Signal.Text(signalName, 0, 8, comment)],
            };
        }

        private static List<SignalDefinition> Conditions(int atByte, string suffix)
        {
            return
            [
                Signal.Pair("general" + suffix, atByte, 0),
                Signal.Pair("highVoltage" + suffix, atByte, 2),
                Signal.Pair("lowVoltage" + suffix, atByte, 4),
                Signal.Pair("highTemperature" + suffix, atByte, 6),
                Signal.Pair("lowTemperature" + suffix, atByte + 1, 0),
                Signal.Pair("highChargeTemperature" + suffix, atByte + 1, 2),
                Signal.Pair("lowChargeTemperature" + suffix, atByte + 1, 4),
                Signal.Pair("highDischargeCurrent" + suffix, atByte + 1, 6),
                Signal.Pair("highChargeCurrent" + suffix, atByte + 2, 0),
                Signal.Pair("contactor" + suffix, atByte + 2, 2),
                Signal.Pair("shortCircuit" + suffix, atByte + 2, 4),
                Signal.Pair("internalFailure" + suffix, atByte + 2, 6),
                Signal.Pair("cellImbalance" + suffix, atByte + 3, 0),
            ];
        }
    }
}
