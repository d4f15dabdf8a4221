using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of FAULt:VALue: values of the report that an operator replaces.</summary>
    internal static class FaultValueRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return Number(row, "FAULt:VALue:CVL", ReportValue.ChargeVoltageLimit, ScpiUnit.Volt, 0, 6553500).Says("FAUL:VAL:CVL 58.4 V,2 S,10 S", "CVL in 0x351. An unknown value withholds its frame.");
                case 1:  return Number(row, "FAULt:VALue:CCL", ReportValue.ChargeCurrentLimit, ScpiUnit.Ampere, -3276700, 3276700).Says("FAUL:VAL:CCL 0", "CCL in 0x351.");
                case 2:  return Number(row, "FAULt:VALue:DCL", ReportValue.DischargeCurrentLimit, ScpiUnit.Ampere, -3276700, 3276700).Says("FAUL:VAL:DCL 10 A", "DCL in 0x351.");
                case 3:  return Number(row, "FAULt:VALue:DVL", ReportValue.DischargeVoltageLimit, ScpiUnit.Volt, 0, 6553500).Says("FAUL:VAL:DVL 44 V", "DVL in 0x351.");
                case 4:  return Number(row, "FAULt:VALue:SOC", ReportValue.Soc, ScpiUnit.Percent, 0, 655350).Says("FAUL:VAL:SOC 5,0,30 S", "SOC in 0x355; the field carries more than 100 %, and so does the fault.");
                case 5:  return Number(row, "FAULt:VALue:SOH", ReportValue.Soh, ScpiUnit.Percent, 0, 655350).Says("FAUL:VAL:SOH 70", "SOH in 0x355.");
                case 6:  return Number(row, "FAULt:VALue:VOLTage", ReportValue.Voltage, ScpiUnit.Volt, 0, 327670).Says("FAUL:VAL:VOLT UNKN", "Voltage in 0x356.");
                case 7:  return Number(row, "FAULt:VALue:CURRent", ReportValue.Current, ScpiUnit.Ampere, -3276700, 3276700).Says("FAUL:VAL:CURR -350 MA", "Current in 0x356, charging positive.");
                case 8:  return Number(row, "FAULt:VALue:TEMPerature", ReportValue.Temperature, ScpiUnit.Celsius, -32767, 32767).Says("FAUL:VAL:TEMP -150", "Temperature in 0x356.");
                case 9:  return Bits(row, "FAULt:VALue:PROTections", ReportValue.Protections).Says("FAUL:VAL:PROT 2", "Protections; bits as in MODule#:PROTections?.");
                case 10: return Bits(row, "FAULt:VALue:ALARms", ReportValue.Alarms).Says("FAUL:VAL:ALAR #H40", "Alarms; the same bits.");
                case 11: return Flag(row, "FAULt:VALue:CENable", ReportValue.ChargeEnable).Says("FAUL:VAL:CEN 0", "Charge enable in 0x35C.");
                case 12: return Flag(row, "FAULt:VALue:DENable", ReportValue.DischargeEnable).Says("FAUL:VAL:DEN 0", "Discharge enable in 0x35C.");
                case 13: return Flag(row, "FAULt:VALue:FHIGh", ReportValue.ForceChargeBit5).Says("FAUL:VAL:FHIG 1", "Force charge, bit 5 of 0x35C.");
                case 14: return Flag(row, "FAULt:VALue:FLOW", ReportValue.ForceChargeBit4).Says("FAUL:VAL:FLOW 1", "Force charge, bit 4 of 0x35C.");
                case 15: return Flag(row, "FAULt:VALue:FULL", ReportValue.FullCharge).Says("FAUL:VAL:FULL 1", "Full-charge request in 0x35C.");
                case 16: return Number(row, "FAULt:VALue:MODules", ReportValue.ModulesOnline, ScpiUnit.None, 0, 255).Says("FAUL:VAL:MOD 3", "Modules online in 0x359.");
                case 17: return Number(row, "FAULt:VALue:CAPacity", ReportValue.Capacity, ScpiUnit.AmpereHour, 0, 65535000).Says("FAUL:VAL:CAP 300 AH", "Capacity in 0x379 and 0x35F.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Fault = SettingRow.Setting | SettingRow.Timed;

        // The ranges are those of the wire: beyond them the value would be cut, and something else would be sent than was ordered.
        private static SettingRow Number(SettingRow row, string pattern, ReportValue value, ScpiUnit unit, int minimum, int maximum)
        {
            return Begin(row, pattern, value).Number(FaultNames.Of(value), unit, minimum, maximum, 0).Or("UNKNown|OFF").Standard("OFF");
        }

        private static SettingRow Bits(SettingRow row, string pattern, ReportValue value)
        {
            return Begin(row, pattern, value).Number(FaultNames.Of(value), ScpiUnit.None, 0, BmsFlags.All, 0).Or("OFF").Standard("OFF");
        }

        // Here OFF ends the fault; the flag itself is 1 or 0.
        private static SettingRow Flag(SettingRow row, string pattern, ReportValue value)
        {
            return Begin(row, pattern, value).Number(FaultNames.Of(value), ScpiUnit.None, 0, 1, 0).Or("ON|OFF").Standard("OFF");
        }

        private static SettingRow Begin(SettingRow row, string pattern, ReportValue value)
        {
            return row.Begin(pattern, Fault, CommandId.FaultValue, (int)value);
        }
    }
}
