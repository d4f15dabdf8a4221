namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>What was found in the bytes that came so far.</summary>
    public enum ReplyStatus
    {
        /// <summary>No reply to the request yet; more bytes may complete one.</summary>
        Incomplete = 0,

        /// <summary>The reply.</summary>
        Complete = 1,

        /// <summary>The reply is an exception.</summary>
        Exception = 2,

        /// <summary>Bytes that cannot become a reply; the connection must be read anew.</summary>
        Broken = 3,
    }
}
