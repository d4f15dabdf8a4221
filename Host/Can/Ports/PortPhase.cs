namespace BatterySim.Host.Can.Ports
{
    /// <summary>How far a port has come.</summary>
    public enum PortPhase
    {
        /// <summary>Not opened yet, or closed for good.</summary>
        Closed = 0,

        /// <summary>The other side is missing; the port tries again by itself.</summary>
        Waiting = 1,

        /// <summary>Frames go through.</summary>
        Open = 2,
    }
}
