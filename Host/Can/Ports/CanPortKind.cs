namespace BatterySim.Host.Can.Ports
{
    /// <summary>What a port speaks.</summary>
    public enum CanPortKind
    {
        /// <summary>The bus inside the program.</summary>
        Virtual = 0,

        /// <summary>Lawicel's ASCII on a serial device.</summary>
        SlcanSerial = 1,

        /// <summary>Lawicel's ASCII over TCP.</summary>
        SlcanTcp = 2,

        /// <summary>The text of the socketcand daemon over TCP.</summary>
        Socketcand = 3,

        /// <summary>A CAN interface of the Linux kernel.</summary>
        SocketCan = 4,

        /// <summary>A recorded log that is replayed.</summary>
        Log = 5,
    }
}
