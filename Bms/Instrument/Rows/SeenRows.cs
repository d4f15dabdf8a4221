namespace BatterySim.Bms.Instrument.Rows
{
    /// <summary>Rows of FRAMe, INVerter, BUS and EVENt: what was sent, received and noted.</summary>
    internal static class SeenRows
    {
        public static bool Fill(int place, SettingRow row)
        {
#pragma warning disable IDE0055 // columns
            switch (place)
            {
                case 0:  return row.Begin("FRAMe@:SENT", Ask, CommandId.FrameCount, 0).Says("FRAM351:SENT?", "Frames that the controller took.");
                case 1:  return row.Begin("FRAMe@:ACKNowledged", Ask, CommandId.FrameDelivery, 0).Says("FRAM351:ACKN?", "Of these, frames that another node acknowledged, extra frames of the same number included; 9.91E37 where the controller does not tell.");
                case 2:  return row.Begin("FRAMe@:ABANdoned", Ask, CommandId.FrameDelivery, 1).Says("FRAM351:ABAN?", "Of these, frames that the controller gave up because no node acknowledged or it left the bus; 9.91E37 where it does not tell. The rest still wait or were lost on the cable.");
                case 3:  return row.Begin("FRAMe@:FAILed", Ask, CommandId.FrameCount, 1).Says("FRAM351:FAIL?", "Frames that the controller did not take: no free buffer, as on a bus where no node acknowledges, or off the bus.");
                case 4:  return row.Begin("FRAMe@:WITHheld", Ask, CommandId.FrameCount, 2).Says("FRAM351:WITH?", "Frames not sent because a value in them was unknown.");
                case 5:  return row.Begin("FRAMe@:AGE", Ask, CommandId.FrameAge).Says("FRAM351:AGE?", "Time since the last one, s.");
                case 6:  return row.Begin("FRAMe@:PERiod", Ask, CommandId.FramePeriod).Says("FRAM351:PER?", "Shortest, mean and longest time between two, s. Where a twin's machine was late, what it lost is in them (SYST:SLIP?).");
                case 7:  return row.Begin("FRAMe@:BYTes", Ask, CommandId.FrameBytes).Says("FRAM351:BYT?", "The last one as candump writes it.");
                case 8:  return row.Begin("FRAMe@:SIGNals", Ask, CommandId.FrameSignals).Says("FRAM351:SIGN?", "The signals of the last one: name, value, name, value.");
                case 9:  return row.Begin("INVerter:STATe", Ask, CommandId.LinkState).Says("INV:STAT?", "WAIT, ALIV, LATE (over 2 s) or LOST (over 10 s).");
                case 10: return row.Begin("INVerter:COUNt", Ask, CommandId.LinkCount).Says("INV:COUN?", "Number of 0x305 received.");
                case 11: return row.Begin("INVerter:AGE", Ask, CommandId.LinkAge).Says("INV:AGE?", "Time since the last 0x305, s.");
                case 12: return row.Begin("INVerter:INTerval", Ask, CommandId.LinkInterval).Says("INV:INT?", "Shortest, mean and longest time between two 0x305, s.");
                case 13: return row.Begin("INVerter:HISTogram", Ask, CommandId.LinkHistogram).Says("INV:HIST?", "Times between two 0x305 in classes: upper end, count, upper end, count.");
                case 14: return row.Begin("INVerter:CLEar", SettingRow.Acts, CommandId.LinkClear).Says("INV:CLE", "Clears the count, intervals and histogram of 0x305.");
                case 15: return row.Begin("BUS:STATe", Ask, CommandId.BusState).Says("BUS:STAT?", "ACT, WARN, PASS or OFF.");
                case 16: return row.Begin("BUS:ERRors", Ask, CommandId.BusErrors).Says("BUS:ERR?", "Transmit and receive error counter, 9.91E37 where the port does not show them.");
                case 17: return row.Begin("EVENt[:NEXT]", SettingRow.Query | SettingRow.Takes, CommandId.NextEvent).Says("EVEN?", "Oldest event with its time since the start, s; asking removes it.");
                case 18: return row.Begin("EVENt:ALL", Ask, CommandId.AllEvents).Says("EVEN:ALL?", "All events, oldest first. Power, master, link and faults have the millisecond in which they changed, alarms and protections that in which the BMS took its step, once a second; followers and the state of the bus are checked once a second.");
                case 19: return row.Begin("EVENt:COUNt", Ask, CommandId.EventCount).Says("EVEN:COUN?", "Events in the log, 48 at most.");
                case 20: return row.Begin("EVENt:CLEar", SettingRow.Acts, CommandId.EventClear).Says("EVEN:CLE", "Empties the log.");
                default: return false;
            }
#pragma warning restore IDE0055
        }

        private const int Ask = SettingRow.Query;
    }
}
