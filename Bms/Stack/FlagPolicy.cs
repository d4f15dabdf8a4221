namespace BatterySim.Bms.Stack
{
    /// <summary>When the bank reports a protection.</summary>
    public enum FlagPolicy
    {
        /// <summary>When at least one battery does.</summary>
        Any = 0,

        /// <summary>When every battery does; if only some do, the bank reports an alarm in its place.</summary>
        All = 1,
    }
}
