using System.Collections.Generic;
using BatterySim.Host.Protocol.Catalogue;

namespace BatterySim.Host.Protocol
{
    /// <summary>The dialects that can be read: the five that the bank speaks and those met on other batteries' buses.</summary>
    public static class DecodeDialects
    {
        /// <summary>Name for a decoder that finds the dialect out from the traffic (<see cref="DialectDetector"/>).</summary>
        public const string AutoName = "auto";

        private const int PaddedLength = 8;

        private static readonly MessageDefinition[] PylontechSet =
        [
            LowVoltageMessages.Limits, LowVoltageMessages.State, LowVoltageMessages.Measurements,
            LowVoltageMessages.Alarms, LowVoltageMessages.Requests, LowVoltageMessages.ManufacturerName,
        ];

        private static readonly MessageDefinition[] VictronExtras =
        [
            LowVoltageMessages.Capacity, VictronMessages.BatteryInfo, VictronMessages.ModuleCounts, VictronMessages.CellExtremes,
            .. VictronMessages.CellNames, VictronMessages.Energy, .. VictronMessages.Identity,
        ];

        /// <summary>Every dialect by itself.</summary>
        public static IReadOnlyList<DecodeDialect> All { get; } =
        [
            new("sol-ark", "Sol-Ark CAN V1.3 with the 0.01 V of every capture, eight bytes a frame.",
                [LowVoltageMessages.InverterReply, .. Padded([.. PylontechSet, LowVoltageMessages.Capacity])]),
            new("sol-ark-v1.3", "Sol-Ark CAN V1.3 to the letter: 0x356 in 0.1 V.",
                [
                    LowVoltageMessages.InverterReply,
                    .. Padded(
                    [
                        LowVoltageMessages.Limits, LowVoltageMessages.State, LowVoltageMessages.MeasurementsInTenths,
                        LowVoltageMessages.Alarms, LowVoltageMessages.Requests, LowVoltageMessages.ManufacturerName, LowVoltageMessages.Capacity,
                    ]),
                ]),
            new("pylontech", "Pylontech LV CAN V1.2 in its own lengths.", [LowVoltageMessages.InverterReply, .. PylontechSet]),
            new("pylontech-v1.3", "What integrators call Pylontech V1.3: 0x35A and 0x35F in place of 0x359 and 0x35C.",
                [
                    LowVoltageMessages.InverterReply, LowVoltageMessages.Limits, LowVoltageMessages.StateWithFineSoc, LowVoltageMessages.Measurements,
                    VictronMessages.Alarms, LowVoltageMessages.ManufacturerName, VictronMessages.BatteryInfo,
                ]),
            new("deye", "Deye LV CAN V1.2: Pylontech's frames in eight bytes, discharging positive on the wire.",
                [
                    LowVoltageMessages.InverterReply,
                    .. Padded(
                    [
                        LowVoltageMessages.Limits, LowVoltageMessages.State, LowVoltageMessages.MeasurementsDischargePositive,
                        LowVoltageMessages.Alarms, LowVoltageMessages.Requests, LowVoltageMessages.ManufacturerName,
                    ]),
                ]),
            new("victron", "The Victron CAN-bus BMS set, as BYD, Pytes and others send it.",
                [
                    LowVoltageMessages.InverterReply, DownlinkMessages.VictronKeepAlive, DownlinkMessages.VictronIdentity,
                    LowVoltageMessages.Limits, LowVoltageMessages.StateWithFineSoc, LowVoltageMessages.Measurements,
                    VictronMessages.Alarms, VictronMessages.Events, LowVoltageMessages.ManufacturerName, VictronMessages.ChargeRequest,
                    .. VictronExtras,
                ]),
            new("eco-worthy", "Pylontech V1.2 followed by Victron's extras, with cell extremes in 0x370 and 0x371 (Eco-Worthy, Shoto).",
                [
                    LowVoltageMessages.InverterReply, .. Padded(PylontechSet),
                    EcoWorthyMessages.CellExtremes, EcoWorthyMessages.CellPlaces, .. VictronExtras,
                ]),
            new("deye-v3.3", "Deye's own packs, paper V3.3, with frames for each pack.",
                [
                    DeyeMessages.InverterHeartbeat, DownlinkMessages.UsbBoardControl, DownlinkMessages.VictronIdentity,
                    .. Padded([LowVoltageMessages.Limits, LowVoltageMessages.State, LowVoltageMessages.MeasurementsDischargePositive]),
                    DeyeMessages.UsbBoard, DeyeMessages.Faults, DeyeMessages.Requests, DeyeMessages.ManufacturerName, DeyeMessages.CellExtremes,
                    DeyeMessages.Versions, DeyeMessages.ModuleCounts, DeyeMessages.OnGridLimits, .. DeyePackMessages.All,
                ]),
            new("pytes", "The native set of Pytes batteries, 0x400 to 0x41E.", [LowVoltageMessages.InverterReply, .. PytesMessages.All]),
            new("discover", "Discover AES behind a LYNK II set to Serial CAN; the product name also as Dyness sends it.",
                [
                    LowVoltageMessages.InverterReply,
                    LowVoltageMessages.Limits, DiscoverMessages.AmpereHours, LowVoltageMessages.State with { Length = PaddedLength },
                    LowVoltageMessages.MeasurementsInTenths with { Length = PaddedLength }, VictronMessages.Alarms with { Length = 7 },
                    LowVoltageMessages.ManufacturerName, .. DiscoverMessages.ProductName, .. DiscoverMessages.Unexplained,
                    .. DownlinkMessages.DynessVendor,
                ]),
            new("high-voltage", "Pylontech high-voltage CAN V1.18: 29-bit questions and answers.", HighVoltageMessages.All),
        ];

        /// <summary>Names of all dialects, without "auto".</summary>
        public static IReadOnlyList<string> Names { get; } = NamesOf(All);

        /// <summary>The dialect of that name; null if there is none.</summary>
        public static DecodeDialect? Find(string name)
        {
            foreach (DecodeDialect dialect in All)
            {
                if (dialect.Name == name)
                {
                    return dialect;
                }
            }

            return null;
        }

        private static List<MessageDefinition> Padded(MessageDefinition[] messages)
        {
            var padded = new List<MessageDefinition>();
            foreach (MessageDefinition message in messages)
            {
                padded.Add(message with { Length = PaddedLength });
            }

            return padded;
        }

        private static List<string> NamesOf(IReadOnlyList<DecodeDialect> dialects)
        {
            var names = new List<string>();
            foreach (DecodeDialect dialect in dialects)
            {
                names.Add(dialect.Name);
            }

            return names;
        }
    }
}
