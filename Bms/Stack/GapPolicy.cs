namespace BatterySim.Bms.Stack
{
    /// <summary>What the master does when an address is missing below another one that answers.</summary>
    public enum GapPolicy
    {
        /// <summary>It counts only up to the gap and raises an alarm.</summary>
        StopAndAlarm = 0,

        /// <summary>It counts only up to the gap.</summary>
        Stop = 1,

        /// <summary>It counts every battery that answers.</summary>
        Skip = 2,
    }
}
