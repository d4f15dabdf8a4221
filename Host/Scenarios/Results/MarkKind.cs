namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>Who did what a <see cref="TimelineMark"/> tells of.</summary>
    public enum MarkKind
    {
        /// <summary>The scenario did it.</summary>
        Action = 0,

        /// <summary>The bank reported it.</summary>
        Bank = 1,

        /// <summary>The inverter did it.</summary>
        Inverter = 2,

        /// <summary>An expectation failed.</summary>
        Failure = 3,

        /// <summary>A machine that takes part was late.</summary>
        Host = 4,
    }
}
