namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x305: the inverter's answer. The bank receives it and never sends it; any length and any content count.</summary>
    /// <remarks>Sol-Ark CAN V1.3 and Pylontech LV V1.2: eight zero bytes. Deye V3.3 may put the time of day into it.</remarks>
    public static class InverterReplyFrame
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x305;
    }
}
