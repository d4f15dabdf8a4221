using System.Collections.Generic;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Language.Keys
{
    /// <summary>Every readable key that stands for a command of the instrument.</summary>
    /// <remarks>A key is a name for a row of the command table; reader and schema take form, range and meaning from the row.</remarks>
    internal static class InstrumentKeys
    {
        /// <summary>What can be done to one battery: <c>battery 2: {breaker: off}</c>, and in a list per battery of the bank's set-up.</summary>
        public static IReadOnlyList<ScpiKey> Battery { get; } =
        [
            new("dip", "MODule#:DIP"),
            new("breaker", "MODule#:BREaker"),
            new("charge-fet", "MODule#:FET:CHARge"),
            new("discharge-fet", "MODule#:FET:DISCharge"),
            new("rst", "MODule#:RST"),
            new("link", "MODule#:LINK", new SwitchForm("plugged", "unplugged")),
            new("ports", "MODule#:PORTs"),
            new("can", "MODule#:CAN", new SwitchForm("plugged", "unplugged")),
            new("soc", "MODule#:SOC"),
            new("soh", "MODule#:SOH"),
            new("capacity", "MODule#:CAPacity"),
            new("temperature", "MODule#:TEMPerature"),
            new("ambient", "MODule#:AMBient"),
            new("resistance", "MODule#:RESistance"),
            new("connection", "MODule#:CONNection[:RESistance]"),
            new("reply", "MODule#:REPLy"),
            new("protocol", "MODule#:CANProtocol"),
            new("gauge", "MODule#:GAUGe[:TYPE]"),
            new("gauge-error", "MODule#:GAUGe:ERRor"),
        ];

        /// <summary>What can be done to the bank: <c>bank: {output: off}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Bank { get; } =
        [
            new("output", "OUTPut[:STATe]"),
            new("dialect", "BANK:DIALect"),
            new("cadence", "BANK:CADence"),
            new("load", "LOAD"),
            new("current", "CURRent"),
        ];

        /// <summary>How the bank speaks, each by itself: <c>dialect: {name: sol-ark, period: 500 ms}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Dialect { get; } =
        [
            new("name", "BANK:DIALect"),
            new("dlc", "BANK:DIALect:DLENgth"),
            new("voltage-scale", "BANK:DIALect:VSCale"),
            new("current-sign", "BANK:DIALect:CSIGn"),
            new("manufacturer", "BANK:DIALect:NAME"),
            new("capacity", "BANK:DIALect:CAPacity"),
            new("fine-soc", "BANK:DIALect:FSOC"),
            new("soc-rounding", "BANK:DIALect:SROunding"),
            new("ok-pairs", "BANK:DIALect:OKPairs"),
            new("period", "BANK:DIALect:PERiod"),
            new("gap", "BANK:DIALect:GAP"),
            new("jitter", "BANK:DIALect:JITTer"),
            new("own-timers", "BANK:DIALect:TIMers"),
        ];

        /// <summary>The key of the dialect that has a list as its value.</summary>
        public static ScpiKey DialectOrder { get; } = new("order", "BANK:DIALect:ORDer", Form.FrameId);

        /// <summary>How the master makes one bank of many batteries: <c>policy: {limits: sum}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Policy { get; } =
        [
            new("limits", "POLicy:LIMits"),
            new("soc", "POLicy:SOC"),
            new("flags", "POLicy:FLAGs"),
            new("temperature", "POLicy:TEMPerature"),
            new("gaps", "POLicy:GAPS"),
            new("recharge", "POLicy:RECHarge"),
            new("join", "POLicy:JOIN"),
            new("full-cvl", "POLicy:FULL:CVL"),
            new("full-hold", "POLicy:FULL:HOLD"),
            new("full-enable", "POLicy:FULL:ENABle"),
            new("full-fet", "POLicy:FULL:FET"),
            new("full-delay", "POLicy:FULL:DELay"),
            new("full-alarm", "POLicy:FULL:ALARm"),
        ];

        /// <summary>Wrong values on the wire: <c>wire: {ccl: 100 A}</c>, by the name of the signal or short.</summary>
        public static IReadOnlyList<ScpiKey> Wire { get; } =
        [
            new("cvl", "FAULt:VALue:CVL") { Signal = "chargeVoltageLimitVolts" },
            new("ccl", "FAULt:VALue:CCL") { Signal = "chargeCurrentLimitAmps" },
            new("dcl", "FAULt:VALue:DCL") { Signal = "dischargeCurrentLimitAmps" },
            new("dvl", "FAULt:VALue:DVL") { Signal = "dischargeVoltageLimitVolts" },
            new("soc", "FAULt:VALue:SOC") { Signal = "socPercent" },
            new("soh", "FAULt:VALue:SOH") { Signal = "sohPercent" },
            new("voltage", "FAULt:VALue:VOLTage") { Signal = "bankVoltageVolts" },
            new("current", "FAULt:VALue:CURRent") { Signal = "bankCurrentAmps" },
            new("temperature", "FAULt:VALue:TEMPerature") { Signal = "temperatureCelsius" },
            new("protections", "FAULt:VALue:PROTections"),
            new("alarms", "FAULt:VALue:ALARms"),
            new("charge-enable", "FAULt:VALue:CENable") { Signal = "chargeEnable" },
            new("discharge-enable", "FAULt:VALue:DENable") { Signal = "dischargeEnable" },
            new("force-charge-bit5", "FAULt:VALue:FHIGh") { Signal = "forceChargeBit5" },
            new("force-charge-bit4", "FAULt:VALue:FLOW") { Signal = "forceChargeBit4" },
            new("full-charge", "FAULt:VALue:FULL") { Signal = "fullChargeRequest" },
            new("modules", "FAULt:VALue:MODules") { Signal = "modulesOnline" },
            new("capacity", "FAULt:VALue:CAPacity") { Signal = "capacityAmpereHours" },
        ];

        /// <summary>Wrong frames: <c>frame 351: {omit: on}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Frame { get; } =
        [
            new("omit", "FAULt:FRAMe@:OMIT"),
            new("delay", "FAULt:FRAMe@:DELay"),
            new("length", "FAULt:FRAMe@:LENGth"),
            new("extended", "FAULt:FRAMe@:EXTended"),
            new("stale", "FAULt:FRAMe@:STALe"),
            new("swap", "FAULt:FRAMe@:SWAP"),
            new("duplicate", "FAULt:FRAMe@:DUPLicate"),
            new("corrupt", "FAULt:FRAMe@:CORRupt"),
            new("remote", "FAULt:FRAMe@:REMote"),
            new("bytes", "FAULt:FRAMe@:BYTes"),
        ];

        /// <summary>A bad cable: <c>cable: {burst: [5 %, 20]}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Cable { get; } =
        [
            new("burst", "FAULt:CABLe:BURSt"),
            new("bus-off", "FAULt:CABLe:BOFF"),
        ];

        /// <summary>Gauges that lie for a time: <c>gauge: {follow-voltage: {value: 2, duration: 5 min}}</c>.</summary>
        public static IReadOnlyList<ScpiKey> Gauge { get; } =
        [
            new("follow-voltage", "FAULt:GAUGe:VOLTage"),
            new("error", "FAULt:GAUGe:ERRor"),
            new("hold", "FAULt:GAUGe:HOLD"),
            new("master-only", "FAULt:GAUGe:MASTer"),
        ];

        /// <summary>Names of keys, those of signals too.</summary>
        public static List<string> NamesOf(IReadOnlyList<ScpiKey> keys)
        {
            var names = new List<string>();
            foreach (ScpiKey key in keys)
            {
                names.Add(key.Name);
                if (key.Signal is not null)
                {
                    names.Add(key.Signal);
                }
            }

            return names;
        }

        /// <summary>The key of that name, short or as the message catalogue has it; null if there is none.</summary>
        public static ScpiKey? Find(IReadOnlyList<ScpiKey> keys, string name)
        {
            foreach (ScpiKey key in keys)
            {
                if (key.Name == name || key.Signal == name)
                {
                    return key;
                }
            }

            return null;
        }
    }
}
