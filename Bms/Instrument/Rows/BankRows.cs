using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of BANK and OUTPut.</summary>
    internal static class BankRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("BANK:PROFile", Keep, CommandId.Profile).ChoiceOf("profile", ProfileCatalogue.Names).Range("see BANK:PROFile:CATalog?").Number("batteries", ScpiUnit.None, 1, BankRules.TwinCapacity, 1).Optional().Says("BANK:PROF sok-sk48v100,4", "Product and number of batteries; the bank is built anew.");
                case 1:  return row.Begin("BANK:PROFile:CATalog", Ask, CommandId.Profiles).Says("BANK:PROF:CAT?", "Names of all products.");
                case 2:  return row.Begin("BANK:BATTery", Both, CommandId.Batteries).Number("batteries", ScpiUnit.None, 1, BankRules.TwinCapacity, 1).Range("1 to what the product allows, and at most 64 on a PC, 16 on a board").Says("BANK:BATT 4", "Batteries, master included; the bank is built anew.");
                case 3:  return row.Begin("BANK:EXPected", Keep, CommandId.Expected).Number("followers", ScpiUnit.None, BankCommands.NotSet, BankRules.TwinCapacity - 1, BankCommands.NotSet).Says("BANK:EXP -1", "Followers that the count switches of the master announce, on products that have them; -1 where nobody set them.");
                case 4:  return row.Begin("BANK:RESTart", SettingRow.Acts, CommandId.Restart).Says("BANK:REST", "Builds the same bank anew, correctly wired and numbered.");
                case 5:  return row.Begin("BANK:VOLTage", Ask, CommandId.BankMeasure, 0).Says("BANK:VOLT?", "Voltage at the terminals, V.");
                case 6:  return row.Begin("BANK:CURRent", Ask, CommandId.BankMeasure, 1).Says("BANK:CURR?", "Current at the terminals, A, charging positive.");
                case 7:  return row.Begin("BANK:SOC", Ask, CommandId.BankMeasure, 2).Says("BANK:SOC?", "SOC that the master reports, %.");
                case 8:  return row.Begin("BANK:ONLine", Ask, CommandId.BankMeasure, 3).Says("BANK:ONL?", "Batteries that answer the master, itself included.");
                case 9:  return row.Begin("BANK:MASTer", Ask, CommandId.BankMeasure, 4).Says("BANK:MAST?", "Battery that speaks to the inverter, 1 for the first; 0 while none does.");
                case 10: return row.Begin("OUTPut[:STATe]", Keep, CommandId.Output).Switch("output", true).Says("OUTP ON", "OFF holds the bank silent on CAN; everything else goes on.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Ask = SettingRow.Query;
        private const int Both = SettingRow.Set | SettingRow.Query;
        private const int Keep = SettingRow.Setting;
    }
}
