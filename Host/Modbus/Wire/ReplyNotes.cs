namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>What was seen beside the reply: it tells why there is none.</summary>
    /// <param name="OtherUnit">Unit id of a whole reply of another unit; -1 for none.</param>
    /// <param name="HasBadCrc">True if a reply to the request was there whose CRC is wrong.</param>
    /// <param name="HasOtherReply">True if a whole reply of the unit was there that does not answer this request.</param>
    /// <param name="SkippedBytes">Bytes before the reply that belong to none.</param>
    public readonly record struct ReplyNotes(int OtherUnit, bool HasBadCrc, bool HasOtherReply, int SkippedBytes)
    {
        /// <summary>Nothing.</summary>
        public static ReplyNotes None => new(-1, false, false, 0);
    }
}
