using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of POLicy, CURRent, LOAD and PROFile.</summary>
    internal static class PolicyRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0: return Policy(row, "POLicy:LIMits", ProfileKey.LimitPolicy).Says("POL:LIM weakest", "How the master works out CCL and DCL of the bank.");
                case 1: return Policy(row, "POLicy:SOC", ProfileKey.SocPolicy).Says("POL:SOC lowest", "How the master works out SOC of the bank; voltage: every gauge follows its terminal voltage, as faulty ones do.");
                case 2: return Policy(row, "POLicy:FLAGs", ProfileKey.FlagPolicy).Says("POL:FLAG any", "Whether one battery or all must report a protection.");
                case 3: return Policy(row, "POLicy:TEMPerature", ProfileKey.TemperaturePolicy).Says("POL:TEMP highest", "How the master works out the temperature of the bank.");
                case 4: return Policy(row, "POLicy:GAPS", ProfileKey.GapPolicy).Says("POL:GAPS skip", "What happens at a gap in the addresses.");
                case 5: return row.Begin("POLicy:RECHarge", SettingRow.Setting, CommandId.Recharge).Number("recharge", ScpiUnit.Percent, 0, 1000, 970).Standard("of the product").Says("POL:RECH 97", "SOC below which a battery that was full takes charge again; CCL is 0 until then.");
                case 6: return row.Begin("POLicy:JOIN", SettingRow.Setting, CommandId.Join).Number("difference", ScpiUnit.Volt, 0, 100000, 0).Standard("of the product").Says("POL:JOIN 2 V", "Difference to the bus bar above which a battery keeps its FETs open instead of joining; 0 where none refuses.");
                case 7: return Policy(row, "POLicy:FULL:CVL", ProfileKey.FullChargeVoltage).Says("POL:FULL:CVL float", "CVL while the bank is full: kept, the float voltage at once, or 1 mV a second towards it.");
                case 8: return row.Begin("POLicy:FULL:HOLD", SettingRow.Setting, CommandId.FullHold).Number("hold", ScpiUnit.Percent, 0, 1000, 990).Standard("of the product").Says("POL:FULL:HOLD 98", "Highest SOC that a gauge shows before its battery counts as full.");
                case 9: return row.Begin("POLicy:FULL:ENABle", SettingRow.Setting, CommandId.FullSwitch, 0).Switch("enable", true).Standard("of the product").Says("POL:FULL:ENAB OFF", "Whether a full bank keeps its charge enable (0x35C bit 7).");
                case 10: return row.Begin("POLicy:FULL:FET", SettingRow.Setting, CommandId.FullSwitch, 1).Switch("FET", true).Standard("of the product").Says("POL:FULL:FET OFF", "Whether the charge FET of a full battery stays closed.");
                case 11: return row.Begin("POLicy:FULL:DELay", SettingRow.Setting, CommandId.FullDelay).Number("delay", ScpiUnit.Second, 0, 86400000, 0).Range("0 to 86400 s, whole seconds").Standard("of the product").Says("POL:FULL:DEL 10 MIN", "Time from full after which charge FET and charge enable follow, where they do.");
                case 12: return row.Begin("POLicy:FULL:ALARm", SettingRow.Setting, CommandId.FullSwitch, 2).Switch("alarm", false).Standard("of the product").Says("POL:FULL:ALAR ON", "Whether a full bank raises its high-voltage alarm while it is above its float voltage.");
                case 13: return row.Begin("CURRent", Both, CommandId.Current).Number("current", ScpiUnit.Ampere, -2000000, 2000000, 0).Says("CURR?", "Current at the terminals, charging positive; only without an inverter, which sets the current itself.");
                case 14: return row.Begin("LOAD", Both, CommandId.Load).Number("load", ScpiUnit.Watt, -BenchLoad.WattsMax, BenchLoad.WattsMax, 0).Says("LOAD 2.5 KW", "Power that is drawn, negative to charge: by the inverter's loads, or from the terminals where there is no inverter.");
                case 15: return row.Begin("PROFile:VALue", Both, CommandId.ProfileValue).Text("key", ProfileCommands.KeyMax).Range("a key of profile files, with or without quotes").Text("value", ProfileCommands.TextMax).Range("a number in the unit that ends the key, or with V, A, AH, PCT or S; or a text").Says("PROF:VAL chargeVoltageLimitMillivolts,55200", "A value of the product, under the keys and in the units of profile files; the bank is built anew. *SAV keeps it, and BANK:PROF brings the product's own back. PROF:VAL? cellCount asks for one, PROF:VAL? for all that were set, each behind its key.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Both = SettingRow.Set | SettingRow.Query;

        private static SettingRow Policy(SettingRow row, string pattern, ProfileKey key)
        {
            return row.Begin(pattern, SettingRow.Setting, CommandId.Policy, (int)key)
                .ChoiceOf("policy", PolicyNames.Of(key)).Standard("of the product");
        }
    }
}
