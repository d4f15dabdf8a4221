namespace BatterySim.Bms.Can
{
    /// <summary>What became of the frames that a controller took, for a bus whose controller tells which one it completed.</summary>
    /// <remarks>Asked for when somebody wants to know, so that it costs nothing otherwise. Counts are those since the controller was made.</remarks>
    public interface ICanBusDelivery
    {
        /// <summary>Frames of the bank with an identifier that somebody on the bus acknowledged; -1 where nobody tells.</summary>
        int AcknowledgedCountOf(uint id);

        /// <summary>Frames of the bank with an identifier that the controller took and gave up; -1 where nobody tells.</summary>
        int AbandonedCountOf(uint id);
    }
}
