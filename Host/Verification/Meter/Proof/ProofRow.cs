using System;

namespace BatterySim.Host.Verification.Meter.Proof
{
    /// <summary>One published point beside what the model does there.</summary>
    /// <param name="What">What is looked at.</param>
    /// <param name="At">Where: SOC, temperature, time.</param>
    /// <param name="Unit">Unit of the numbers.</param>
    /// <param name="Published">As the source has it; not a number where nobody publishes one.</param>
    /// <param name="Measured">As the model's own bench measures it.</param>
    /// <param name="Bound">Largest difference that a test lets pass; without end where there is nothing to compare with.</param>
    /// <param name="Source">Who published it.</param>
    public sealed record ProofRow(string What, string At, string Unit, double Published, double Measured, double Bound, string Source)
    {
        /// <summary>Measured less published.</summary>
        public double Difference => Measured - Published;

        /// <summary>True if the model keeps to the bound.</summary>
        public bool IsWithin => double.IsNaN(Published) || Math.Abs(Difference) <= Bound;
    }
}
