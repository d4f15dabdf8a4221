namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of SYSTem and STATus: SCPI-1999, volume 2, chapters 20 and 21.</summary>
    internal static class SystemRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("SYSTem:ERRor[:NEXT]", Take, CommandId.NextError).Says("SYST:ERR?", "Oldest error with number, text and detail; asking removes it. 0 if there is none.");
                case 1:  return row.Begin("SYSTem:ERRor:ALL", Take, CommandId.AllErrors).Says("SYST:ERR:ALL?", "All errors; asking removes them.");
                case 2:  return row.Begin("SYSTem:ERRor:COUNt", Ask, CommandId.ErrorCount).Says("SYST:ERR:COUN?", "Number of errors in the queue.");
                case 3:  return row.Begin("SYSTem:VERSion", Ask, CommandId.Version).Says("SYST:VERS?", "Version of SCPI: 1999.0.");
                case 4:  return row.Begin("SYSTem:HELP:HEADers", Ask, CommandId.Headers).Says("SYST:HELP:HEAD?", "All headers as a block, one a line.");
                case 5:  return row.Begin("SYSTem:SLIPs", Ask, CommandId.Slips).Says("SYST:SLIP?", "Times at which the machine did not let a twin run for more than 50 ms: how many, all together, the longest, s. Frames left late then.");
                case 6:  return row.Begin("SYSTem:TIME", Ask, CommandId.Time).Says("SYST:TIME?", "Simulated time since the start, s.");
                case 7:  return row.Begin("SYSTem:SPEed", Both, CommandId.Speed).Number("speed", ScpiUnit.Factor, 0, 1000000000, 1000).Says("SYST:SPE 10", "Simulated seconds in a second; 0 for as fast as possible. A running twin only.");
                case 8:  return row.Begin("STATus:PRESet", Act, CommandId.Preset).Says("STAT:PRES", "Sets both enable registers to 0.");
                case 9:  return row.Begin("STATus:OPERation[:EVENt]", Take, CommandId.StatusEvents).Says("STAT:OPER?", "Operation events since last asked: 256 speaks to the inverter, 512 charges, 1024 discharges, 2048 inverter answers.");
                case 10: return row.Begin("STATus:OPERation:CONDition", Ask, CommandId.StatusCondition).Says("STAT:OPER:COND?", "The same bits as they are now.");
                case 11: return row.Begin("STATus:OPERation:ENABle", Both, CommandId.StatusEnable).Number("mask", ScpiUnit.None, 0, 32767, 0).Says("STAT:OPER:ENAB 256", "Operation events that show in the status byte.");
                case 12: return row.Begin("STATus:QUEStionable[:EVENt]", Take, CommandId.StatusEvents, 1).Says("STAT:QUES?", "Questionable events since last asked: 1 voltage, 2 current, 4 the host was late (an event only), 16 temperature protection, 512 follower lost, 1024 inverter lost, 2048 bus passive or off, 4096 a fault acts.");
                case 13: return row.Begin("STATus:QUEStionable:CONDition", Ask, CommandId.StatusCondition, 1).Says("STAT:QUES:COND?", "The same bits as they are now.");
                case 14: return row.Begin("STATus:QUEStionable:ENABle", Both, CommandId.StatusEnable, 1).Number("mask", ScpiUnit.None, 0, 32767, 0).Says("STAT:QUES:ENAB 4096", "Questionable events that show in the status byte.");
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
