using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of BANK:DIALect and BANK:CADence.</summary>
    internal static class DialectRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("BANK:DIALect", Keep, CommandId.Dialect).ChoiceOf("dialect", Dialects.Names).Range("see BANK:DIALect:CATalog?").Says("BANK:DIAL pylontech", "All settings of the dialect at once. A change of the dialect starts a new burst.");
                case 1:  return row.Begin("BANK:DIALect:CATalog", SettingRow.Query, CommandId.DialectCatalog).Says("BANK:DIAL:CAT?", "Names of all dialects.");
                case 2:  return row.Begin("BANK:DIALect:DLENgth", Keep, CommandId.DataLength).Choice("length", "PADDed|NATive").Says("BANK:DIAL:DLEN NAT", "Data length: always eight bytes, or as long as the frame needs.");
                case 3:  return row.Begin("BANK:DIALect:VSCale", Keep, CommandId.VoltageScale).Choice("scale", "CENTivolt|DECivolt").Says("BANK:DIAL:VSC DEC", "Unit of the voltage in 0x356.");
                case 4:  return row.Begin("BANK:DIALect:CSIGn", Keep, CommandId.CurrentSign).Choice("sign", "CHARge|DISCharge").Says("BANK:DIAL:CSIG CHAR", "Which current is positive in 0x356.");
                case 5:  return row.Begin("BANK:DIALect:NAME", Keep, CommandId.ManufacturerName).Text("name", DialectSettings.NameLengthMax).Says("BANK:DIAL:NAME \"PYLON\"", "Name in 0x35E; empty for the product's own.");
                case 6:  return row.Begin("BANK:DIALect:CAPacity", Keep, CommandId.SendsCapacity).Switch("switch", true).Says("BANK:DIAL:CAP OFF", "Whether 0x379 is sent where the order has it.");
                case 7:  return row.Begin("BANK:DIALect:FSOC", Keep, CommandId.SendsFineSoc).Switch("switch", false).Says("BANK:DIAL:FSOC ON", "Whether 0x355 carries SOC in 0.01 % as well.");
                case 8:  return row.Begin("BANK:DIALect:ORDer", Keep | SettingRow.Repeats, CommandId.Order).Number("identifier", ScpiUnit.None, 0, (int)CanFrame.ExtendedIdMax, (int)FrameTable.At(0).Id).Range("identifiers of frames that the bank sends, #H351 and so on").Standard("of the dialect").Says("BANK:DIAL:ORD #H351,#H355,#H356,#H359", "Frames of a burst in the order in which they are sent.");
                case 9:  return row.Begin("BANK:DIALect:PERiod", Keep, CommandId.Period).Number("period", ScpiUnit.Second, DialectSettings.PeriodMillisecondsMin, DialectSettings.PeriodMillisecondsMax, 1000).Says("BANK:DIAL:PER 500 MS", "Time from one burst to the next.");
                case 10: return row.Begin("BANK:DIALect:GAP", Keep, CommandId.Gap).Number("gap", ScpiUnit.Second, 0, DialectSettings.GapMillisecondsMax, 20).Says("BANK:DIAL:GAP 10 MS", "Time from one frame of a burst to the next.");
                case 11: return row.Begin("BANK:DIALect:JITTer", Keep, CommandId.Jitter).Number("jitter", ScpiUnit.Second, 0, DialectSettings.PeriodMillisecondsMax - 1, 0).Range("0 to less than the period").Says("BANK:DIAL:JITT 5 MS", "Each burst starts up to this much late.");
                case 12: return row.Begin("BANK:DIALect:SROunding", Keep, CommandId.SocRounding).Choice("rounding", "NEARest|DOWN").Says("BANK:DIAL:SRO DOWN", "How SOC becomes the whole percent of 0x355; 100 only when full, 0 only when empty.");
                case 13: return row.Begin("BANK:DIALect:OKPairs", Keep, CommandId.SendsOkPairs).Switch("switch", false).Says("BANK:DIAL:OKP ON", "Whether 0x35A says ok (10) of what is well, as BYD and Victron do; a genuine Pylontech sends zeros.");
                case 14: return row.Begin("BANK:DIALect:TIMers", Keep, CommandId.OwnTimers).Switch("switch", false).Standard("OFF; ON for deye").Says("BANK:DIAL:TIM ON", "Whether each frame has a timer of its own, 1.00 to 1.09 times the period, as Deye's packs do, instead of a burst. A polled bank sends bursts.");
                case 15: return row.Begin("BANK:CADence", Keep, CommandId.Cadence).Choice("cadence", CadenceWords).Says("BANK:CAD BOTH", "What starts a burst: the battery's own clock, the inverter's 0x305, or both.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        /// <summary>Names of the cadences, in the order of their enumeration.</summary>
        public const string CadenceWords = "BROadcast|POLL|BOTH";

        private const int Keep = SettingRow.Setting;
    }
}
