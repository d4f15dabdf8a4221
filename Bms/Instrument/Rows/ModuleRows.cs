using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of MODule#: one battery.</summary>
    internal static class ModuleRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("MODule#:DIP", Keep, CommandId.Dip).Number("DIP", ScpiUnit.None, 0, 255, 0).Range("0 to the most that the product's switches show").Says("MOD3:DIP 13", "Address switches; the BMS reads them when it starts.");
                case 1:  return row.Begin("MODule#:BREaker", Keep, CommandId.Breaker).Switch("breaker", true).Says("MOD2:BRE OFF", "Breaker of the battery.");
                case 2:  return row.Begin("MODule#:FET:CHARge", Keep, CommandId.Fet, Blocks.Charge).Switch("FET", true).Says("MOD1:FET:CHAR OFF", "OFF: the BMS holds its charge FET open until it restarts.");
                case 3:  return row.Begin("MODule#:FET:DISCharge", Keep, CommandId.Fet, Blocks.Discharge).Switch("FET", true).Says("MOD1:FET:DISC OFF", "OFF: the BMS holds its discharge FET open until it restarts.");
                case 4:  return row.Begin("MODule#:RST", Both, CommandId.ResetButton).Number("hold time", ScpiUnit.Second, 0, HoldMaxMilliseconds, 100).Or("PRESs|RELease").Says("MOD1:RST 3 S", "RST button. An asleep bank wakes at once; held 3 s and let go it sleeps, after 6 s it restarts. Asked: 1 while it is held.");
                case 5:  return row.Begin("MODule#:LINK", Keep | SettingRow.NotLast, CommandId.Link).Switch("cable", true).Says("MOD2:LINK OFF", "Chain cable to the next battery.");
                case 6:  return row.Begin("MODule#:CAN", Keep, CommandId.InverterCable).Switch("cable", true).Standard("ON for battery 1, OFF for the others").Says("MOD1:CAN ON", "Cable from the battery's CAN port to the inverter.");
                case 7:  return row.Begin("MODule#:SOH", Keep, CommandId.Soh).Number("SOH", ScpiUnit.Percent, 1, 1000, 1000).Says("MOD2:SOH 80", "State of health: what is left of the capacity.");
                case 8:  return row.Begin("MODule#:CAPacity", Keep, CommandId.Capacity).Number("capacity", ScpiUnit.AmpereHour, 1000, 2000000, 100000).Standard("of the product").Says("MOD2:CAP 120 AH", "Capacity at the present SOH; SOC stays as it is.");
                case 9:  return row.Begin("MODule#:SOC", Keep, CommandId.Soc).Number("SOC", ScpiUnit.Percent, 0, 1000, 500).Says("MOD3:SOC 55", "State of charge; the cells are then at rest.");
                case 10: return row.Begin("MODule#:TEMPerature", Keep, CommandId.Temperature).Number("temperature", ScpiUnit.Celsius, -400, 1000, 250).Says("MOD1:TEMP -5 CEL", "Cell temperature.");
                case 11: return row.Begin("MODule#:AMBient", Keep, CommandId.Ambient).Number("ambient temperature", ScpiUnit.Celsius, -400, 1000, 250).Says("MOD1:AMB 40", "Temperature of the room around the battery.");
                case 12: return row.Begin("MODule#:RESistance", Keep, CommandId.Resistance).Number("resistance", ScpiUnit.Percent, 100, 100000, 1000).Says("MOD2:RES 150 PCT", "Series resistance as a share of a new battery's.");
                case 13: return row.Begin("MODule#:CONNection[:RESistance]", Keep, CommandId.Connection).Number("resistance", ScpiUnit.Ohm, 0, 1000000, 2000).Standard("of the product, as the seed drew it").Says("MOD2:CONN 5000 UOHM", "Resistance of the battery's cable, breaker and bus bar.");
                case 14: return row.Begin("MODule#:REPLy", Keep, CommandId.Reply).Choice("reply", "NORMal|ZEROs|SILent").Says("MOD2:REPL ZERO", "What the battery answers when its master asks.");
                case 15: return row.Begin("MODule#:CANProtocol", Keep, CommandId.CanProtocol).Choice("protocol", "PYLontech|OTHer").Says("MOD1:CANP PYL", "Protocol of the battery's CAN port; with another one an inverter receives nothing.");
                case 16: return row.Begin("MODule#:CELL#:OFFSet", Both, CommandId.CellOffset).Number("offset", ScpiUnit.Percent, -500, 500, 0).Says("MOD1:CELL4:OFFS -1.5", "SOC by which a cell lies above the battery's at full charge.");
                case 17: return row.Begin("MODule#:OFFSets", Keep | SettingRow.Repeats, CommandId.CellOffsets).Number("offset", ScpiUnit.Percent, -500, 500, 0).Range("-50 to 50 %, one for each cell").Says("MOD1:OFFS 0,0,0,-1.5,0,0,0,0,0,0,0,0,0,0,2,0", "The offsets of all cells. A new battery has those that the seed drew. *SAV keeps them where one was set.");
                case 18: return row.Begin("MODule#:CELL#:VOLTage", Ask, CommandId.CellVoltage).Says("MOD1:CELL16:VOLT?", "Voltage of a cell, V.");
                case 19: return row.Begin("MODule#:CMAXimum", Ask, CommandId.ModuleMeasure, 2).Says("MOD1:CMAX?", "Highest cell voltage, V.");
                case 20: return row.Begin("MODule#:CMINimum", Ask, CommandId.ModuleMeasure, 3).Says("MOD1:CMIN?", "Lowest cell voltage, V.");
                case 21: return row.Begin("MODule#:VOLTage", Ask, CommandId.ModuleMeasure, 0).Says("MOD1:VOLT?", "Voltage that the BMS measures, V.");
                case 22: return row.Begin("MODule#:CURRent", Ask, CommandId.ModuleMeasure, 1).Says("MOD1:CURR?", "Current that the BMS measures, A, charging positive.");
                case 23: return row.Begin("MODule#:STATe", Ask, CommandId.ModuleState).Says("MOD1:STAT?", "OFF, ASL, STAR or RUNN: off, asleep, starting or running.");
                case 24: return row.Begin("MODule#:ADDRess", Ask, CommandId.ModuleMeasure, 4).Says("MOD1:ADDR?", "Address that the BMS took when it started.");
                case 25: return row.Begin("MODule#:LIMits", Ask, CommandId.ModuleMeasure, 9).Says("MOD1:LIM?", "CCL and DCL of the battery, A.");
                case 26: return row.Begin("MODule#:PROTections", Ask, CommandId.ModuleMeasure, 5).Says("MOD1:PROT?", "Active protections: 1 over-voltage, 2 under-voltage, 4 over-temperature, 8 under-temperature, 16 discharge over-current, 32 charge over-current, 64 system.");
                case 27: return row.Begin("MODule#:ALARms", Ask, CommandId.ModuleMeasure, 6).Says("MOD1:ALAR?", "Active alarms, the same bits.");
                case 28: return row.Begin("MODule#:TRIPs", Ask, CommandId.ModuleMeasure, 7).Says("MOD1:TRIP?", "Number of protection trips since the start.");
                case 29: return row.Begin("MODule#:GAUGe[:TYPE]", Keep, CommandId.Gauge).Choice("gauge", "COUNter|VOLTage").Says("MOD1:GAUG VOLT", "What SOC follows: the charge that was counted, or the terminal voltage, as a faulty gauge does.");
                case 30: return row.Begin("MODule#:GAUGe:ERRor", Keep, CommandId.GaugeError).Number("error", ScpiUnit.Percent, -500, 500, 0).Says("MOD1:GAUG:ERR 5 PCT", "Share by which the gauge counts too much; it jumps to the right value when the battery is full.");
                case 31: return row.Begin("MODule#:PORTs", Keep | SettingRow.NotLast, CommandId.LinkPorts).Choice("ports", "RIGHt|SAME|WRONg").Says("MOD2:PORT SAME", "Sockets that the chain cable to the next battery is in: as the product wants it, the same one at both ends, or one that is not of the chain.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int HoldMaxMilliseconds = 60000;
        private const int Ask = SettingRow.Query;
        private const int Both = SettingRow.Set | SettingRow.Query;
        private const int Keep = SettingRow.Setting;
    }
}
