namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>How well something can be seen from a stand.</summary>
    /// <param name="LagMilliseconds">Longest time from a change until it is seen, ms.</param>
    /// <param name="Slack">Half of the smallest step in which it is seen, thousandths of its unit.</param>
    /// <param name="Obstacle">Why it cannot be seen and how a person can see it, in one sentence; empty if nothing is known of it.</param>
    internal readonly record struct ObservationLimits(int LagMilliseconds, long Slack, string Obstacle)
    {
        /// <summary>Seen at once and in full.</summary>
        public static ObservationLimits None => new(0, 0, "");

        /// <summary>Least value that can be seen, thousandths of its unit.</summary>
        public long Least { get; init; } = long.MinValue;

        /// <summary>Greatest value that can be seen, thousandths of its unit.</summary>
        public long Most { get; init; } = long.MaxValue;

        /// <summary>Why an unknown value says nothing of the inverter, in one sentence; empty where it does.</summary>
        public string UnknownMeans { get; init; } = "";
    }
}
