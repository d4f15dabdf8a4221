namespace BatterySim.Host.Can.Logs
{
    /// <summary>How a log is written down.</summary>
    public enum LogFormat
    {
        /// <summary>candump -L text.</summary>
        Candump = 0,

        /// <summary>Vector's ASCII log.</summary>
        Asc = 1,

        /// <summary>pcapng with link type 227, as Wireshark records SocketCAN.</summary>
        Pcapng = 2,
    }
}
