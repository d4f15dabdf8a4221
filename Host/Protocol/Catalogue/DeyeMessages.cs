using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>What Deye's paper "PCS CAN-Bus protocol DY low voltage" V3.3 (2024-05-25) says otherwise or adds for the bank as a whole.</summary>
    internal static class DeyeMessages
    {
        public static readonly MessageDefinition InverterHeartbeat = new()
        {
            Id = 0x305,
            Name = "InverterHeartbeat",
            Length = 8,
            CycleMilliseconds = 1000,
            Sender = MessageSender.Inverter,
            Comment = "Heartbeat of the inverter, with the time of day or with zeros.",
            Signals =
            [
                Signal.U8("clockSeconds", 0, 1m, "", 0m, 59m, "Second."),
                Signal.U8("clockMinutes", 1, 1m, "", 0m, 59m, "Minute."),
                Signal.U8("clockHours", 2, 1m, "", 0m, 23m, "Hour."),
                Signal.U8("clockDay", 3, 1m, "", 0m, 31m, "Day of the month, 0 where no time is sent."),
                Signal.U8("clockMonth", 4, 1m, "", 0m, 12m, "Month, 0 where no time is sent."),
                Signal.U8("clockYear", 5, 1m, "", 2000m, 2100m, "Year.") with { Offset = 2000m },
            ],
        };

        public static readonly MessageDefinition UsbBoard = new()
        {
            Id = 0x358,
            Name = "UsbBoard",
            Length = 8,
            Comment = "State of the USB board.",
            Signals =
            [
                Signal.U16("usbPowerWatts", 0, 0.1m, "W", 0m, 6553.5m, "Present power."),
                Signal.U32("usbEnergyWattHours", 2, 0.1m, "Wh", 0m, 429496729.5m, "Energy since it was made."),
                Signal.Code8("usbBoardEnable", 6, new() { [0] = "off", [1] = "on" }, "USB board."),
            ],
        };

        public static readonly MessageDefinition Faults = new()
        {
            Id = 0x359,
            Name = "Faults",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Seven tables of faults in place of Pylontech's protections and alarms; no module count, no PN.",
            Signals = DeyeFaultTables.All,
        };

        public static readonly MessageDefinition Requests = LowVoltageMessages.Requests with
        {
            Length = 8,
            Comment = "What the bank permits and asks for; bits 5 and 4 are set below 20 % SOC and cleared above 23 %.",
            Signals =
            [
                .. LowVoltageMessages.Requests.Signals,
                Signal.Flag("heatRequest", 0, 0, "Wants to be heated; the paper marks it as banned."),
            ],
        };

        public static readonly MessageDefinition ManufacturerName = new()
        {
            Id = 0x35E,
            Name = "ManufacturerName",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Maker, pack number, maker of the cells and capacity: three of the eight bytes are not text.",
            Signals =
            [
                Signal.Text("manufacturerName", 0, 2, "DY."),
                Signal.Text("packNumber", 2, 3, "Three digits."),
                Signal.Code8("cellMakerCode", 5, new() { [1] = "GOTION", [2] = "CATL", [3] = "EVE" },
                    "The captures show 1C, which the paper does not list."),
                Signal.U16("capacityAmpereHours", 6, 0.1m, "Ah", 0m, 6553.5m, "Nominal capacity of the bank."),
            ],
        };

        public static readonly MessageDefinition CellExtremes = new()
        {
            Id = 0x361,
            Name = "CellExtremes",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Highest and lowest cell of the bank.",
            Signals = CellExtremeSignals,
        };

        public static readonly MessageDefinition Versions = new()
        {
            Id = 0x363,
            Name = "Versions",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Versions of the master.",
            Signals =
            [
                Signal.Count16("softwareVersionRaw", 0, "How it is to be printed is not known."),
                Signal.Count16("hardwareVersionRaw", 2, "How it is to be printed is not known."),
            ],
        };

        public static readonly MessageDefinition ModuleCounts = new()
        {
            Id = 0x364,
            Name = "ModuleCounts",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "How many modules are in which state.",
            Signals =
            [
                Signal.Count8("modulesNormal", 0, "Modules without a fault."),
                Signal.Count8("modulesBlockingCharge", 1, "Modules that must not be charged."),
                Signal.Count8("modulesBlockingDischarge", 2, "Modules that must not be discharged."),
                Signal.Count8("modulesOffline", 3, "Modules that do not answer."),
                Signal.Count8("modulesOnline", 4, "Modules connected in parallel."),
            ],
        };

        public static readonly MessageDefinition OnGridLimits = new()
        {
            Id = 0x371,
            Name = "OnGridLimits",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Limits while the inverter is on the grid.",
            Signals =
            [
                Signal.S16("onGridChargeLimitAmps", 0, 0.1m, "A", 0m, 3276.7m, "Charge current limit."),
                Signal.S16("onGridDischargeLimitAmps", 2, 0.1m, "A", 0m, 3276.7m, "Discharge current limit."),
            ],
        };

        /// <summary>Highest and lowest cell, alike for the bank (0x361) and for each pack (0x200).</summary>
        internal static List<SignalDefinition> CellExtremeSignals =>
        [
            Signal.U16("cellVoltageMaxMillivolts", 0, 1m, "mV", 0m, 5000m, "Highest cell."),
            Signal.U16("cellVoltageMinMillivolts", 2, 1m, "mV", 0m, 5000m, "Lowest cell."),
            Signal.S16("cellTemperatureMaxCelsius", 4, 0.1m, "degC", -40m, 100m, "Warmest cell."),
            Signal.S16("cellTemperatureMinCelsius", 6, 0.1m, "degC", -40m, 100m, "Coldest cell."),
        ];
    }
}
