namespace BatterySim.Bms.Can
{
    /// <summary>The error counters of a controller, for a bus whose controller shows them.</summary>
    public interface ICanBusCounters
    {
        /// <summary>Transmit error counter (ISO 11898-1); -1 where it is not shown.</summary>
        int TransmitErrorCount { get; }

        /// <summary>Receive error counter (ISO 11898-1); -1 where it is not shown.</summary>
        int ReceiveErrorCount { get; }
    }
}
