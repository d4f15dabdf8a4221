using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of FAULt but for its values: wrong frames, extra frames, the cable.</summary>
    internal static class FaultRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("FAULt:CLEar", SettingRow.Acts, CommandId.FaultClear).Says("FAUL:CLE", "Ends all faults.");
                case 1:  return row.Begin("FAULt:COUNt", SettingRow.Query, CommandId.FaultCount).Says("FAUL:COUN?", "Number of faults that are active or will start.");
                case 2:  return Begin(row, "FAULt:FRAMe@:OMIT", FrameFaultKind.Omit).Switch("fault", false).Says("FAUL:FRAM359:OMIT ON,5 S,12 S", "The frame is left out.");
                case 3:  return Begin(row, "FAULt:FRAMe@:DELay", FrameFaultKind.Delay).Number("delay", ScpiUnit.Second, 1, 5000, 100).Or("OFF").Standard("OFF").Says("FAUL:FRAM355:DEL 300 MS", "The frame leaves late.");
                case 4:  return Begin(row, "FAULt:FRAMe@:LENGth", FrameFaultKind.Length).Number("length", ScpiUnit.None, 0, CanFrame.DataLengthMax, CanFrame.DataLengthMax).Or("OFF").Standard("OFF").Says("FAUL:FRAM351:LENG 6", "The frame has another data length, in bytes.");
                case 5:  return Begin(row, "FAULt:FRAMe@:EXTended", FrameFaultKind.Extended).Switch("fault", false).Says("FAUL:FRAM356:EXT ON", "The frame has a 29-bit identifier of the same number.");
                case 6:  return Begin(row, "FAULt:FRAMe@:STALe", FrameFaultKind.Stale).Switch("fault", false).Says("FAUL:FRAM356:STAL ON,0,1 MIN", "The frame repeats its last bytes.");
                case 7:  return Begin(row, "FAULt:FRAMe@:SWAP", FrameFaultKind.Swap).Switch("fault", false).Says("FAUL:FRAM351:SWAP ON", "The frame leaves after its successor.");
                case 8:  return Begin(row, "FAULt:FRAMe@:DUPLicate", FrameFaultKind.Duplicate).Number("copies", ScpiUnit.None, 1, 10, 1).Or("OFF").Standard("OFF").Says("FAUL:FRAM35C:DUPL 1", "The frame is sent again, this many times.");
                case 9:  return Begin(row, "FAULt:FRAMe@:CORRupt", FrameFaultKind.Corrupt).Number("byte", ScpiUnit.None, 0, CanFrame.DataLengthMax - 1, 0).Or("OFF").Standard("OFF").Number("bits", ScpiUnit.None, 1, 255, 255).Says("FAUL:FRAM35E:CORR 0,#H20", "Bits of one byte are inverted.");
                case 10: return Begin(row, "FAULt:FRAMe@:REMote", FrameFaultKind.Remote).Switch("fault", false).Says("FAUL:FRAM379:REM ON", "The frame leaves as a remote frame.");
                case 11: return Begin(row, "FAULt:FRAMe@:BYTes", FrameFaultKind.Bytes).Text("bytes", 2 * CanFrame.DataLengthMax).Range("0 to 8 bytes, two hexadecimal digits each").Or("OFF").Standard("OFF").Says("FAUL:FRAM35E:BYT \"50594C4F4E1CFC08\"", "The frame carries exactly these bytes.");
                case 12: return row.Begin("FAULt:EXTRa#", Fault, CommandId.ExtraFrame).Text("frame", FrameText.LengthMax).Range("extra frames 1 to 4; a frame as cansend has it: identifier, #, bytes").Or("OFF").Standard("OFF").Number("period", ScpiUnit.Second, 0, 60000, 0).Optional().Says("FAUL:EXTR1 \"370#0102\",100 MS,0,10 S", "The bank sends a frame besides its own while it speaks and its output is on; a period of 0, or none, for once. FRAMe does not count it.");
                case 13: return Cable(row, "FAULt:CABLe:BURSt", CableFaultKind.Burst).Says("FAUL:CABL:BURS 5,20", "Frames of either direction are lost: the chance that a burst begins at a frame, and the longest burst in frames.");
                case 14: return Cable(row, "FAULt:CABLe:BOFF", CableFaultKind.BusOff).Says("FAUL:CABL:BOFF 1,50", "The controller goes off the bus: the chance at a frame, and the most frames that it then refuses.");
                case 15: return Gauge(row, "FAULt:GAUGe:VOLTage", GaugeFaultKind.Voltage).Number("battery", ScpiUnit.None, 0, BatteriesMax, 0).Range("number of a battery, 0 for all; one that is not there does nothing").Or("OFF").Standard("OFF").Says("FAUL:GAUG:VOLT 2,10 S,5 MIN", "SOC of a battery follows its terminal voltage.");
                case 16: return Gauge(row, "FAULt:GAUGe:ERRor", GaugeFaultKind.Error).Number("error", ScpiUnit.Percent, -500, 500, 50).Or("OFF").Standard("OFF").Number("battery", ScpiUnit.None, 0, BatteriesMax, 0).Says("FAUL:GAUG:ERR 5 PCT,0,0,1 H", "A gauge, or with battery 0 every one, counts too much; what it is wrong by stays until its battery is full, and then SOC jumps.");
                case 17: return Gauge(row, "FAULt:GAUGe:HOLD", GaugeFaultKind.Hold).Number("hold", ScpiUnit.Percent, 0, 1000, 980).Or("OFF").Standard("OFF").Says("FAUL:GAUG:HOLD 98,0,2 H", "SOC waits here until its battery is full.");
                case 18: return Gauge(row, "FAULt:GAUGe:MASTer", GaugeFaultKind.Master).Switch("fault", false).Says("FAUL:GAUG:MAST ON,0,10 MIN", "SOC of the bank is that of the master alone, whatever the policy.");
                case 19: return row.Begin("FAULt:CABLe:LOST", SettingRow.Query, CommandId.CableLost).Says("FAUL:CABL:LOST?", "Frames that the cable lost, and times that it took the controller off the bus, since the start or *RST.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Fault = SettingRow.Setting | SettingRow.Timed;
        private const int BatteriesMax = 64;

        private static SettingRow Begin(SettingRow row, string pattern, FrameFaultKind kind)
        {
            return row.Begin(pattern, Fault, CommandId.FaultFrame, (int)kind);
        }

        private static SettingRow Gauge(SettingRow row, string pattern, GaugeFaultKind kind)
        {
            return row.Begin(pattern, Fault, CommandId.GaugeFault, (int)kind);
        }

        private static SettingRow Cable(SettingRow row, string pattern, CableFaultKind kind)
        {
            return row.Begin(pattern, Fault, CommandId.CableFault, (int)kind)
                .Number("chance", ScpiUnit.Percent, 1, 1000, 1000).Or("OFF").Standard("OFF")
                .Number("frames", ScpiUnit.None, 1, 1000, 10);
        }
    }
}
