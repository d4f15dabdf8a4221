using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of BOARD: what only the firmware of a board has.</summary>
    internal static class BoardRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("BOARD[:STATus]", Ask, CommandId.Board, (int)BoardCommand.Status).Says("BOARD?", "Switches, battery, CAN controller, inverter and failures of the board, one text each.");
                case 1:  return row.Begin("BOARD:PROFile", Both, CommandId.Board, (int)BoardCommand.Profile).ChoiceOf("profile", ProfileCatalogue.Names).Range("see BANK:PROFile:CATalog?").Says("BOARD:PROF pylontech-us3000c", "Product that the board plays from the next restart on.");
                case 2:  return row.Begin("BOARD:FOLLowers", Both, CommandId.Board, (int)BoardCommand.Followers).Number("followers", ScpiUnit.None, 0, BankRules.BoardCapacity - 1, 1).Says("BOARD:FOLL 3", "Batteries besides the master from the next restart on.");
                case 3:  return row.Begin("BOARD:DIP#", Both, CommandId.Board, (int)BoardCommand.Dip).Number("DIP", ScpiUnit.None, -1, DipSwitch.BoardMax, -1).Says("BOARD:DIP2 9", "Address switches of a follower, 1 to 15, from the next restart on; -1 as the product's rules say.");
                case 4:  return row.Begin("BOARD:SOC", Both, CommandId.Board, (int)BoardCommand.Soc).Number("SOC", ScpiUnit.Percent, 0, 1000, 500).Says("BOARD:SOC 80", "SOC of every battery after power-up.");
                case 5:  return row.Begin("BOARD:DIALect", Both, CommandId.Board, (int)BoardCommand.Dialect).ChoiceOf("dialect", Dialects.Names).Range("see BANK:DIALect:CATalog?").Says("BOARD:DIAL deye", "Dialect after power-up.");
                case 6:  return row.Begin("BOARD:CADence", Both, CommandId.Board, (int)BoardCommand.Cadence).Choice("cadence", DialectRows.CadenceWords).Says("BOARD:CAD POLL", "Cadence after power-up.");
                case 7:  return row.Begin("BOARD:WAKE", Both, CommandId.Board, (int)BoardCommand.Wake).Switch("wake", false).Says("BOARD:WAKE ON", "Whether the bank wakes after power-up without RST.");
                case 8:  return row.Begin("BOARD:SAVE", SettingRow.Acts, CommandId.Board, (int)BoardCommand.Save).Says("BOARD:SAVE", "Keeps the settings of BOARD; they take effect at the next restart.");
                case 9:  return row.Begin("BOARD:DEFaults", SettingRow.Acts, CommandId.Board, (int)BoardCommand.Defaults).Says("BOARD:DEF", "Deletes the kept settings; the next restart uses the defaults.");
                case 10: return row.Begin("BOARD:RESTart", SettingRow.Acts, CommandId.Board, (int)BoardCommand.Restart).Says("BOARD:REST", "Restarts the board.");
                case 11: return row.Begin("BOARD:RST", SettingRow.Acts, CommandId.Board, (int)BoardCommand.PressReset).Number("hold time", ScpiUnit.Second, 0, 60000, 0).Optional().Says("BOARD:RST 3 S", "Presses the board's RST button: a short press wakes, 3 s sleeps, 6 s restarts the battery.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Ask = SettingRow.Query;
        private const int Both = SettingRow.Set | SettingRow.Query;
    }
}
