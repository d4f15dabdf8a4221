namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>A rule that applies to a log, with what shows it.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Evidence">What shows it.</param>
    public sealed record Finding(DoctorRule Rule, Evidence Evidence)
    {
        /// <summary>How bad it is.</summary>
        public Severity Severity => Evidence.Severity ?? Rule.Severity;
    }
}
