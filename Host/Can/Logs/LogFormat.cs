namespace BatterySim.Host.Can.Logs
{
    /// <summary>How a log is written down.</summary>
    public enum LogFormat
    {
        /// <summary>candump text in any form, and gateway texts of the same shape.</summary>
        Candump = 0,

        /// <summary>Vector's ASCII log.</summary>
        Asc = 1,

        /// <summary>pcapng, as Wireshark records SocketCAN.</summary>
        Pcapng = 2,

        /// <summary>pcap, as tcpdump records SocketCAN.</summary>
        Pcap = 3,

        /// <summary>Trace of PCAN-View and PCAN-Explorer.</summary>
        Trc = 4,

        /// <summary>SavvyCAN's GVRET CSV.</summary>
        Gvret = 5,

        /// <summary>Log of BUSMASTER.</summary>
        Busmaster = 6,

        /// <summary>CSV of python-can.</summary>
        PythonCan = 7,
    }
}
