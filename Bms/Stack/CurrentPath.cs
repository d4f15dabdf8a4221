namespace BatterySim.Bms.Stack
{
    /// <summary>How a battery takes part in the sharing of current.</summary>
    public enum CurrentPath
    {
        /// <summary>No current: breaker or FETs open, or a FET's diode the wrong way round.</summary>
        Open = 0,

        /// <summary>A source behind its resistance.</summary>
        Linear = 1,

        /// <summary>Held to the current of its catch-up limiter.</summary>
        Limited = 2,
    }
}
