using System.Collections.Generic;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Language.Keys
{
    /// <summary>Every readable key that stands for a command of the instrument: the one table from which reader and schema are made.</summary>
    internal static class InstrumentKeys
    {
        private static readonly ValueForm Bits = Form.Or(Form.Count(0, 127), "off");
        private static readonly ValueForm BitOrOff = Form.Or(Form.Count(0, 1), "on", "off");

#pragma warning disable IDE0055
        /// <summary>What can be done to one battery: <c>battery 2: {breaker: off}</c>, and in a list per battery of the bank's set-up.</summary>
        public static IReadOnlyList<ScpiKey> Battery { get; } =
        [
            new("dip",         "MOD{0}:DIP {1}",  "Address switches as a number; the BMS reads them when it starts.", Form.Count(0, 255)),
            new("breaker",     "MOD{0}:BRE {1}",  "Breaker of the battery.", Form.Switch),
            new("charge-fet",  "MOD{0}:FET:CHAR {1}", "off: the BMS holds its charge FET open until it restarts.", Form.Switch),
            new("discharge-fet", "MOD{0}:FET:DISC {1}", "off: the BMS holds its discharge FET open until it restarts.", Form.Switch),
            new("rst",         "MOD{0}:RST {1}",  "RST button: press, release, or a time for which it is held. 3 s put the battery to sleep, 6 s restart it.", Form.Or(Form.Quantity(QuantityKind.Time, 0, 60), "press", "release")),
            new("link",        "MOD{0}:LINK {1}", "Chain cable to the next battery.", new SwitchForm("plugged", "unplugged")),
            new("can",         "MOD{0}:CAN {1}",  "Cable from the battery's CAN port to the inverter.", new SwitchForm("plugged", "unplugged")),
            new("soc",         "MOD{0}:SOC {1}",  "State of charge; the cells are then at rest.", Form.Quantity(QuantityKind.Share, 0, 100)),
            new("soh",         "MOD{0}:SOH {1}",  "State of health: what is left of the capacity.", Form.Quantity(QuantityKind.Share, 0, 100)),
            new("capacity",    "MOD{0}:CAP {1}",  "Capacity at the present SOH; SOC stays as it is.", Form.Quantity(QuantityKind.Charge, 1, 2000)),
            new("temperature", "MOD{0}:TEMP {1}", "Cell temperature.", Form.Quantity(QuantityKind.Temperature, -40, 100)),
            new("ambient",     "MOD{0}:AMB {1}",  "Temperature of the room around the battery.", Form.Quantity(QuantityKind.Temperature, -40, 100)),
            new("resistance",  "MOD{0}:RES {1}",  "Series resistance against that of a new battery.", Form.Quantity(QuantityKind.Share, 10, 10_000)),
            new("reply",       "MOD{0}:REPL {1}", "What the battery answers when its master asks.", Form.OneOf("normal", "zeros", "silent")),
            new("protocol",    "MOD{0}:CANP {1}", "Protocol of the battery's CAN port; with another one an inverter hears nothing.", Form.OneOf("pylontech", "other")),
        ];

        /// <summary>What can be done to the bank: <c>bank: {output: off}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Bank { get; } =
        [
            new("output",  "OUTP {1}",      "off holds the bank silent on CAN; it goes on in every other way.", Form.Switch),
            new("dialect", "BANK:DIAL {1}", "All settings of the dialect at once; the next set starts anew.", new ChoiceForm(Dialects.Names)),
            new("cadence", "BANK:CAD {1}",  "Who leads the conversation: the battery, the inverter's 0x305, or both.", Form.OneOf("broadcast", "poll", "both")),
            new("load",    "LOAD {1}",      "Power that is drawn, negative to charge: by the inverter's loads, or from the terminals where there is no inverter.", Form.Watts),
            new("current", "CURR {1}",      "Current at the terminals, charging positive, where no inverter sets it.", Form.Amps),
        ];

        /// <summary>How the bank speaks, each by itself: <c>dialect: {name: sol-ark, period: 500 ms}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Dialect { get; } =
        [
            new("name",          "BANK:DIAL {1}",      "Name of the dialect; the other keys change it.", new ChoiceForm(Dialects.Names)),
            new("dlc",           "BANK:DIAL:DLEN {1}", "Data length: always eight bytes, or as long as the frame needs.", Form.OneOf("padded", "native")),
            new("voltage-scale", "BANK:DIAL:VSC {1}",  "Unit of the voltage in 0x356.", Form.OneOf("centivolt", "decivolt")),
            new("current-sign",  "BANK:DIAL:CSIG {1}", "Which current is positive in 0x356.", Form.OneOf("charge", "discharge")),
            new("manufacturer",  "BANK:DIAL:NAME {1}", "Name in 0x35E, up to eight characters; empty for the product's own.", new TextForm(8, true)),
            new("capacity",      "BANK:DIAL:CAP {1}",  "Whether 0x379 is sent where the order has it.", Form.Switch),
            new("fine-soc",      "BANK:DIAL:FSOC {1}", "Whether 0x355 carries SOC in 0.01 % as well.", Form.Switch),
            new("period",        "BANK:DIAL:PER {1}",  "Time from one set to the next, 100 ms to 5 s.", Form.Quantity(QuantityKind.Time, 0, 5)),
            new("gap",           "BANK:DIAL:GAP {1}",  "Time from one frame of a set to the next, up to 500 ms.", Form.Quantity(QuantityKind.Time, 0, 5)),
            new("jitter",        "BANK:DIAL:JITT {1}", "Each set starts up to this much late.", Form.Quantity(QuantityKind.Time, 0, 5)),
        ];

        /// <summary>The key of the dialect that has a list as its value.</summary>
        public static ScpiKey DialectOrder { get; } = new("order", "BANK:DIAL:ORD {1}", "Frames of a set, by identifier, in the order in which they are sent.", Form.FrameId);

        /// <summary>How the master makes one bank of many batteries: <c>policy: {limits: sum}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Policy { get; } =
        [
            new("limits",      "POL:LIM {1}",  "How CCL and DCL of the bank are made.", new ChoiceForm(AggregationPolicies.NamesOf(Bms.Profiles.ProfileKey.LimitPolicy))),
            new("soc",         "POL:SOC {1}",  "How SOC of the bank is made.", new ChoiceForm(AggregationPolicies.NamesOf(Bms.Profiles.ProfileKey.SocPolicy))),
            new("flags",       "POL:FLAG {1}", "Whether one battery or all must report a protection.", new ChoiceForm(AggregationPolicies.NamesOf(Bms.Profiles.ProfileKey.FlagPolicy))),
            new("temperature", "POL:TEMP {1}", "How the temperature of the bank is made.", new ChoiceForm(AggregationPolicies.NamesOf(Bms.Profiles.ProfileKey.TemperaturePolicy))),
            new("gaps",        "POL:GAPS {1}", "What happens at a gap in the addresses.", new ChoiceForm(AggregationPolicies.NamesOf(Bms.Profiles.ProfileKey.GapPolicy))),
            new("recharge",    "POL:RECH {1}", "SOC below which a battery that was full takes charge again.", Form.Quantity(QuantityKind.Share, 0, 100)),
        ];

        /// <summary>Wrong values on the wire: <c>wire: {ccl: 100 A}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Wire { get; } =
        [
            Value("cvl",               "CVL",  "CVL in 0x351.", Form.Or(Form.Volts, "unknown", "off")),
            Value("ccl",               "CCL",  "CCL in 0x351.", Form.Or(Form.Amps, "unknown", "off")),
            Value("dcl",               "DCL",  "DCL in 0x351.", Form.Or(Form.Amps, "unknown", "off")),
            Value("dvl",               "DVL",  "DVL in 0x351.", Form.Or(Form.Volts, "unknown", "off")),
            Value("soc",               "SOC",  "SOC in 0x355.", Form.Or(Form.Percent, "unknown", "off")),
            Value("soh",               "SOH",  "SOH in 0x355.", Form.Or(Form.Percent, "unknown", "off")),
            Value("voltage",           "VOLT", "Voltage in 0x356.", Form.Or(Form.Volts, "unknown", "off")),
            Value("current",           "CURR", "Current in 0x356, charging positive.", Form.Or(Form.Amps, "unknown", "off")),
            Value("temperature",       "TEMP", "Temperature in 0x356.", Form.Or(Form.Degrees, "unknown", "off")),
            Value("protections",       "PROT", "Protections: 1 over-voltage, 2 under-voltage, 4 hot, 8 cold, 16 discharge, 32 charge over-current, 64 system.", Bits),
            Value("alarms",            "ALAR", "Alarms; the same bits.", Bits),
            Value("charge-enable",     "CEN",  "Charge enable in 0x35C: 1 or 0; off ends the fault.", BitOrOff),
            Value("discharge-enable",  "DEN",  "Discharge enable in 0x35C: 1 or 0; off ends the fault.", BitOrOff),
            Value("force-charge-bit5", "FHIG", "Force charge, bit 5 of 0x35C: 1 or 0; off ends the fault.", BitOrOff),
            Value("force-charge-bit4", "FLOW", "Force charge, bit 4 of 0x35C: 1 or 0; off ends the fault.", BitOrOff),
            Value("full-charge",       "FULL", "Full-charge request in 0x35C: 1 or 0; off ends the fault.", BitOrOff),
            Value("modules",           "MOD",  "Modules online in 0x359.", Form.Or(Form.Count(0, 255), "unknown", "off")),
            Value("capacity",          "CAP",  "Capacity in 0x379 and 0x35F.", Form.Or(new QuantityForm(QuantityKind.Charge), "unknown", "off")),
        ];

        /// <summary>Wrong frames: <c>frame 351: {omit: on}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Frame { get; } =
        [
            Fault("omit",      "OMIT", "The frame is left out.", Form.Switch),
            Fault("delay",     "DEL",  "The frame leaves late.", Form.Or(Form.Time, "off")),
            Fault("length",    "LENG", "The frame has another data length.", Form.Or(Form.Count(0, 8), "off")),
            Fault("extended",  "EXT",  "The frame has a 29-bit identifier of the same number.", Form.Switch),
            Fault("stale",     "STAL", "The frame repeats its last bytes.", Form.Switch),
            Fault("swap",      "SWAP", "The frame leaves after its successor.", Form.Switch),
            Fault("duplicate", "DUPL", "The frame leaves this many times too often.", Form.Or(Form.Count(1, 10), "off")),
            Fault("corrupt",   "CORR", "Bits of one byte are turned over: [byte, bits].", Form.Count(0, 7), Form.Count(1, 255)),
            Fault("remote",    "REM",  "The frame leaves as a remote frame.", Form.Switch),
            Fault("bytes",     "BYT",  "The frame carries these bytes, two hexadecimal digits each, in their number.", Form.Or(new TextForm(16, true), "off")),
        ];

        /// <summary>A bad cable: <c>cable: {burst: [5 %, 20]}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Cable { get; } =
        [
            new("burst",   "FAUL:CABL:BURS {1}", "Frames of either direction vanish: [chance that a burst begins at a frame, longest burst in frames].", Form.Quantity(QuantityKind.Share, 0, 100), Form.Count(1, 1000)) { IsFault = true },
            new("bus-off", "FAUL:CABL:BOFF {1}", "The controller goes off the bus: [chance at a frame, most frames that it then refuses].", Form.Quantity(QuantityKind.Share, 0, 100), Form.Count(1, 1000)) { IsFault = true },
        ];
#pragma warning restore IDE0055

        /// <summary>Names of keys.</summary>
        public static List<string> NamesOf(IReadOnlyList<ScpiKey> keys)
        {
            var names = new List<string>();
            foreach (ScpiKey key in keys)
            {
                names.Add(key.Name);
            }

            return names;
        }

        /// <summary>The key of that name; null if there is none.</summary>
        public static ScpiKey? Find(IReadOnlyList<ScpiKey> keys, string name)
        {
            foreach (ScpiKey key in keys)
            {
                if (key.Name == name)
                {
                    return key;
                }
            }

            return null;
        }

        private static ScpiKey Value(string name, string node, string help, params ValueForm[] forms)
        {
            return new ScpiKey(name, $"FAUL:VAL:{node} {{1}}", help, forms) { IsFault = true };
        }

        private static ScpiKey Fault(string name, string node, string help, params ValueForm[] forms)
        {
            return new ScpiKey(name, $"FAUL:FRAM{{0}}:{node} {{1}}", help, forms) { IsFault = true };
        }
    }
}
