using System;

namespace BatterySim.Host.Twin
{
    /// <summary>How fast simulated time runs against the clock on the wall.</summary>
    public readonly record struct SimulationPace
    {
        /// <summary>Lowest factor.</summary>
        public const double FactorMin = 0.001;

        /// <summary>Highest factor; beyond it there is <see cref="Max"/>.</summary>
        public const double FactorMax = 1_000_000;

        private SimulationPace(double factor)
        {
            Factor = factor;
        }

        /// <summary>One simulated second in one second.</summary>
        public static SimulationPace Real { get; } = new(1);

        /// <summary>As fast as the machine can.</summary>
        public static SimulationPace Max { get; } = new(double.PositiveInfinity);

        /// <summary>Simulated seconds in one second; infinite for <see cref="Max"/>.</summary>
        public double Factor { get; }

        /// <summary>True for <see cref="Max"/>.</summary>
        public bool IsMax => double.IsPositiveInfinity(Factor);

        /// <summary>So many simulated seconds in one second.</summary>
        /// <param name="factor"><see cref="FactorMin"/> to <see cref="FactorMax"/>.</param>
        public static SimulationPace Times(double factor)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(factor, FactorMin);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(factor, FactorMax);
            return new SimulationPace(factor);
        }
    }
}
