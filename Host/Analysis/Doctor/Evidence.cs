using BatterySim.Bms.Can;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>What a rule found.</summary>
    /// <param name="Text">One clause with the values.</param>
    /// <param name="TimeMicroseconds">When it began, from the first frame of the log; null if it concerns the whole log.</param>
    /// <param name="Frame">The first frame that shows it; null if none does.</param>
    public sealed record Evidence(string Text, long? TimeMicroseconds = null, CanFrame? Frame = null)
    {
        /// <summary>Severity if this evidence is worse or milder than the rule; null for that of the rule.</summary>
        public Severity? Severity { get; init; }
    }
}
