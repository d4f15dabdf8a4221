namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of the common commands of IEEE 488.2.</summary>
    internal static class CommonRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("*CLS", Act, CommandId.Clear).Says("*CLS", "Clears the error queue and all event registers.");
                case 1:  return row.Begin("*ESE", Both, CommandId.EventEnable).Number("mask", ScpiUnit.None, 0, 255, 0).Says("*ESE 60", "Event status bits that show in bit 5 of the status byte.");
                case 2:  return row.Begin("*ESR", Take, CommandId.EventStatus).Says("*ESR?", "Event status register; asking clears it. 1 complete, 4 query, 8 device, 16 execution, 32 command error, 128 power on.");
                case 3:  return row.Begin("*IDN", Ask, CommandId.Identify).Says("*IDN?", "Maker, model, serial number, version.");
                case 4:  return row.Begin("*OPC", Act | Ask, CommandId.OperationComplete).Says("*OPC?", "Sets bit 0 of the event status register, or answers 1, once everything before it is done. Every command is done before the next one begins.");
                case 5:  return row.Begin("*RST", Act, CommandId.Reset).Says("*RST", "Back to the bank, dialect and state that the program or the board was started with; faults end, time goes on.");
                case 6:  return row.Begin("*SRE", Both, CommandId.ServiceEnable).Number("mask", ScpiUnit.None, 0, 255, 0).Says("*SRE 32", "Bits of the status byte that set its bit 6.");
                case 7:  return row.Begin("*STB", Ask, CommandId.StatusByte).Says("*STB?", "Status byte: 4 errors wait, 8 questionable, 16 an answer waits, 32 event, 64 service, 128 operation.");
                case 8:  return row.Begin("*TST", Ask, CommandId.SelfTest).Says("*TST?", "Self-test: 0 for passed, 1 for failed.");
                case 9:  return row.Begin("*WAI", Act, CommandId.Wait).Says("*WAI", "Waits until earlier commands are done. They always are: every command is done before the next one begins.");
                case 10: return row.Begin("*SAV", Act, CommandId.Save).Number("place", ScpiUnit.None, 0, CommonCommands.PlaceCount - 1, 0).Says("*SAV 1", "Keeps everything that can be set, faults with the time that is left of them, load and current; not the enable registers, SYST:SPE and a held RST button. Places 0 to 9 are yours; a scenario on a bench keeps in 10 what it found.");
                case 11: return row.Begin("*RCL", Act, CommandId.Recall).Number("place", ScpiUnit.None, 0, CommonCommands.PlaceCount - 1, 0).Says("*RCL 1", "Brings back what *SAV kept; the bank is built anew, awake and correctly numbered, and each BMS reads its DIP switches when it starts next, as after MODule#:DIP.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Act = SettingRow.Acts;
        private const int Ask = SettingRow.Query;
        private const int Take = SettingRow.Query | SettingRow.Takes;
        private const int Both = SettingRow.Set | SettingRow.Query;
    }
}
