using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of POLicy, CURRent and LOAD.</summary>
    internal static class PolicyRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0: return Policy(row, "POLicy:LIMits", ProfileKey.LimitPolicy).Says("POL:LIM weakest", "How the master works out CCL and DCL of the bank.");
                case 1: return Policy(row, "POLicy:SOC", ProfileKey.SocPolicy).Says("POL:SOC lowest", "How the master works out SOC of the bank.");
                case 2: return Policy(row, "POLicy:FLAGs", ProfileKey.FlagPolicy).Says("POL:FLAG any", "Whether one battery or all must report a protection.");
                case 3: return Policy(row, "POLicy:TEMPerature", ProfileKey.TemperaturePolicy).Says("POL:TEMP highest", "How the master works out the temperature of the bank.");
                case 4: return Policy(row, "POLicy:GAPS", ProfileKey.GapPolicy).Says("POL:GAPS skip", "What happens at a gap in the addresses.");
                case 5: return row.Begin("POLicy:RECHarge", SettingRow.Setting, CommandId.Recharge).Number("recharge", ScpiUnit.Percent, 0, 1000, 970).Standard("of the product").Says("POL:RECH 97", "SOC below which a battery that was full takes charge again; CCL is 0 until then.");
                case 6: return row.Begin("CURRent", Both, CommandId.Current).Number("current", ScpiUnit.Ampere, -2000000, 2000000, 0).Says("CURR?", "Current at the terminals, charging positive; only without an inverter, which sets the current itself.");
                case 7: return row.Begin("LOAD", Both, CommandId.Load).Number("load", ScpiUnit.Watt, -1000000, 1000000, 0).Says("LOAD 2.5 KW", "Power that is drawn, negative to charge: by the inverter's loads, or from the terminals where there is no inverter.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Both = SettingRow.Set | SettingRow.Query;

        private static SettingRow Policy(SettingRow row, string pattern, ProfileKey key)
        {
            return row.Begin(pattern, SettingRow.Setting, CommandId.Policy, (int)key)
                .ChoiceOf("policy", AggregationPolicies.NamesOf(key)).Standard("of the product");
        }
    }
}
