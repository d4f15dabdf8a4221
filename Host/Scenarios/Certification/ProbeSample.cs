namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What the registers showed at one moment of a probe.</summary>
    /// <param name="Milliseconds">Time since the probe began, ms.</param>
    /// <param name="CurrentMilliamps">Register 191, charging positive, mA.</param>
    /// <param name="VoltageMillivolts">Register 183, mV.</param>
    /// <param name="Faults">Registers 103 to 106.</param>
    /// <param name="BankMilliamps">Current into the bank as the instrument has it, charging positive, mA; null where nobody knows.</param>
    public sealed record ProbeSample(long Milliseconds, int CurrentMilliamps, int VoltageMillivolts, ulong Faults, int? BankMilliamps);
}
