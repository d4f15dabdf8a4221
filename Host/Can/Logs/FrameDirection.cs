namespace BatterySim.Host.Can.Logs
{
    /// <summary>Which way a recorded frame went, seen from the recording host.</summary>
    public enum FrameDirection
    {
        /// <summary>The line does not say.</summary>
        Unknown = 0,

        /// <summary>Received from the bus, "R" at the end of the line.</summary>
        Received = 1,

        /// <summary>Sent by the recording host, "T" at the end of the line.</summary>
        Sent = 2,
    }
}
