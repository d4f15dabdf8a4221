using System;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>One row of the doctor's table.</summary>
    /// <param name="Id">Name of the finding, in words with hyphens.</param>
    /// <param name="Severity">How bad it is.</param>
    /// <param name="Title">What is wrong, one clause.</param>
    /// <param name="Consequence">What an inverter makes of it.</param>
    /// <param name="Remedy">What to do.</param>
    /// <param name="Source">Where the rule comes from.</param>
    /// <param name="Provenance">documented, captured, field or assumed.</param>
    /// <param name="Check">Looks for it; null if it is not there.</param>
    public sealed record DoctorRule(
        string Id, Severity Severity, string Title, string Consequence, string Remedy, string Source, string Provenance, Func<BusSurvey,
            Evidence?> Check);
}
